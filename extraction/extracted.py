"""What a reader of files hands on: text, and what a person must know of how it was got."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extraction.fields import Span
from vietnamese import nfc

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\u00ad]")


class NoteCode(StrEnum):
    """What a person must know of how a text was got. The words for users are elsewhere."""

    LEGACY_ENCODING = "legacy-encoding"  # data: encoding; passages where they are counted
    SCANNED = "scanned"  # data: pages
    PROGRAM_MISSING = "program-missing"  # data: program, package; pages when only some need it
    PART_UNREADABLE = "part-unreadable"  # data: part
    PAGES_UNREADABLE = "pages-unreadable"  # data: pages
    ONLY_PICTURES = "only-pictures"  # data: pictures; an office file without a word of its own
    TRACKED_CHANGES = "tracked-changes"  # data: deleted, inserted; deleted words are left out
    HIDDEN_TEXT = "hidden-text"  # data: passages; left out
    RUNNING_HEADER = "running-header"  # data: text; what headers and footers of later pages say


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know. `data` fills in a translated sentence."""

    code: NoteCode
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document. span: where its cells stand in the text, row by row."""

    span: Span
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """A passage whose old encoding was converted. span: of `after` in the text."""

    span: Span
    encoding: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document.

    text: composed letters, lines ended by a line feed, invisible signs out, words untouched; all
    spans of this package count in it. source: name of the file, "" for text that was given.
    format: "txt", "html", "docx", "pdf" ... as found in the content. encoding: how it was written.
    page_starts: offsets in the text where pages begin, empty where the format has no pages.
    scanned_pages: pages (from 1) whose text was recognised from a picture: digits may be wrong.
    doubtful: places whose letters cannot be trusted: handwriting, a stamp over print.
    furniture: lines that stay in the text although they look like a running header.
    """

    text: str
    source: str = ""
    encoding: str = ""
    format: str = ""
    page_starts: tuple[int, ...] = ()
    scanned_pages: tuple[int, ...] = ()
    tables: tuple[Table, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    notes: tuple[Note, ...] = ()
    doubtful: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()


def clean(text: str) -> str:
    """`text` in the one form that the parsers expect.

    The Icelandic Ð, which some keyboards give for Đ, becomes Đ: no Vietnamese word has it.
    """
    lines = _BREAKS.sub("\n", _CONTROLS.sub("", text))
    return nfc(lines).replace("Ð", "Đ").replace("ð", "đ")


def read_text(text: str, source: str = "", encoding: str = "", format: str = "") -> Extracted:
    """A text that is already there."""
    return Extracted(clean(text), source, encoding, format)
