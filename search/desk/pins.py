"""Answers that administrators put first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from pages.models import PortalPage
from regulations.models import OfficialDocument, Provision
from search.desk.tables import Desk, Pin, current
from search.results import Hit, Result


def pinned_for(
    words: Sequence[str], user: Any, *, day: dt.date | None = None, desk: Desk | None = None
) -> list[Result]:
    """The answers pinned for exactly this question, newest first, that `user` may see.

    words: the folded words of the question; day: effect is told as of it (None: today); desk: what
    `current()` gave, if the caller has it. A question without pins costs no query beyond
    `current()`.
    """
    today = timezone.localdate()
    pins = (desk or current()).pins.get(" ".join(words), [])
    due = [pin for pin in pins if pin.valid_until is None or pin.valid_until >= today]
    if not due:
        return []
    pages = _pages({pin.page_id for pin in due}, user, day or today)
    seen = [pin for pin in due if pin.page_id in pages]
    labels = _labels(seen)
    return [_result(pages[pin.page_id], pin, labels) for pin in seen]


def _pages(ids: set[int], user: Any, day: dt.date) -> dict[int, Any]:
    pages = PortalPage.objects.visible_to(user).select_related("record").in_bulk(list(ids))
    records = [page.record for page in pages.values() if hasattr(page, "record")]
    if records:
        OfficialDocument.attach_effects(records, day)
    return pages


def _labels(pins: Iterable[Pin]) -> dict[tuple[int, str], str]:
    """The headings of the places that are pinned, by page and anchor."""
    places = {(pin.page_id, pin.anchor) for pin in pins if pin.anchor}
    if not places:
        return {}
    rows = Provision.objects.filter(
        page__in={page for page, _anchor in places}, anchor__in={anchor for _page, anchor in places}
    ).values_list("page", "anchor", "label", "heading")
    return {(page, anchor): f"{label} {heading}".strip() for page, anchor, label, heading in rows}


def _result(page: Any, pin: Pin, labels: dict[tuple[int, str], str]) -> Result:
    label = labels.get((pin.page_id, pin.anchor), "")
    hits = [Hit(label, f"{page.url}#{pin.anchor}", [])] if label else []
    return Result(page, page.type_name, hits, is_pinned=True, note=pin.note)
