"""The title of a document: its type, and below it (or after "V/v") the abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extraction.bodies import opens_authority
from extraction.fields import Field, Span, sure, unsure
from extraction.lines import Line
from vietnamese import DocumentType, document_type_named, document_types, fold

_SUBJECT = re.compile(r"\(?\s*(?:V\s*/\s*v|Về\s+việc)\s*[:.]?\s*", re.IGNORECASE)
_SHORT_SUBJECT = re.compile(r"\(?\s*V\s*/\s*v\b", re.IGNORECASE)
_ABOUT = re.compile(r"Về\s", re.IGNORECASE)
_DATE_LINE = re.compile(r"[^\n]{0,60}?,?\s*\bngày\b.*", re.IGNORECASE | re.DOTALL)
_NUMBER_LINE = re.compile(r"(?:luật\s+)?số\s*[:.]?\s*[\d/.…]", re.IGNORECASE)
_ADDRESSEE = re.compile(r"kính\s+gửi", re.IGNORECASE)
_ATTACHED = re.compile(r"\(\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\b", re.IGNORECASE)
# A line that ends so goes on with a name in the next line, even when that could be an authority.
_OPEN_END = re.compile(
    r"(?:của|và|thuộc|tại|do|cho|với|về|trên|bởi|bàn|giữa|các|những|theo|[-–,(])$", re.I
)
# Words with which the first sentence of a body begins, but no abstract goes on.
_SENTENCE = re.compile(
    r"(?:Ngày\s+\d|Hôm\s+nay|Vào\s+(?:hồi|lúc)|Sau\s+khi|Thời\s+gian\s+qua|Trong\s+thời\s+gian|"
    r"Để\s|Nhằm\s|Trên\s+cơ\s+sở|Thời\s+gian\s*:|Địa\s+điểm\s*:|Kính\s+thưa|Qua\s|Tiếp\s+theo)"
)
_OF = re.compile(r"của\s+", re.IGNORECASE)
_LONGEST = 14
_LONGEST_TYPE_LINE = 16
_LONG_SENTENCE = 110


@dataclass(frozen=True, slots=True)
class Title:
    """The type as printed, where it stands, and the abstract."""

    document_type: DocumentType | None
    printed: str
    span: Span
    abstract: Field[str]
    is_dispatch: bool = False
    is_plain: bool = False

    @property
    def abbreviation(self) -> str:
        return self.document_type.abbreviation if self.document_type else ""


def find_title(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """The title among the lines of the head; `following` is the first line of the body, if any.

    is_plain of what comes back: the type is not in capitals, so it may be a word of the text.
    """
    return (
        _full_title(head, following)
        or _opening_title(head, following, capitals=True)
        or _dispatch(head, following)
        or _plain_title(head, following)
        or _addressed(head, following)
    )


def _full_title(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    for place in range(len(head)):
        kind, length = _type_at(head, place)
        if kind:
            return _title(kind, head, place, length, following)
    return None


def _title(
    kind: DocumentType, head: Sequence[Line], place: int, length: int, following: Sequence[Line]
) -> Title:
    span = Span(head[place].start, head[place + length - 1].end)
    printed = " ".join(line.text for line in head[place : place + length])
    abstract = _abstract(head, place + length, following)
    return Title(kind, printed, span, abstract, is_plain=not head[place].is_capitals)


def _type_at(head: Sequence[Line], place: int) -> tuple[DocumentType | None, int]:
    """A type that fills its line, or two lines that were broken in the middle of it."""
    line = head[place]
    if line.is_capitals:
        if kind := _named(line.text):
            return kind, 1
        if place + 1 < len(head) and head[place + 1].follows(line):
            return document_type_named(f"{line.text} {head[place + 1].text}"), 2
    return None, 0


@cache
def _named(text: str) -> DocumentType | None:
    """The type that a line names: spaced letters ("Q U Y Ế T") and "BẢN" before it allowed."""
    words = text.strip(" :.*_-–—()")
    kind = document_type_named(words)
    if kind is None and words.lower().startswith("bản "):
        kind = document_type_named(words[4:])
    if kind is None and words.lower().endswith(" liên tịch"):
        kind = document_type_named(words[: -len(" liên tịch")])
    return kind


def _opening_title(
    head: Sequence[Line], following: Sequence[Line], *, capitals: bool
) -> Title | None:
    """A type that opens a line: LUẬT THI ĐUA, KHEN THƯỞNG; QUYẾT ĐỊNH CỦA BỘ TRƯỞNG ..."""
    for place, line in enumerate(head):
        if capitals and not line.is_capitals:
            continue
        kind = _type_opening(line)
        if kind is None:
            continue
        end = line.start + len(kind.name)
        words = line.text[len(kind.name) :]
        rest = Line(line.number, line.end - len(words.lstrip()), line.end, words.strip(), line.rows)
        following_lines = list(head[place + 1 :])
        if not (_OF.match(rest.text) and opens_authority(_OF.sub("", rest.text, count=1))):
            if not capitals:
                continue
            following_lines = [rest, *following_lines]
        abstract = _abstract(following_lines, 0, following)
        span = Span(line.start, end)
        return Title(kind, line.text[: len(kind.name)], span, abstract, is_plain=not capitals)
    return None


def _type_opening(line: Line) -> DocumentType | None:
    folded = fold(line.text[:80])
    return next(
        (kind for kind in document_types() if folded.startswith(fold(kind.name) + " ")), None
    )


def _plain_title(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """A type whose capitals were lost, alone on its line or with who decides."""
    for place, line in enumerate(head):
        if line.text[:1].isalpha() and (kind := _named(line.text)):
            return _title(kind, head, place, 1, following)
    return _opening_title(head, following, capitals=False)


def abstract_from(head: Sequence[Line], start: int, following: Sequence[Line]) -> Field[str]:
    """The abstract that begins at the place `start` of the text, inside a line of the head."""
    for place, line in enumerate(head):
        if line.start <= start <= line.end:
            words = line.text[start - line.start :]
            rest = Line(
                line.number, line.end - len(words.lstrip(" ,")), line.end, words.strip(" ,")
            )
            lines = [rest, *head[place + 1 :]] if rest.text else list(head[place + 1 :])
            return _abstract(lines, 0, following)
    return Field()


def _abstract(head: Sequence[Line], first: int, following: Sequence[Line]) -> Field[str]:
    """The lines below the type up to a rule, a change of voice or the body."""
    taken: list[Line] = []
    for line in head[first : first + _LONGEST]:
        if line.is_rule:
            if taken:
                break
            continue
        if _ends_abstract(taken, line):
            break
        taken.append(line)
    taken = _without_authority(taken, is_before_body=first + len(taken) >= len(head))
    if not taken:
        return Field()
    words = " ".join(" ".join(line.text.split()) for line in taken).strip(" *")
    is_closed = bool(following) or first + len(taken) < len(head)
    make = sure if is_closed and len(words) < 600 else unsure
    return make(words, Span(taken[0].start, taken[-1].end), words)


def _ends_abstract(taken: Sequence[Line], line: Line) -> bool:
    if _ATTACHED.match(line.text) or _ADDRESSEE.match(line.text):
        return True
    if not taken:
        return _SENTENCE.match(line.text) is not None and line.is_finished
    is_open = _OPEN_END.search(taken[-1].text) is not None
    if _is_new(taken[-1], line):
        return True
    if is_open:
        return False
    is_sentence = line.is_finished and len(line.text) > _LONG_SENTENCE
    return bool(_SENTENCE.match(line.text)) or line.text.endswith(":") or is_sentence


def _is_new(before: Line, line: Line) -> bool:
    """Whether the abstract ends before `line`: a gap, or capitals giving way to a sentence."""
    if not line.follows(before):
        return True
    is_about = line.text.startswith(("về ", "Về "))
    return before.is_capitals and not line.is_capitals and len(line.text) > 3 and not is_about


def _without_authority(lines: list[Line], *, is_before_body: bool) -> list[Line]:
    """Without the last lines when they name who decides, as decisions do."""
    for place in range(1, len(lines)):
        is_open = _OPEN_END.search(lines[place - 1].text.lower())
        is_title = any(_ABOUT.match(line.text) for line in lines[place + 1 :])
        if not opens_authority(lines[place].text) or is_open or is_title:
            continue
        is_last = place == len(lines) - 1 and is_before_body
        is_short = len(lines[place].text.split()) <= _LONGEST_TYPE_LINE
        if lines[place].is_capitals or (is_last and is_short):
            return lines[:place]
    return lines


def _dispatch(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """An official dispatch has no type, only its subject and an addressee."""
    is_addressed = any(_ADDRESSEE.match(line.text) for line in [*head, *following])
    for place, line in enumerate(head):
        is_subject = _SHORT_SUBJECT.match(line.text) or (
            is_addressed
            and place
            and _ABOUT.match(line.text)
            and _NUMBER_LINE.match(head[place - 1].text)
        )
        if is_subject:
            return _subject(head, place, is_addressed=is_addressed)
    return None


def _subject(head: Sequence[Line], place: int, *, is_addressed: bool) -> Title:
    line = head[place]
    match = _SUBJECT.match(line.text)
    begin = match.end() if match else 0
    taken = [line]
    for after in head[place + 1 : place + 8]:
        if _ends_subject(taken[-1], after):
            break
        taken.append(after)
    words = " ".join(" ".join(one.text.split()) for one in taken)
    words = _SUBJECT.sub("", words, count=1) if match else words
    span = Span(line.start + begin, taken[-1].end)
    words = words.strip(" *")
    words = words.rstrip(")") if line.text.startswith("(") else words
    found = sure(words, span, words) if is_addressed else unsure(words, span)
    printed = match[0].strip() if match else ""
    kind = document_type_named("Công văn")
    return Title(kind, printed, Span(line.start, line.end), found, True)


def _addressed(head: Sequence[Line], following: Sequence[Line]) -> Title | None:
    """Without a subject, only the addressee tells a dispatch."""
    if following and any(_ADDRESSEE.match(line.text) for line in [*head, *following]):
        begin = Span(following[0].start, following[0].start)
        return Title(document_type_named("Công văn"), "", begin, Field(), True)
    return None


def _ends_subject(before: Line, line: Line) -> bool:
    return bool(
        not line.follows(before)
        or line.is_rule
        or line.is_capitals
        or _DATE_LINE.fullmatch(line.text)
        or _NUMBER_LINE.match(line.text)
        or _ADDRESSEE.match(line.text)
    )
