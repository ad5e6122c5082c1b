"""The list that an office keeps of its documents: an XLSX file, a row for each file.

Columns are found by their names, whatever the order, capitals or marks ("Số hiệu", "so hieu").
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extraction.content.packages import check_workbook
from extraction.content.peek import Peek
from extraction.errors import ReadError
from extraction.limits import DEFAULT
from regulations.intake.findings import DATES, RULES
from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.models import DocumentType
from vietnamese import document_type_named, fold, nfc, parse_date

FILE = "file"
MOST_ROWS = 20_000
MOST_COLUMNS = 60
LAST_ROW = 2**20  # of any sheet of Excel; who names a later one wants the reader to count for ever
# What opening and reading a damaged workbook raises: broken packages, broken XML (a SyntaxError of
# the XML libraries), parts that are missing or say nonsense.
_DAMAGE = (
    ReadError,
    BadZipFile,
    InvalidFileException,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
)
# The title of each column in the template, an example, and what else offices call it.
COLUMNS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    FILE: ("Tệp", "ke-hoach-01.pdf", ("tên tệp", "file", "tập tin", "tên file", "đường dẫn")),
    "number": ("Số hiệu", "12/KH-MNHS", ("hiệu", "số", "số ký hiệu", "số và ký hiệu", "number")),
    "issued_on": (
        "Ngày ban hành",
        "24/09/2025",
        ("ngày", "ngày ký", "ngày văn bản", "ngày tháng", "date"),
    ),
    "document_type": ("Loại văn bản", "Kế hoạch", ("loại", "thể loại", "hình thức", "type")),
    "abstract": (
        "Trích yếu",
        "Công tác thi đua, khen thưởng năm 2025",
        ("trích yếu nội dung", "nội dung", "về việc", "tên văn bản", "abstract"),
    ),
    "issuer_as_printed": (
        "Nơi ban hành",
        "TRƯỜNG MẦM NON HOA SEN",
        ("cơ quan ban hành", "cơ quan ban hành như đã in", "cơ quan", "đơn vị ban hành", "issuer"),
    ),
    "issue_place": ("Địa danh", "Hà Đông", ("nơi ký", "place")),
    "signer": ("Người ký", "Nguyễn Thị Mẫu", ("họ tên người ký", "signer")),
    "signer_office": ("Chức vụ", "HIỆU TRƯỞNG", ("chức vụ người ký", "chức danh", "office")),
    "effective_on": (
        "Ngày có hiệu lực",
        "24/09/2025",
        ("ngày hiệu lực", "có hiệu lực từ", "hiệu lực từ ngày", "hiệu lực"),
    ),
}
COUNTING = frozenset({"stt", "tt", "so thu tu"})


def _key(title: str) -> str:
    """What two spellings of a column's title have in common: no marks, capitals or punctuation."""
    return " ".join(re.findall(r"\w+", fold(title)))


NAMES = {
    _key(name): column
    for column, (title, _example, others) in COLUMNS.items()
    for name in (title, column, *others)
}


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that was not understood: `wording.cell_sentence` has the words for its code."""

    cell: str
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the list. file: as named there, in cell `cell`; given: by field name of the page."""

    cell: str
    file: str
    given: dict[str, str] = field(default_factory=dict)
    errors: tuple[BadCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list. unknown: titles of columns that are not understood, as written."""

    rows: tuple[SheetRow, ...]
    unknown: tuple[str, ...] = ()


def sheet_template() -> bytes:
    """An XLSX file with the columns that are understood, and one example row."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Van ban"
    sheet.append([title for title, _example, _others in COLUMNS.values()])
    sheet.append([example for _title, example, _others in COLUMNS.values()])
    for place, (title, example, _others) in enumerate(COLUMNS.values(), start=1):
        letter = get_column_letter(place)
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(2, place).alignment = Alignment(wrap_text=True)
        sheet.column_dimensions[letter].width = max(len(title), min(len(example), 40)) + 4
        # Text cells: a spreadsheet makes a date of 12/03 otherwise.
        for row in range(2, 200):
            sheet.cell(row, place).number_format = "@"
    sheet.freeze_panes = "A2"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def sheet_at(path: Path) -> Sheet:
    """The list in the file at `path`: the rows below its first row, blank ones left out.

    Raises RefusedError when it is no list: the file cannot be opened, no column names the files, or
    it is longer than MOST_ROWS.
    """
    book = _opened(path)
    try:
        lines = book.worksheets[0].iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS)
        titles = next(lines, ())
        columns = _columns(titles)
        return Sheet(tuple(_rows(lines, columns)), _unknown(titles, columns))
    except _DAMAGE as error:
        raise RefusedError(RefusalCode.NOT_A_SHEET, path=str(path)) from error
    finally:
        book.close()


