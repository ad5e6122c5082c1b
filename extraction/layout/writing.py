"""Puts words together to the text of a document, and keeps count of where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extraction.extracted import Conversion, Table
from extraction.fields import Span
from extraction.layout.grids import Grid
from extraction.layout.word import Word


@dataclass(frozen=True, slots=True)
class Composed:
    """A text in reading order. Its fields are those of `Extracted`.

    running: running headers and footers with words in them, which are not in the text.
    """

    text: str
    page_starts: tuple[int, ...]
    tables: tuple[Table, ...]
    conversions: tuple[Conversion, ...]
    doubtful: tuple[Span, ...]
    furniture: tuple[Span, ...]
    running: tuple[str, ...] = ()


class Writer:
    """Collects text. Lines are ended by the next `line` or `gap`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last: Word | None = None
        self._run: list[Word] = []
        self._run_start = 0
        self._page_due = False
        self.page_starts: list[int] = []
        self.tables: list[Table] = []
        self.conversions: list[Conversion] = []
        self.doubtful: list[Span] = []
        self.furniture: list[Span] = []

    @property
    def is_empty(self) -> bool:
        return not self._length

    def page(self) -> None:
        """A page begins with the next word."""
        self._place_page()
        self._page_due = True

    def words(self, words: Iterable[Word]) -> None:
        """Words, with a space between them and before them if they go on in a line."""
        for word in words:
            self._word(word)

    def text(self, text: str) -> None:
        """Signs that are not printed so."""
        self._place_page()
        self._add(text)

    def line(self) -> None:
        """Ends the line."""
        self._end_run()
        self._last = None
        if self._length:
            self._add("\n")

    def gap(self) -> None:
        """Ends the line and leaves a blank one, but not two."""
        self._end_run()
        self._last = None
        end = "".join(self._parts[-2:])[-2:]
        if self._length and end != "\n\n":
            self._add("\n" if end.endswith("\n") else "\n\n")

    def grid(self, grid: Grid) -> None:
        """A table: a line for each row, a tab between cells."""
        self._place_page()
        start, rows = self._length, []
        for place, cells in enumerate(grid.rows):
            if place:
                self.line()
            rows.append(self._cells(cells))
        self._end_run()
        self._last = None
        self.tables.append(Table(Span(start, self._length), tuple(rows)))

    def aside(self, text: str) -> None:
        """A line that is no part of the document."""
        self._place_page()
        self.furniture.append(Span(self._length, self._length + len(text)))
        self._add(text)
        self.line()

    def composed(self, running: tuple[str, ...]) -> Composed:
        """What was written."""
        self._end_run()
        self._place_page()
        return Composed(
            "".join(self._parts).rstrip("\n"),
            tuple(self.page_starts),
            tuple(self.tables),
            tuple(self.conversions),
            tuple(self.doubtful),
            tuple(self.furniture),
            running,
        )

    def _cells(self, cells: Sequence[tuple[Word, ...]]) -> tuple[str, ...]:
        texts: list[str] = []
        for place, cell in enumerate(cells):
            if place:
                self._end_run()
                self._last = None
                self._add("\t")
            start = len(self._parts)
            self.words(cell)
            texts.append("".join(self._parts[start:]))
        return tuple(texts)

    def _word(self, word: Word) -> None:
        if self._run and word.encoding != self._run[-1].encoding:
            self._end_run()
        if self._last and not word.glued:
            self._add(" ")
        self._place_page()
        if word.encoding:
            self._run_start = self._run_start if self._run else self._length
            self._run.append(word)
        start = self._length
        self._add(f"[{word.text.strip('()[]')}]" if word.raised else word.text)
        if word.doubtful:
            self.doubtful.append(Span(start, self._length))
        self._last = word

    def _place_page(self) -> None:
        if self._page_due:
            self.page_starts.append(self._length)
            self._page_due = False

    def _end_run(self) -> None:
        if not self._run:
            return
        after = self._tail(self._run_start)
        before = " ".join(word.before for word in self._run)
        span = Span(self._run_start, self._length)
        if before != after:
            self.conversions.append(Conversion(span, self._run[0].encoding, before, after))
        self._run = []

    def _tail(self, start: int) -> str:
        """What was written from `start` on."""
        parts: list[str] = []
        length = self._length
        for part in reversed(self._parts):
            if length <= start:
                break
            parts.append(part)
            length -= len(part)
        return "".join(reversed(parts))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
