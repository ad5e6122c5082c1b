"""Who signed, in which office and for whom (Decree 30/2020/NĐ-CP, annex I, part II, 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extraction.columns import cells_in_order
from extraction.fields import Confidence, Field, Span, sure, unsure
from extraction.lines import Line, lines_of
from extraction.offices import (
    CAPACITY,
    capacity,
    goes_on,
    is_mark,
    is_office,
    is_secondary,
    opens_block,
    waits_for_office,
)
from extraction.people import (
    bare_name,
    has_family_name,
    is_person,
    is_person_in_capitals,
    two_persons,
)
from extraction.zones import Zones, is_motto, recipients_line, zones_of

_REACH = 30
# Lines that may stand between an office and its name, or between two signatures.
_FAR = 12
# In a foot the name may stand far below the office, beside a long list of recipients.
_COLUMN = 24
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block.

    name: of the signer, without rank or degree; office: the signer's own ("PHÓ CHỦ TỊCH"), as
    printed; capacity: TM., KT., TL., TUQ. or Q., several in the order printed ("TM. KT.");
    lines: the block as printed; others: the blocks of those who signed beside or below.
    """

    name: Field[str]
    office: Field[str]
    capacity: Field[str]
    lines: tuple[str, ...] = ()
    others: tuple[Signature, ...] = ()


_NONE = Signature(Field(), Field(), Field())


def parse_signature(text: str) -> Signature:
    """The signature of `text`; its fields are missing when there is none."""
    lines = lines_of(text)
    return signature_in(text, lines, zones_of(lines))


def signature_in(text: str, lines: Sequence[Line], zones: Zones) -> Signature:
    """The same, for lines whose zones are known."""
    end = len(lines) if zones.end_of_foot is None else zones.end_of_foot
    recipients = recipients_line(lines, zones.head)
    first = zones.foot if recipients is None else min(zones.foot, recipients)
    first = max(zones.body, min(first, end - 1 if recipients is None else first))
    if recipients is None and zones.foot >= end:
        first = max(zones.body, end - _REACH)
    scan = _Scan()
    for cell in cells_in_order(text, lines[first:end], reach=_COLUMN):
        if not scan.read(cell):
            break
    return scan.signature()


@dataclass(slots=True)
class _Block:
    """An office and, below it, the name."""

    lines: list[Line]
    name: Line | None = None


@dataclass(slots=True)
class _Scan:
    """Reads a foot cell by cell; `waiting` are the offices whose names are still to come."""

    blocks: list[_Block] = field(default_factory=list)
    waiting: list[_Block] = field(default_factory=list)
    names: list[Line] = field(default_factory=list)
    lone: list[Line] = field(default_factory=list)
    half: Line | None = None
    is_next: bool = False
    idle: int = 0

    def read(self, line: Line) -> bool:
        """Takes in the next cell; False when the foot has ended."""
        if is_motto(line) and self.blocks:
            return False  # another document begins
        is_next, self.is_next = self.is_next, False
        if is_next and goes_on(self.waiting[-1].lines[0], line):
            self.waiting[-1].lines.append(line)
            self.is_next = True
        elif opens_block(line):
            self._open(line)
        elif self.waiting and (names := self._names(line)):
            self.names += names
        elif not (is_mark(line) or line.is_bullet):
            if is_person(line.text) and has_family_name(line.text):
                self.lone.append(line)
            self._other(line)
        return not (self.idle > _FAR and any(block.name for block in self.blocks))

    def _open(self, line: Line) -> None:
        self._pair()
        self.idle, self.is_next = 0, True
        last = self.waiting[-1] if self.waiting else None
        if last and waits_for_office(last.lines[-1].text):
            last.lines.append(line)  # parted from its capacity by the other column
            return
        self.waiting.append(_Block([line]))
        self.blocks.append(self.waiting[-1])

    def _names(self, line: Line) -> list[Line]:
        """The names in `line`: one, or two when two offices wait for theirs."""
        parts = two_persons(line.text) if len(self.waiting) == _PAIR and not self.names else None
        if parts:
            end, start = line.start + parts[0], line.start + parts[1]
            first = Line(line.number, line.start, end, line.text[: parts[0]])
            return [first, Line(line.number, start, line.end, line.text[parts[1] :])]
        name = self._name(line)
        return [name] if name else []

    def _name(self, line: Line) -> Line | None:
        """The name in `line`, with the word on the line before that belongs to it."""
        half, self.half = self.half, None
        is_plain = not self.waiting[-1].lines[0].is_capitals
        if half and line.follows(half) and has_family_name(half.text):
            joined = _joined(half, line)
            return joined if is_person(joined.text) else None
        if is_person_in_capitals(line.text) or is_person(line.text):
            return line if has_family_name(line.text) or not is_plain else None
        return None

    def _other(self, line: Line) -> None:
        """A line that is neither office nor name: perhaps half a name, broken by a web page."""
        self.idle += 1
        is_single = len(line.text.split()) == 1 and line.text[0].isupper()
        last = self.names[-1] if self.names else None
        if is_single and last and line.follows(last) and is_person(f"{last.text} {line.text}"):
            self.names[-1] = _joined(last, line)
        elif is_single and self.waiting:
            self.half = line
        if self.idle > _FAR:
            self._pair()
            self.waiting.clear()

    def _pair(self) -> None:
        """Gives the names read to the offices above them, in order."""
        for block, name in zip(self.waiting[-len(self.names) :], self.names, strict=False):
            block.name = name
        if self.names:
            self.waiting.clear()
            self.names.clear()

    def signature(self) -> Signature:
        """The main signature, the others in it."""
        self._pair()
        named = [block for block in self.blocks if block.name]
        if not named:
            found = _signature(self.blocks[0]) if self.blocks else _NONE
            lone = self.lone[-1] if self.lone else None
            return replace(found, name=_signer(lone, Confidence.UNSURE)) if lone else found
        signed = sorted(
            map(_signature, named), key=lambda one: is_secondary(one.office.value or "")
        )
        return replace(signed[0], others=tuple(signed[1:]))


def _joined(first: Line, second: Line) -> Line:
    return Line(first.number, first.start, second.end, f"{first.text} {second.text}", 2)


def _signature(block: _Block) -> Signature:
    rows = _rows(block.lines)
    office, capacities = _office(rows[-1].words), _capacities(rows)
    span = rows[-1].span
    whole = Span(block.lines[0].start, block.lines[-1].end)
    is_plain = block.name is None or not block.lines[0].is_capitals
    confidence = Confidence.UNSURE if is_plain else Confidence.SURE
    return Signature(
        _signer(block.name, confidence) if block.name else Field(),
        Field(office, confidence, span, rows[-1].words),
        sure(capacities, whole, capacities) if capacities else Field(),
        tuple(row.words for row in rows),
    )


def _signer(line: Line, confidence: Confidence) -> Field[str]:
    name = bare_name(line.text)
    is_sure = confidence is Confidence.SURE and has_family_name(name)
    return (sure if is_sure else unsure)(name, line.span, line.text)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the block; broken lines are joined."""

    words: str
    span: Span


def _rows(block: Sequence[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for line in block:
        words = " ".join(line.text.split())
        if rows and not is_office(line.text):
            last = rows.pop()
            rows.append(_Row(f"{last.words} {words}", Span(last.span.start, line.end)))
        else:
            rows.append(_Row(words, line.span))
    return rows


def _office(row: str) -> str:
    return CAPACITY.sub("", row, count=1).strip(" ,;")


def _capacities(rows: Sequence[_Row]) -> str:
    return " ".join(capacity(match) for row in rows if (match := CAPACITY.match(row.words)))
