"""How much a file may cost. What is over a limit ends in a `ReadError` that names the limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 2**20
# Kinds whose pages may have to be recognised.
SLOW_FORMATS: Final = frozenset({"pdf", "png", "jpeg", "tiff"})


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit of a reading.

    seconds: wall clock for files that hold their text; LibreOffice needs a few for its start.
    scan_seconds: wall clock for PDF files and pictures, whose pages may have to be recognised at
    about five seconds each. cpu_seconds, scan_cpu_seconds: processor time of the reading process
    itself; a page of text takes 15 ms, preparing a scanned one half a second. Each program that
    helps has as much of its own.
    memory_mb: private memory of each process; a page at 300 dpi in colour is 26 MB.
    file_mb: a scan of a hundred pages has about 30. written_mb: of any file that a reader writes.
    unpacked_mb, members, ratio: of a package (docx, odt). XML of documents packs to a twentieth,
    long tables to a hundredth; a bomb to a thousandth. pages: the longest budgets have about 900.
    megapixels: of one picture; A4 at 600 dpi has 35. letters: a law of 700 articles has 700,000.
    answer_mb: of what the reading process sends back: the text is in it about three times.
    """

    seconds: float = 60
    scan_seconds: float = 900
    cpu_seconds: int = 60
    scan_cpu_seconds: int = 150
    memory_mb: int = 400
    file_mb: int = 50
    written_mb: int = 200
    unpacked_mb: int = 200
    members: int = 5000
    ratio: int = 200
    pages: int = 1500
    megapixels: int = 40
    letters: int = 5_000_000
    answer_mb: int = 64

    def seconds_for(self, format: str) -> float:
        """Wall clock for a file of kind `format`."""
        return self.scan_seconds if format in SLOW_FORMATS else self.seconds

    def cpu_seconds_for(self, format: str) -> int:
        """Processor time for a file of kind `format`."""
        return self.scan_cpu_seconds if format in SLOW_FORMATS else self.cpu_seconds


DEFAULT: Final = Limits()
