"""The tables of the desk, remembered by each process until they change."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from pages.statement import Statement
from search.desk.models import ONLY_ROW, Abbreviation, DeskVersion, PinnedAnswer
from vietnamese import Abbreviation as Row
from vietnamese import Abbreviations

_TOKEN = Statement(lambda: DeskVersion.objects.filter(pk=ONLY_ROW).values_list("token", flat=True))


@dataclass(frozen=True, slots=True)
class Pin:
    """A pinned answer as it is remembered; see `PinnedAnswer`."""

    page_id: int
    anchor: str
    note: str
    valid_until: dt.date | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What the search is told: abbreviations, and pins by the folded words of their questions."""

    token: str | None
    abbreviations: Abbreviations
    pins: dict[str, list[Pin]] = field(default_factory=dict)


class _Memory:
    """What this process remembers."""

    desk: Desk | None = None


def current() -> Desk:
    """The tables as they are now.

    One query of one row tells whether they changed since this process read them, whichever process
    changed them; only then are they read again (two queries).
    """
    token = next(iter(_TOKEN.rows()), None)
    if _Memory.desk is None or _Memory.desk.token != token:
        _Memory.desk = _read(token)
    return _Memory.desk


def current_abbreviations() -> Abbreviations:
    """The abbreviations in use: shipped ones that are not switched off, and the site's own."""
    return current().abbreviations


def _read(token: str | None) -> Desk:
    rows = Abbreviation.objects.filter(is_active=True).values_list(
        "abbreviation", "expansion", "ambiguous", "source"
    )
    pins = defaultdict(list)
    for pinned in PinnedAnswer.objects.order_by("-created_at", "-pk"):
        pin = Pin(pinned.page_id, pinned.anchor, pinned.note, pinned.valid_until)
        for key in pinned.keys:
            pins[key].append(pin)
    return Desk(token, Abbreviations(Row(*row) for row in rows), dict(pins))
