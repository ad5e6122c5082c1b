"""The two ends of a file, where its kind is written."""

from __future__ import annotations

import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path

_HEAD = 65_536
_TAIL = 66_000  # the end record of a ZIP file: 22 bytes and a comment of at most 65,535
_PDF = re.compile(rb"%PDF-\d")
_PDF_SIGNS = re.compile(rb"%%EOF|startxref")
_PDF_REACH = 1024  # readers look for the header so far: ISO 32000-1, annex H, note 13
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class ZipEnd:
    """What the end record of a ZIP file (APPNOTE 4.3.16) says of its directory, in bytes."""

    directory_size: int
    directory_offset: int


@dataclass(frozen=True, slots=True)
class Peek:
    """The file at `path`: its size in bytes, its first and last 64 KB."""

    path: Path
    size: int
    head: bytes
    tail: bytes

    @classmethod
    def at(cls, path: Path) -> Peek:
        """The ends of the file at `path`. Raises OSError as opening a file does."""
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - _TAIL, 0))
            tail = file.read(_TAIL)
            file.seek(0)
            return cls(path, size, file.read(_HEAD), tail)

    @property
    def pdf_offset(self) -> int | None:
        """Where a PDF begins, None where none does: with few strange bytes before, it still is."""
        found = _PDF.search(self.head[: _PDF_REACH + 8])
        if not found:
            return None
        is_pdf = found.start() == 0 or _PDF_SIGNS.search(self.tail)
        return found.start() if is_pdf else None

    @property
    def zip_end(self) -> ZipEnd | None:
        """The end record of a ZIP file when the file ends with one, whatever it begins with."""
        place = self.tail.rfind(b"PK\x05\x06")
        if place < 0 or len(self.tail) - place < _END.size:
            return None
        fields = _END.unpack_from(self.tail, place)
        if place + _END.size + fields[7] != len(self.tail):
            return None
        return ZipEnd(fields[5], fields[6])
