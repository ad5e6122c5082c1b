"""What a careful reader saw in each paper of a folder: `ground_truth.csv`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vietnamese import nfc

# Words of the notes that say that the list of cited documents is not whole.
_PARTIAL = re.compile(r"not fully read|not transcribed|may be longer|partial", re.IGNORECASE)
_CITED_DAY = re.compile(r"\s+(\d{1,2}/\d{1,2}/\d{4})$")


class Group(StrEnum):
    """How the letters came onto the page; each group has its own promise."""

    BORN_DIGITAL = "born-digital"
    TYPED = "scan, number and day typed"
    HANDWRITTEN = "scan, number or day by hand"


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited document: its number or the name of a law, and its day as printed ("" if none)."""

    name: str
    day: str

    @property
    def is_number(self) -> bool:
        return "/" in self.name


@dataclass(frozen=True, slots=True)
class Truth:
    """A row of the table; texts are folded for comparison where they are compared."""

    file: str
    group: Group
    doc_type: str
    number: str
    date: str
    issuer: str
    parent_body: str
    subject: str
    signers: tuple[str, ...]
    offices: tuple[str, ...]
    urgency: str
    cited: tuple[Cited, ...]
    is_partial: bool


def read_truth(folder: Path, handwritten: set[str] | None = None) -> list[Truth]:
    """The rows of `folder`/ground_truth.csv, those of missing files left out.

    handwritten: numbers of the files ("012") whose number or day is written by hand; None asks
    the notes of the table.
    """
    with (folder / "ground_truth.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [_truth(row, handwritten) for row in rows if (folder / row["file"]).is_file()]


def same(text: str) -> str:
    """The form in which two values are compared: NFC, one space, case folded."""
    return " ".join(nfc(text).split()).casefold()


def _truth(row: dict[str, str], handwritten: set[str] | None) -> Truth:
    return Truth(
        row["file"],
        _group(row, handwritten),
        row["doc_type"],
        row["number"],
        row["date"],
        row["issuer"],
        row["parent_body"],
        row["subject"],
        _parts(row["signer"]),
        _parts(row["signer_title"]),
        row["urgency"],
        tuple(_cited(part) for part in _parts(row["cited"])),
        _PARTIAL.search(row["note"]) is not None,
    )


def _group(row: dict[str, str], handwritten: set[str] | None) -> Group:
    kind = f"{row['kind']} {row['note']}".lower()
    if "scan" not in row["kind"].lower():
        return Group.BORN_DIGITAL
    by_hand = "handwritten" in kind if handwritten is None else row["file"][:3] in handwritten
    return Group.HANDWRITTEN if by_hand else Group.TYPED


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _cited(words: str) -> Cited:
    day = _CITED_DAY.search(words)
    return Cited(words[: day.start()] if day else words, day[1] if day else "")