def _opened(path: Path) -> Any:
    try:
        check_workbook(Peek.at(path), DEFAULT)
        # Formulas stay texts: nothing is computed, and no cached value is believed.
        book = load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except _DAMAGE as error:
        raise RefusedError(RefusalCode.NOT_A_SHEET, path=str(path)) from error
    if not book.worksheets:
        raise RefusedError(RefusalCode.NOT_A_SHEET, path=str(path))
    return book


def _unknown(titles: Any, columns: Mapping[int, str]) -> tuple[str, ...]:
    """Titles beside those of `columns`; the running number of the rows is nobody's loss."""
    others = [_words(cell.value) for place, cell in enumerate(titles) if place not in columns]
    return tuple(title[:80] for title in others if title and _key(title) not in COUNTING)


def _rows(lines: Iterable[Any], columns: Mapping[int, str]) -> Iterator[SheetRow]:
    for number, cells in enumerate(lines, start=2):
        row = _row(cells, columns)
        if row is None:
            continue
        if number > MOST_ROWS:
            raise RefusedError(RefusalCode.TOO_MANY_ROWS, limit=str(MOST_ROWS))
        yield row


def _columns(titles: Any) -> dict[int, str]:
    """Which field each column holds, by its place from 0."""
    found: dict[int, str] = {}
    for place, cell in enumerate(titles):
        column = NAMES.get(_key(_words(cell.value)))
        if column is None:
            continue
        if column in found.values():
            raise RefusedError(RefusalCode.COLUMN_TWICE, column=COLUMNS[column][0])
        found[place] = column
    if FILE not in found.values():
        raise RefusedError(RefusalCode.NO_COLUMNS, known=COLUMNS[FILE][0])
    return found


def _row(cells: Any, columns: Mapping[int, str]) -> SheetRow | None:
    number, file, given, errors = 0, "", {}, []
    for place, column in columns.items():
        cell = cells[place] if place < len(cells) else None
        if cell is None or not _words(cell.value):
            continue
        number = cell.row
        value, code = _value(column, cell.value)
        if code:
            errors.append(BadCell(f"{get_column_letter(place + 1)}{number}", code, value))
        elif column == FILE:
            file = value
        else:
            given[column] = value
    if not number:
        return None
    place = next(place for place, column in columns.items() if column == FILE)
    cell_of_file = f"{get_column_letter(place + 1)}{number}"
    if not file and not any(error.cell == cell_of_file for error in errors):
        errors.append(BadCell(cell_of_file, "no-file-named", ""))
    return SheetRow(cell_of_file, file, given, tuple(errors))


def _words(value: Any) -> str:
    return " ".join(nfc(str(value)).split()) if value is not None else ""


def _value(column: str, value: Any) -> tuple[str, str]:
    """The value as findings write it, or what the cell said and the code of the fault."""
    words = _words(value)
    if words.startswith("="):
        return words, "formula"
    if column in DATES:
        return _date(value, words)
    if column == "document_type":
        return _document_type(words)
    if column == FILE:
        return words, ""
    longest = RULES[column].longest
    return (words, "too-long") if len(words) > longest else (words, "")


def _date(value: Any, words: str) -> tuple[str, str]:
    if isinstance(value, dt.datetime):
        return value.date().isoformat(), ""
    if isinstance(value, dt.date):
        return value.isoformat(), ""
    day = parse_date(words)
    return (day.isoformat(), "") if day else (words, "no-date")


def _document_type(words: str) -> tuple[str, str]:
    kind = document_type_named(words)
    if kind is None:
        return words, "no-type"
    return (kind.code if kind.code in DocumentType.values else str(DocumentType.OTHER)), ""
