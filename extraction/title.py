"""The title of a document: its type, and below it (or after "V/v") the abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.bodies import opens_authority
from extraction.fields import Field, Span, sure, unsure
from extraction.lines import Line
from vietnamese import DocumentType, document_type_named, document_types, fold

_SUBJECT = re.compile(r"\(?\s*V\s*/\s*v\s*[:.]?\s*", re.IGNORECASE)
_DATE_LINE = re.compile(r".{0,40},?\s*ngày\b.*", re.IGNORECASE | re.DOTALL)
_NUMBER_LINE = re.compile(r"(?:luật\s+)?số\s*[:.]?\s*[\d/.…]", re.IGNORECASE)
_ADDRESSEE = re.compile(r"kính\s+gửi", re.IGNORECASE)
# A line that ends so goes on with a name in the next line, even when that could be an authority.
_OPEN_END = re.compile(r"(?:của|và|thuộc|tại|do|cho|với|về|trên|bởi|bàn|giữa|[-–,(])$", re.I)
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Title:
    """The type as printed, where it stands, and the abstract."""

    document_type: DocumentType | None
    printed: str
    span: Span
    abstract: Field[str]
    is_dispatch: bool = False

    @property
    def abbreviation(self) -> str:
        return self.document_type.abbreviation if self.document_type else ""


def find_title(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """The title among the lines of the head; `following` is the first line of the body, if any."""
    for place in range(len(head)):
        kind, length = _type_at(head, place)
        if kind:
            span = Span(head[place].start, head[place + length - 1].end)
            printed = " ".join(line.text for line in head[place : place + length])
            return Title(kind, printed, span, _abstract(head, place + length, following))
    for place, line in enumerate(head):
        if kind := _type_opening(line):
            end = line.start + len(kind.name)
            rest = Line(line.number, end, line.end, line.text[len(kind.name) :].strip())
            abstract = _abstract([rest, *head[place + 1 :]], 0, following)
            return Title(kind, line.text[: len(kind.name)], Span(line.start, end), abstract)
    return _dispatch(head, following)


def _type_at(head: Sequence[Line], place: int) -> tuple[DocumentType | None, int]:
    """A type that fills its line, or two lines that were broken in the middle of it."""
    line = head[place]
    if line.is_capitals:
        if kind := document_type_named(line.text.strip(" :.*")):
            return kind, 1
        if place + 1 < len(head) and head[place + 1].follows(line):
            return document_type_named(f"{line.text} {head[place + 1].text}"), 2
    return None, 0


def _type_opening(line: Line) -> DocumentType | None:
    """A type that opens a line of capitals: LUẬT THI ĐUA, KHEN THƯỞNG."""
    if not line.is_capitals:
        return None
    folded = fold(line.text)
    return next(
        (kind for kind in document_types() if folded.startswith(fold(kind.name) + " ")), None
    )


def _abstract(head: Sequence[Line], first: int, following: Sequence[Line]) -> Field[str]:
    """The lines below the type up to a rule, a change of voice or the body."""
    taken: list[Line] = []
    for line in head[first : first + _LONGEST]:
        if line.is_rule:
            if taken:
                break
            continue
        if taken and _is_new(taken[-1], line):
            break
        taken.append(line)
    taken = _without_authority(taken)
    if not taken:
        return Field()
    words = " ".join(" ".join(line.text.split()) for line in taken).strip(" *")
    is_closed = bool(following) or first + len(taken) < len(head)
    make = sure if is_closed and len(words) < 600 else unsure
    return make(words, Span(taken[0].start, taken[-1].end), words)


def _is_new(before: Line, line: Line) -> bool:
    """Whether the abstract ends before `line`: a gap, or capitals giving way to a sentence."""
    if not line.follows(before):
        return True
    return before.is_capitals and not line.is_capitals and len(line.text) > 3


def _without_authority(lines: list[Line]) -> list[Line]:
    """Without the last lines when they name who decides, as decisions do."""
    for place in range(1, len(lines)):
        is_open = _OPEN_END.search(lines[place - 1].text.lower())
        if opens_authority(lines[place].text) and lines[place].is_capitals and not is_open:
            return lines[:place]
    return lines


def _dispatch(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """An official dispatch has no type, only its subject and an addressee."""
    is_addressed = any(_ADDRESSEE.match(line.text) for line in [*head, *following])
    for place, line in enumerate(head):
        match = _SUBJECT.match(line.text)
        if match:
            kind = document_type_named("Công văn")
            taken = [line]
            for after in head[place + 1 : place + 8]:
                if _ends_subject(taken[-1], after):
                    break
                taken.append(after)
            words = " ".join(" ".join(one.text.split()) for one in taken)[match.end() :]
            span = Span(line.start + match.end(), taken[-1].end)
            found = sure(words.strip(" )"), span, words) if is_addressed else unsure(words, span)
            return Title(kind, match[0].strip(), Span(line.start, line.end), found, True)
    if following and is_addressed:
        begin = Span(following[0].start, following[0].start)
        return Title(document_type_named("Công văn"), "", begin, Field(), True)
    return None


def _ends_subject(before: Line, line: Line) -> bool:
    return bool(
        not line.follows(before)
        or line.is_rule
        or _DATE_LINE.fullmatch(line.text)
        or _NUMBER_LINE.match(line.text)
        or _ADDRESSEE.match(line.text)
    )
