"""Two columns side by side on the lines of a text, put back into the order in which they read.

Heads and feet have two columns (Decree 30/2020/NĐ-CP, annex I). Readers of files give the left
column whole and then the right one; text from elsewhere may have both on one line, parted by a
wide gap or a tab. `cells_in_order` makes the second look like the first; places stay those of
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extraction.lines import Line

_GAP = re.compile(r"[ \xa0]{3,}|[ \xa0]*\t\s*")
# A gap may also be a place to write in: "Số:      /KH-UBND", "ngày      tháng     năm 2024".
_GOES_ON = re.compile(r"[/-]\s*[A-ZĐ]|tháng\b|năm\b", re.IGNORECASE)
_WAITS = re.compile(r"(?:\bngày|\btháng|\bnăm|\bsố\s*:?)$", re.IGNORECASE)
# Columns copied from a page may have lost the gap; what follows can only begin the right one.
_MERGED = re.compile(
    r"(?<=\S)\s(?=C[ỘỌ]NG\s+H[OÒ][AÀ]?\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*[Tt]ự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|"
    r"CỘNG\s+HÒA\s+XÃ\s+HỘI)"
    r"|(?<=[A-ZĐ])\s(?=[A-ZĐÀ-Ỹ][^\d,;:./]{2,30},\s*ngày\s[\d.…\s]{0,12}tháng\b)"
)
_TAB = 8
_SLACK = 3
# Lines in one column that may stand between lines that have two.
_FARTHEST = 4


def cells_of(line: Line) -> list[Line]:
    """The parts of `line` that wide gaps part, each a line of its own; mostly one."""
    gaps = [*_GAP.finditer(line.text)] or [*_MERGED.finditer(line.text)]
    if not gaps:
        return [line]
    pieces: list[tuple[int, int]] = []
    start = 0
    for gap in [*gaps, None]:
        end = gap.start() if gap else len(line.text)
        if pieces and _is_one(line.text[slice(*pieces[-1])], line.text[start:end]):
            pieces[-1] = (pieces[-1][0], end)
        elif end > start:
            pieces.append((start, end))
        start = gap.end() if gap else end
    return [
        Line(line.number, line.start + first, line.start + last, line.text[first:last], line.rows)
        for first, last in pieces
    ]


def _is_one(before: str, after: str) -> bool:
    return bool(_GOES_ON.match(after) or (_WAITS.search(before) and after[:1] in "0123456789./…_"))


def cells_in_order(text: str, lines: Sequence[Line], *, reach: int = 0) -> list[Line]:
    """The cells of `lines`, left columns before the right ones beside them.

    reach: how many lines below the last that has two cells a lone right one may still follow.
    """
    parts = [cells_of(line) for line in lines]
    if all(len(cells) == 1 for cells in parts):
        return list(lines)
    ordered: list[Line] = []
    numbered = list(enumerate(_in_blocks(text, parts, reach)))
    for in_block, group in groupby(numbered, key=lambda entry: entry[1]):
        rows = [parts[place] for place, _ in group]
        if in_block < 0:
            ordered += [cell for row in rows for cell in row]
        else:
            ordered += _by_column(text, rows)
    return ordered


def _in_blocks(text: str, parts: Sequence[Sequence[Line]], reach: int) -> Iterator[int]:
    """For each line the number of the two-column block it belongs to, -1 for none."""
    doubles = [place for place, cells in enumerate(parts) if len(cells) > 1]
    blocks: list[list[int]] = []
    for place in doubles:
        if blocks and place - blocks[-1][1] <= _FARTHEST:
            blocks[-1][1] = place
        else:
            blocks.append([place, place])
    for block in blocks if reach else ():
        block[1] = _last_right(text, parts, block, reach)
    for place in range(len(parts)):
        yield next(
            (number for number, (first, last) in enumerate(blocks) if first <= place <= last), -1
        )


def _last_right(
    text: str, parts: Sequence[Sequence[Line]], block: Sequence[int], reach: int
) -> int:
    """The last line near the block whose only cell stands in its right column."""
    first, last = block
    edge = min(_column(text, row[1]) for row in parts[first : last + 1] if len(row) > 1) - _SLACK
    for place in range(last + 1, min(last + 1 + reach, len(parts))):
        if edge > 0 and len(parts[place]) == 1 and _column(text, parts[place][0]) >= edge:
            last = place
    return last


def _by_column(text: str, rows: Sequence[Sequence[Line]]) -> list[Line]:
    """Left cells, then right cells, told apart by where the right ones begin."""
    second = [_column(text, row[1]) for row in rows if len(row) > 1]
    edge = min(second) - _SLACK
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        is_right = len(row) == 1 and _column(text, row[0]) >= edge
        (right if is_right else left).append(row[0])
        right += row[1:]
    return left + right


def _column(text: str, cell: Line) -> int:
    begin = text.rfind("\n", 0, cell.start) + 1
    return len(text[begin : cell.start].expandtabs(_TAB))
