"""How well papers in old encodings are read: `python -m benchmarks.legacy FOLDER [NAME...]`.

FOLDER holds public-domain/ and synthetic/ with their transcripts in ground-truth/ and
ground-truth-synthetic/. The figures are those of METRIC.md there: letters, marked letters and
syllables of the transcript that were recovered, once for the letters as stored ("raw") and once
converted. "a=A" is the share of marked letters with capitals and small letters taken as equal:
the transcripts have headings in small letters that the font shows as capitals. They also keep the
order in which the file stores its cells, and deleted text of tracked changes: columns that are
read one after the other, and deletions left out, count against the figures.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from benchmarks.alignment import matching_letters, matching_words
from extraction.errors import ReadError
from extraction.extracted import Extracted
from extraction.files import read_file


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the transcript that were recovered, 0 to 1."""

    letters: float
    marks: float
    syllables: float
    marks_any_case: float

    def __str__(self) -> str:
        figures = (self.letters, self.marks, self.syllables, self.marks_any_case)
        return " ".join(f"{figure:6.4f}" for figure in figures)


def prepared(text: str) -> str:
    """NFC, one space for white space: what METRIC.md does with both sides."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def score(found: str, truth: str) -> Score:
    """Compares `found` with the transcript `truth`, both prepared."""
    marks = _marks(found, truth)
    matched = sum(size for _, _, size in matching_letters(found, truth))
    words, wanted = found.split(" "), truth.split(" ")
    syllables = sum(size for _, _, size in matching_words(words, wanted))
    return Score(
        matched / max(len(truth), 1),
        marks,
        syllables / max(len(wanted), 1),
        _marks(found.lower(), truth.lower()),
    )


def _marks(found: str, truth: str) -> float:
    """Of the letters of `truth` that carry a mark, those that `found` has exactly."""
    plain, wanted = _plain(found), _plain(truth)
    marked = [plain_letter != letter for plain_letter, letter in zip(wanted, truth, strict=True)]
    right = sum(
        found[a + step] == truth[b + step]
        for a, b, size in matching_letters(plain, wanted)
        for step in range(size)
        if marked[b + step]
    )
    return right / max(sum(marked), 1)


def _plain(text: str) -> str:
    """`text` without marks, letter for letter."""
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


def stored(extracted: Extracted) -> str:
    """The text of `extracted` with its passages as they were before conversion."""
    parts: list[str] = []
    end = 0
    for change in sorted(extracted.conversions, key=lambda change: change.span.start):
        if change.span.start >= end:
            parts += [extracted.text[end : change.span.start], change.before]
            end = change.span.end
    return "".join([*parts, extracted.text[end:]])


def _files(folder: Path) -> list[tuple[str, Path, Path]]:
    found = []
    for path in sorted(folder.glob("*/**/*")):
        group = path.parent.name
        truths = "ground-truth-synthetic" if group == "synthetic" else "ground-truth"
        truth = folder / truths / f"{path.stem}.txt"
        if path.is_file() and truth.exists() and not group.startswith("ground-truth"):
            found.append((group, path, truth))
    return found


def _measure(path: Path, truth: Path) -> tuple[Score, Score, str] | None:
    try:
        began = time.perf_counter()
        extracted = read_file(path)
    except ReadError as error:
        print(f"{path.name[:44]:44} not read: {error.code}")
        return None
    if not extracted.text:
        print(f"{path.name[:44]:44} no text: {[str(note.code) for note in extracted.notes]}")
        return None
    seconds = time.perf_counter() - began
    wanted = prepared(truth.read_text(encoding="utf-8"))
    raw = score(prepared(stored(extracted)), wanted)
    converted = score(prepared(extracted.text), wanted)
    return raw, converted, f"{extracted.encoding} {seconds:.1f} s"


def main(arguments: list[str]) -> int:
    """Prints a line per file and the means of each group; 2 when there is nothing to measure."""
    if not arguments:
        print(__doc__)
        return 2
    wanted = arguments[1:]
    groups: dict[str, list[tuple[Score, Score]]] = defaultdict(list)
    print(f"{'':44} {'raw: letters marks syllables a=A':30} converted")
    for group, path, truth in _files(Path(arguments[0])):
        if wanted and not any(name in path.name for name in wanted):
            continue
        measured = _measure(path, truth)
        if measured:
            raw, converted, how = measured
            groups[group].append((raw, converted))
            print(f"{path.name[:44]:44} {raw}  {converted}  {how}", flush=True)
    for group, scores in groups.items():
        marks = [converted.marks for _, converted in scores]
        any_case = [converted.marks_any_case for _, converted in scores]
        print(
            f"{group}: {len(scores)} files; marks {mean(raw.marks for raw, _ in scores):.4f} raw, "
            f"{mean(marks):.4f} converted (median {median(marks):.4f}, lowest {min(marks):.4f}); "
            f"capitals as small letters {mean(any_case):.4f} (median {median(any_case):.4f})"
        )
    return 0 if groups else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
