"""What is searched of each page type: plain passages, in reading order."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from campaigns.models import CampaignPage
from honors.models import DecisionPage, HonoreePage
from news.models import NewsPage
from pages.models import IndexPageMixin, InformationPage, PortalPage
from regulations.anchors import anchor_words
from regulations.models import OfficialDocument
from search.file_texts.passages import passages_of_files
from search.indexing.awarded import awarded_rows
from search.indexing.cutting import cut_between_words
from search.indexing.passage import Passage
from search.models import Place

HEADS = frozenset({"article", "number", "roman", "annex"})
FRAME = frozenset({"header", "foot"})
# An article with more letters is cut at its clauses: a reader is sent to the right one.
LONG_ARTICLE = 6000
LONGEST_PIECE = 20_000
LONGEST_LABEL = 400
# What is read of a provision.
_READ = ("id", "kind", "anchor", "label", "heading", "text")
TAG = re.compile(r"<[^>]+>")


def is_searched(model: type[PortalPage]) -> bool:
    """Whether pages of this type are in the index."""
    return issubclass(model, OfficialDocument) or model in TEXTS


def has_nothing_to_find(model: type[PortalPage]) -> bool:
    """Whether the type only lists other pages: the base page, lists, the front pages."""
    return model is PortalPage or issubclass(model, IndexPageMixin) or model in fronts()


def searched_pages() -> Any:
    """The pages that are in the index: also those past their expiry, which may be put off again.

    Of all types: see `is_searched`. Who may see a page, and until when, is asked anew by every
    search.
    """
    return PortalPage.objects.published_or_expired()


def fronts() -> frozenset[type[PortalPage]]:
    """The front pages: their room stands beside this one, so they are known by name only."""
    return frozenset(apps.get_app_config("home").get_models())


def passages_of(page: Any) -> Iterator[Passage]:
    """The passages of a published page; the first is the page as a whole."""
    for passage in _whole_passages(page):
        yield from _in_pieces(passage)


def _whole_passages(page: Any) -> Iterator[Passage]:
    if isinstance(page, OfficialDocument):
        yield from _document(page)
    else:
        yield Passage("", _joined(TEXTS[type(page)](page)))
    if type(page) in LISTS:
        yield from LISTS[type(page)](page)
    yield from passages_of_files(page)


def _in_pieces(passage: Passage) -> Iterator[Passage]:
    """The passage, cut between two words where it is longer than an index row should be."""
    for piece in cut_between_words(passage.body, LONGEST_PIECE):
        yield replace(passage, body=piece)


def _document(page: Any) -> Iterator[Passage]:
    facts = (page.number, page.abstract, page.issuer_as_printed, page.signer)
    cited = _cited_in(page)
    whole = Passage("", _joined(facts), cited_keys=cited[None])
    found = [whole]
    for provision in page.provisions.values_list(*_READ, named=True):
        label = f"{provision.label} {provision.heading}".strip()
        if _stands_alone(provision):
            whole = _provision(label, provision.text, provision.anchor)
            found.append(whole)
        elif _goes_on(provision, found[-1]):
            found.append(_further(whole, provision, label))
        else:
            # Clauses and points belong to their article; the preamble and the foot to the whole.
            passage = found[0] if provision.kind in FRAME else found[-1]
            passage.body = _joined((passage.body, label, provision.text))
        # What a clause cites is cited where the clause is found.
        found[0 if provision.kind in FRAME else -1].cited_keys += cited[provision.id]
    yield from found


def _provision(label: str, body: str, anchor: str) -> Passage:
    return Passage(label[:LONGEST_LABEL], body, anchor, place=Place.PROVISION)


def _goes_on(provision: Any, last: Passage) -> bool:
    """Whether this clause of a long article begins a passage of its own."""
    is_clause = provision.kind == "clause" and bool(provision.anchor)
    return is_clause and last.place == Place.PROVISION and len(last.body) > LONG_ARTICLE


def _further(article: Passage, provision: Any, label: str) -> Passage:
    """The rest of an article from a clause on, under the name of the article: "... (khoản 5)"."""
    clause = anchor_words(provision.anchor).removesuffix(anchor_words(article.anchor)).strip()
    name = f"{article.label[: LONGEST_LABEL - 100]} ({(clause or provision.label)[:90]})"
    return _provision(name, _joined((label, provision.text)), provision.anchor)


def _cited_in(page: Any) -> defaultdict[int | None, list[str]]:
    """The number keys that each provision (by its key, or None) cites, each once, in order."""
    cited: defaultdict[int | None, list[str]] = defaultdict(list)
    rows = page.citations.exclude(number_key="").order_by("pk")
    for provision, key in rows.values_list("provision", "number_key"):
        if key not in cited[provision]:
            cited[provision].append(key)
    return cited


def _stands_alone(provision: Any) -> bool:
    """Whether a reader would be sent to it: an article always, other heads when they have words."""
    return provision.kind == "article" or (provision.kind in HEADS and bool(provision.heading))


def _information(page: Any) -> Iterator[str]:
    yield page.lead
    yield from page.body.stream_block.get_searchable_content(page.body)


def _news(page: Any) -> Iterator[str]:
    yield from _information(page)
    yield from (tag.name for tag in page.tags.all())


def _honoree(page: Any) -> Iterator[str]:
    yield from (page.position, page.organization_as_printed, page.summary)
    yield from _figures(page)
    yield from page.body.stream_block.get_searchable_content(page.body)
    yield _plain(page.lessons)


def _campaign(page: Any) -> Iterator[str]:
    yield from (page.summary, page.participants, page.series)
    yield from _figures(page)
    reviews = (page.inspection, page.interim_review, page.final_review)
    yield from map(_plain, (page.goal, page.criteria, *reviews))
    yield from page.body.stream_block.get_searchable_content(page.body)
    yield from (milestone.title for milestone in page.milestones.all())
    yield page.contact_office


def _figures(page: Any) -> Iterator[str]:
    yield from (f"{figure.value['number']} {figure.value['words']}" for figure in page.figures)


def _plain(rich: str) -> str:
    """The words of rich text, with a blank where a mark parted them."""
    return html.unescape(strip_tags(TAG.sub(" ", rich)))


def _results(page: Any) -> Iterator[Passage]:
    """What the teams of a campaign have handed in, under the heading that readers see."""
    rows = [row.value for row in page.results]
    if rows:
        # The language of readers, whatever that of who publishes.
        with translation.override(settings.LANGUAGE_CODE):
            label = _("Results by team")
        told = (f"{row['team']}: {row['done']}/{row['expected']}" for row in rows)
        yield Passage(label, _joined(told), "ket-qua")


TEXTS: dict[type[Any], Callable[[Any], Iterator[str]]] = {
    NewsPage: _news,
    HonoreePage: _honoree,
    CampaignPage: _campaign,
    InformationPage: _information,
}
# What pages show in tables of their own: passages with places to lead to.
LISTS: dict[type[Any], Callable[[Any], Iterator[Passage]]] = {
    CampaignPage: _results,
    DecisionPage: awarded_rows,
}


def _joined(texts: Any) -> str:
    return "\n".join(str(text) for text in texts if text)
