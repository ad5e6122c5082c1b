"""Pages whose words are those of a text: found by signatures, then compared word by word.

What is told is true: a share is counted on the texts, a signature only says whom to compare with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, OuterRef, QuerySet, Subquery

from pages.models import PortalPage
from pages.querysets import visible_rule
from search.models import SearchedPage
from search.similar.models import SignatureValue
from search.similar.shingles import LEAST_VALUES, MOST_COMPARED, signature
from search.similar.stretches import LEAST_SHARE, common_stretches, share_here, share_there
from search.similar.texts import words_by_page
from vietnamese import folded_words

# Beside a page stand only those that are alike as wholes; they are looked for at every reading.
LEAST_VALUES_OF_PAGES = 10
MOST_BESIDE = 5
KEPT = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Similar:
    """A page alike. share: the part of the asked text that stands there, from 0 to 1.

    share_there: the part of that page's text that stands in the asked one.
    """

    page: Any
    share: float
    share_there: float

    @property
    def percent(self) -> int:
        """`share` in whole per cent, never rounded up to all."""
        return int(self.share * 100)

    @property
    def percent_there(self) -> int:
        """The same of `share_there`."""
        return int(self.share_there * 100)


def similar_to(page: Any, user: Any) -> list[Similar]:
    """Published pages like the published `page`, as far as `user` may see them; the likest first.

    Three queries; pairs that were compared before are not compared again until one is published.
    """
    own = SignatureValue.objects.filter(page=page.pk).values("value")
    slots = _candidates(own, user, page.pk, LEAST_VALUES_OF_PAGES, MOST_BESIDE, with_page=True)
    return _answer(_shares_of_pages(page.pk, slots), user) if len(slots) > 1 else []


def similar_to_text(text: str, user: Any, except_page: int | None = None) -> list[Similar]:
    """Published pages that share LEAST_SHARE of their words or of `text`'s; the likest first.

    except_page: the page whose draft the text is.
    """
    words = folded_words(text)
    slots = _candidates(signature(words), user, except_page, LEAST_VALUES, MOST_COMPARED)
    there = words_by_page(slots) if slots else {}
    return _answer({pk: _shares(words, other) for pk, other in there.items()}, user)


def _candidates(
    values: QuerySet | Collection[int],
    user: Any,
    page: int | None,
    least: int,
    most: int,
    with_page: bool = False,
) -> dict[int, int]:
    """The pages that `user` may see and that have most values in common with `values`, but `page`.

    With the slot of each, and with_page that of `page` itself; one query.
    """
    same = SignatureValue.objects.filter(visible_rule(user, "page"), value__in=values)
    counted = same.exclude(page=page).values("page_id").annotate(both=Count("value"))
    indexed = SearchedPage.objects.order_by()
    found = (
        counted.filter(both__gte=least)
        .annotate(
            slot=Subquery(indexed.filter(page_id=OuterRef("page_id")).values("slot")),
            own=Subquery(indexed.filter(page_id=page).values("slot")),
        )
        .order_by("-both", "page_id")[:most]
    )
    slots: dict[int, int] = {}
    for row in found:
        if with_page and page is not None and row["own"] is not None:
            slots[page] = row["own"]
        if row["slot"] is not None:
            slots[row["page_id"]] = row["slot"]
    return slots


def _shares_of_pages(page_id: int, slots: dict[int, int]) -> dict[int, tuple[float, float]]:
    """The shares of `page_id` with each of the others, by their slots."""
    keys = {pk: f"similar-{slots[page_id]}-{slot}" for pk, slot in slots.items() if pk != page_id}
    kept = cache.get_many(keys.values())
    shares = {pk: kept[key] for pk, key in keys.items() if key in kept}
    missing = {pk: slots[pk] for pk in keys if pk not in shares}
    if missing:
        words = words_by_page({page_id: slots[page_id], **missing})
        found = {pk: _shares(words[page_id], words[pk]) for pk in missing}
        cache.set_many({keys[pk]: pair for pk, pair in found.items()}, KEPT)
        shares |= found
    return shares


def _shares(words: Sequence[str], others: Sequence[str]) -> tuple[float, float]:
    stretches = common_stretches(words, others)
    return share_here(stretches, len(words)), share_there(stretches, len(others))


def _answer(shares: dict[int, tuple[float, float]], user: Any) -> list[Similar]:
    alike = {pk: pair for pk, pair in shares.items() if max(pair) >= LEAST_SHARE}
    pages = _pages(alike, user) if alike else {}
    found = [Similar(page, *alike[pk]) for pk, page in pages.items()]
    return sorted(found, key=lambda one: (-max(one.share, one.share_there), one.page.pk))


def _pages(ids: Iterable[int], user: Any) -> dict[int, Any]:
    return PortalPage.objects.visible_to(user).select_related("record").in_bulk(list(ids))
