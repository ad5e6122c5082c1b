"""Pages found, as they are shown: their passages with snippets, addresses and effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wagtail.models import Site

from accounts.audience import Readers
from pages.late import numbered, rounded, several
from pages.models import PortalPage
from pages.statement import Statement
from search.asking.wording import folded
from search.file_texts.passages import address_in_file, file_addresses
from search.finding.finder import Finder, PageFound
from search.finding.grouping import Found
from search.finding.ranking import Candidate
from search.finding.statements import Source, sources
from search.finding.superseding import acting_on, tell_effects
from search.results import Hit, Result, SearchRequest
from search.showing.as_of import on_day
from search.showing.explaining import reasons_of
from search.showing.snippets import snippet

# Of a long question, words that are rare enough to be worth a mark.
RARE_ENOUGH = 0.4


# What they are shown by has an order of its own.
_VISIBLE = Statement(
    lambda readers, many: (
        PortalPage.objects.visible_to(readers)
        .select_related("record")
        .filter(id__in=several("page", many))
        .order_by()
    )
)


class Showing:
    """Makes results of pages; what they need of the database is read for all at once."""

    def __init__(self, finder: Finder, request: SearchRequest) -> None:
        self.finder, self.request = finder, request
        self.day = on_day(request.day)
        self.phrases = () if finder.question.relaxed else finder.question.query.phrases
        self.words = frozenset(_marked_words(finder, self.phrases))

    def results(self, page: PageFound, cards: Sequence[int]) -> tuple[list[Result], list[Result]]:
        """The results of a page of results, and the cards of documents asked for by number.

        Whatever the reader may not see by now is left out.
        """
        ids = [*cards, *(found.page_id for found in page.found)]
        pages = self._pages(ids, page)
        shown = [candidate.pk for found in page.found for candidate in found.shown]
        texts = sources(shown)
        files = file_addresses(source.anchor for source in texts.values())
        results = [
            self._result(pages[found.page_id], found, texts, files)
            for found in page.found
            if found.page_id in pages
        ]
        return results, [_card(pages[pk]) for pk in cards if pk in pages]

    def _pages(self, ids: Sequence[int], page: PageFound) -> dict[int, Any]:
        """The pages by id, each document's record with its effect on the day."""
        if not ids:
            return {}
        readers, wanted = Readers.like(self.finder.scope.user), rounded(ids)
        visible = _VISIBLE.rows(readers, len(wanted), **numbered("page", wanted))
        pages = {one.pk: one for one in visible}
        records = [one.record for one in pages.values() if hasattr(one, "record")]
        day = self.finder.scope.day
        known = page.acting or {}
        unknown = [record.pk for record in records if record.pk not in known]
        acting = {**known, **acting_on(unknown, day)}
        tell_effects(records, acting, day)
        _share_addresses_of_sites(pages.values())
        return pages

    def _result(
        self,
        page: Any,
        found: Found,
        texts: dict[int, Source],
        files: dict[str, tuple[str, str]],
    ) -> Result:
        passages = [candidate for candidate in found.shown if candidate.pk in texts]
        url = page.url
        hits = [
            self._hit(one, texts[one.pk], self._address(page, url, texts[one.pk], files))
            for one in passages
        ]
        matching = self.finder.matching(found.page_id)
        return Result(page, page.type_name, hits, max(matching - len(hits), 0))

    def _hit(self, candidate: Candidate, source: Source, url: str) -> Hit:
        explained = self.request.explain
        return Hit(
            source.label,
            url,
            snippet(source.body, self.words, self.phrases, candidate.body),
            source.file_page,
            reasons_of(candidate, self.finder) if explained else (),
        )

    def _address(
        self, page: Any, url: str, source: Source, files: dict[str, tuple[str, str]]
    ) -> str:
        if source.anchor in files:
            return address_in_file(files[source.anchor], source.file_page)
        whole = f"{url}#{source.anchor}" if source.anchor else url
        return self.day.keep(whole) if hasattr(page, "record") else whole


def _share_addresses_of_sites(pages: Iterable[Any]) -> None:
    """Read once for all pages, and put where Wagtail has each page keep them."""
    paths = Site.get_site_root_paths()
    for page in pages:
        page._wagtail_cached_site_root_paths = paths


def _card(page: Any) -> Result:
    return Result(page, page.type_name, [])


def _marked_words(finder: Finder, phrases: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """The words to be marked: all of a short query in every wording, the rarer ones of a question.

    Words of quoted phrases are marked where the phrase stands.
    """
    question = finder.question
    words = {word for wording in question.wordings for word in folded(wording)}
    words -= {word for phrase in phrases for word in phrase}
    if not question.is_long:
        return words
    rarity = {word: question.frequencies.rarity(word) for word in words}
    enough = RARE_ENOUGH * max(rarity.values(), default=0.0)
    return (word for word in words if rarity[word] >= enough)
