"""The rows of a comparison as the page prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from regulations.compare.align import Change, Row, Wording
from regulations.compare.items import Item
from regulations.compare.words import Stretch, all_changed, diff
from vietnamese import nfc

CHANGES = {
    Change.SAME: _("Same words"),
    Change.CHANGED: _("Changed"),
    Change.ADDED: _("Added"),
    Change.REMOVED: _("Removed"),
    Change.SPLIT: _("Split"),
    Change.MERGED: _("Merged"),
}
WORDINGS = {
    Wording.SIGNS: _("Only punctuation, capitals or spelling"),
    Wording.HEADING: _("Only the heading"),
}
LOOSE = {
    "header": _("Head of the document"),
    "text": _("Opening words"),
    "block": _("Table or figure"),
    "foot": _("End of the document"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A provision on one side: its name and its paragraphs, the first one its heading if any."""

    name: Any
    anchor: str
    has_heading: bool
    paragraphs: list[list[Stretch]]


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row: what happened, and both sides (an empty list where there is nothing)."""

    change: str
    verdicts: list[Any]
    old: list[Part]
    new: list[Part]

    @property
    def names(self) -> list[Any]:
        """What the row is called, without repeats."""
        return list(dict.fromkeys(str(part.name) for part in (*self.old, *self.new)))


@dataclass(frozen=True, slots=True)
class Untouched:
    """Provisions in a row that are the same on both sides."""

    first: Any
    last: Any
    count: int


def printed(rows: Sequence[Row], *, whole: bool = False) -> Iterator[PrintedRow | Untouched]:
    """The rows to print; those that are the same come together in one line unless `whole`."""
    for is_untouched, group in groupby(rows, key=lambda row: row.is_untouched):
        if is_untouched and not whole:
            same = list(group)
            yield Untouched(name_of(same[0].new[0]), name_of(same[-1].new[0]), len(same))
        else:
            yield from map(_printed, group)


def name_of(item: Item) -> Any:
    """What a reader calls the item: "Điều 5", "Mục 2" or what it is where it has no number."""
    return item.label.rstrip(".") or LOOSE.get(item.kind, "")


def counts_of(rows: Sequence[Row]) -> list[tuple[str, Any, int]]:
    """(change, its word, how many rows) of what occurs, in the order of `Change`."""
    found = [
        (change.value, CHANGES[change], sum(row.change is change for row in rows))
        for change in Change
        if change is not Change.SAME
    ]
    moved = sum(row.is_moved for row in rows)
    renumbered = sum(row.is_renumbered for row in rows)
    found += [("moved", _("Moved elsewhere"), moved), ("renumbered", _("Renumbered"), renumbered)]
    return [one for one in found if one[2]]


def _printed(row: Row) -> PrintedRow:
    before, after = _joined(row.old), _joined(row.new)
    if not row.old or not row.new:
        left, right = all_changed(before), all_changed(after)
    else:
        left, right = diff(before, after)
    return PrintedRow(
        row.change.value, _verdicts(row), _parts(row.old, left), _parts(row.new, right)
    )


def _verdicts(row: Row) -> list[Any]:
    is_quiet = row.change is Change.SAME and not row.is_untouched
    words: list[Any] = [] if is_quiet else [CHANGES[row.change]]
    if row.change is Change.CHANGED and row.wording in WORDINGS:
        words.append(WORDINGS[row.wording])
    words += [_("Moved elsewhere")] if row.is_moved else []
    words += [_("Renumbered")] if row.is_renumbered else []
    return words


def _joined(items: Sequence[Item]) -> str:
    return "\n".join(nfc(item.words) for item in items)


def _parts(items: Sequence[Item], stretches: Sequence[Stretch]) -> list[Part]:
    lines = iter(_lines(stretches))
    parts = []
    for item in items:
        count = len(nfc(item.words).split("\n"))
        own = [next(lines, []) for _ in range(count)]
        paragraphs = [line for line in own if any(stretch.text.strip() for stretch in line)]
        parts.append(Part(name_of(item), item.anchor, bool(item.heading), paragraphs))
    return parts


def _lines(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches cut at line breaks."""
    lines: list[list[Stretch]] = [[]]
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        lines[-1].append(replace(stretch, text=first))
        lines += [[replace(stretch, text=text)] for text in others]
    return [[stretch for stretch in line if stretch.text] for line in lines]
