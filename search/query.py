"""The seam for reading: what a reader finds. No input can raise; nothing unseen is counted.

Tiers, best first: the document with this number; documents that cite it; the words as a phrase in
a title, with marks and then without; as a phrase in the text; all words in a title; all words.
Within a tier by the neighbouring words of the query that a passage has, then the shortest first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.utils import timezone
from wagtail.models import get_page_models

from pages.models import PortalPage
from regulations.models import OfficialDocument
from search.models import SearchEntry
from search.snippets import snippet
from vietnamese import find_numbers, nfc, tokenize

LONGEST, MOST_WORDS, PER_PAGE, PASSAGES_SHOWN, SUGGESTIONS = 300, 40, 10, 3, 8
WORST = 9
IN_TITLE = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, read: `phrase` forms with blanks around, words, document numbers.

    `cut`: more was typed than is read.
    """

    text: str
    words: tuple[str, ...]
    exact: str
    folded: str
    numbers: tuple[str, ...]
    marked: bool
    cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.words


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage: its label ("Điều 23 ..."), its address, and a snippet."""

    label: str
    url: str
    snippet: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Result:
    """A page with up to three passages."""

    page: Any
    kind_label: str
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: its value, words, count of pages, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(slots=True)
class SearchResults:
    """A page of results. `relaxed`: no page had all the words, these have some of them."""

    query: Query
    total: int = 0
    results: list[Result] = field(default_factory=list)
    kinds: list[FacetValue] = field(default_factory=list)
    relaxed: bool = False
    number: int = 1
    pages: int = 1


def read_query(text: str) -> Query:
    """The query in `text`: at most LONGEST characters and MOST_WORDS words count."""
    whole = nfc(text[: LONGEST * 10].replace("\x00", " "))
    clean = whole[:LONGEST]
    everything = tokenize(clean)
    tokens = everything[:MOST_WORDS]
    return Query(
        text=" ".join(clean.split()),
        words=tuple(token.folded for token in tokens),
        exact=f" {' '.join(token.exact for token in tokens)} ",
        folded=f" {' '.join(token.folded for token in tokens)} ",
        numbers=tuple(dict.fromkeys(match.key for match in find_numbers(clean) if match.key)),
        marked=any(token.exact != token.folded for token in tokens),
        cut=len(whole.strip()) > LONGEST or len(everything) > MOST_WORDS,
    )


def search(
    text: str, user: Any, *, kinds: Iterable[str] = (), page: int | str | None = 1
) -> SearchResults:
    """What `user` finds for `text` among the page types `kinds` (all when empty).

    `page` counts from 1; nonsense gives the nearest page of results.
    """
    query = read_query(text)
    visible = PortalPage.objects.visible_to(user)
    entries = SearchEntry.objects.filter(page__in=visible)
    # What is no page type chooses nothing: it never reaches the database.
    chosen = frozenset(kinds) & {model._meta.model_name for model in get_page_models()}
    if query.is_empty:
        return _browse(query, entries, chosen, page)
    matching = entries.filter(_all_words(query))
    relaxed = not matching.exists()
    if relaxed:
        matching = entries.filter(_some_words(query))
    return _answer(query, matching, chosen, page, relaxed)


def _browse(
    query: Query, entries: QuerySet, chosen: frozenset[str], page: int | str | None
) -> SearchResults:
    """No words: nothing, or all pages of the chosen kinds."""
    if not chosen:
        return SearchResults(query)
    return _answer(query, entries.filter(position=0), chosen, page, relaxed=False)


def _all_words(query: Query) -> Q:
    condition = Q()
    for word in set(query.words):
        condition &= Q(folded_body__contains=f" {word} ") | Q(folded_title__contains=f" {word} ")
    for key in query.numbers:
        condition |= Q(number_key=key) | Q(cited_keys__contains=f" {key} ")
    return condition


def _pairs(query: Query) -> list[str]:
    """Each two neighbouring words, once."""
    pairs = zip(query.words, query.words[1:], strict=False)
    return list(dict.fromkeys(f" {first} {second} " for first, second in pairs))


def _some_words(query: Query) -> Q:
    """Any two neighbouring words together; a single word that nothing has finds nothing."""
    condition = Q(pk__in=[])
    for pair in _pairs(query):
        condition |= Q(folded_body__contains=pair) | Q(folded_title__contains=pair)
    return condition


def _shared_pairs(query: Query) -> Any:
    """How many pairs of the query a passage has; one in its title counts as three."""
    total: Any = Value(0)
    for pair in _pairs(query):
        total = total + Case(
            When(folded_title__contains=pair, then=Value(IN_TITLE)),
            When(folded_body__contains=pair, then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        )
    return total


def _tier(query: Query) -> Case | Value:
    if query.is_empty:
        return Value(WORST)
    conditions = [Q(number_key__in=query.numbers)] if query.numbers else [Q(pk__in=[])]
    cites = Q(pk__in=[])
    for key in query.numbers:
        cites |= Q(cited_keys__contains=f" {key} ")
    title = Q()
    for word in set(query.words):
        title &= Q(folded_title__contains=f" {word} ")
    conditions += [
        cites,
        Q(exact_title__contains=query.exact) if query.marked else Q(pk__in=[]),
        Q(folded_title__contains=query.folded),
        Q(exact_body__contains=query.exact) if query.marked else Q(pk__in=[]),
        Q(folded_body__contains=query.folded),
        title,
    ]
    whens = [When(condition, then=Value(place)) for place, condition in enumerate(conditions)]
    return Case(*whens, default=Value(WORST), output_field=IntegerField())


def _answer(
    query: Query,
    matching: QuerySet,
    chosen: frozenset[str],
    page: int | str | None,
    relaxed: bool,
) -> SearchResults:
    # The facet is counted without its own filter, so that other kinds can be chosen instead.
    counts = dict(
        matching.order_by().values_list("kind").annotate(pages=Count("page", distinct=True))
    )
    found = matching.filter(kind__in=chosen) if chosen else matching
    total = sum(count for kind, count in counts.items() if not chosen or kind in chosen)
    pages = max(1, -(-total // PER_PAGE))
    number = _nearest(page, pages)
    ranked = (
        found.annotate(tier=_tier(query), shared=_shared_pairs(query))
        .order_by()
        .values("page")
        .annotate(best=Min("tier"), most=Max("shared"), shortest=Min("length"))
        .order_by("best", "-most", "shortest", "page")
    )
    ids = [row["page"] for row in ranked[(number - 1) * PER_PAGE : number * PER_PAGE]]
    return SearchResults(
        query,
        total,
        _results(query, found, ids),
        _facet(counts, chosen),
        relaxed,
        number,
        pages,
    )


def _nearest(page: int | str | None, last: int) -> int:
    text = str(page or 1)
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST else 1
    return min(max(number, 1), last)


def _results(query: Query, found: QuerySet, ids: list[int]) -> list[Result]:
    passages: dict[int, list[SearchEntry]] = defaultdict(list)
    entries = found.filter(page__in=ids).annotate(tier=_tier(query), shared=_shared_pairs(query))
    for entry in entries.order_by("tier", "-shared", "position").only(
        "page", "label", "anchor", "body"
    ):
        if len(passages[entry.page_id]) < PASSAGES_SHOWN:
            passages[entry.page_id].append(entry)
    pages = PortalPage.objects.select_related("record").in_bulk(ids)
    records = [page.record for page in pages.values() if hasattr(page, "record")]
    if records:
        OfficialDocument.attach_effects(records, timezone.localdate())
    words = frozenset(query.words)
    return [
        Result(
            pages[pk],
            str(pages[pk].specific_class._meta.verbose_name),
            [_hit(pages[pk], entry, words) for entry in passages[pk]],
        )
        for pk in ids
        if pk in pages
    ]


def _hit(page: Any, entry: SearchEntry, words: frozenset[str]) -> Hit:
    anchor = f"#{entry.anchor}" if entry.anchor else ""
    return Hit(entry.label, f"{page.url}{anchor}", snippet(entry.body, words))


def _facet(counts: dict[str, int], chosen: frozenset[str]) -> list[FacetValue]:
    labels = {
        model._meta.model_name: model._meta.verbose_name_plural for model in get_page_models()
    }
    return [
        FacetValue(kind, str(labels[kind]), count, kind in chosen)
        for kind, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    ]


def suggest(text: str, user: Any) -> list[dict[str, str]]:
    """Up to SUGGESTIONS titles and headings that go on as `text` does: `{title, url}`."""
    query = read_query(text)
    if query.is_empty or len("".join(query.words)) < len("ab"):
        return []
    visible = PortalPage.objects.visible_to(user)
    start = f" {' '.join(query.words)}"
    named = Q(folded_title__contains=start)
    for key in query.numbers:
        named |= Q(number_key=key)
    found = (
        SearchEntry.objects.filter(named, page__in=visible)
        .select_related("page")
        .order_by("position", "length")[:SUGGESTIONS]
    )
    return [_suggestion(entry) for entry in found]


def _suggestion(entry: SearchEntry) -> dict[str, str]:
    anchor = f"#{entry.anchor}" if entry.anchor else ""
    title = f"{entry.label} ({entry.page.title})" if entry.label else entry.page.title
    return {"title": title, "url": f"{entry.page.url}{anchor}"}
