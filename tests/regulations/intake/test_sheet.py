"""The list that an office keeps: columns by any spelling, and every bad cell named."""

from __future__ import annotations

import datetime as dt
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from openpyxl import load_workbook

from regulations.intake import RefusedError, sheet, sheet_template
from regulations.intake.sheet import sheet_at
from tests.regulations.intake.samples import sheet_file


def rows(path, *lines):
    return sheet_at(sheet_file(path / "danh-sach.xlsx", *lines)).rows


def test_columns_are_found_by_any_spelling(tmp_path):
    titles = ["STT", "TEN FILE", "so hieu", "Ngày  ban hành", "LOẠI", "người ký"]
    (row,) = rows(tmp_path, titles, [1, "a.pdf", "12/KH", "24/9/2025", "kế hoạch", "Mẫu"])

    assert (row.file, row.cell, row.errors) == ("a.pdf", "B2", ())
    assert row.given == {
        "number": "12/KH",
        "issued_on": "2025-09-24",
        "document_type": "plan",
        "signer": "Mẫu",
    }


def test_the_names_that_the_portal_itself_prints_are_understood(tmp_path):
    titles = ["Tệp", "Số, ký hiệu", "Cơ quan ban hành như đã in", "Chức vụ người ký", "Ngày ký:"]
    (row,) = rows(tmp_path, titles, ["a.pdf", "12/KH", "TRƯỜNG A", "HIỆU TRƯỞNG", "24/9/2025"])

    assert row.given == {
        "number": "12/KH",
        "issuer_as_printed": "TRƯỜNG A",
        "signer_office": "HIỆU TRƯỞNG",
        "issued_on": "2025-09-24",
    }


def test_the_template_is_understood(tmp_path):
    path = tmp_path / "mau.xlsx"
    path.write_bytes(sheet_template())
    (row,) = sheet_at(path).rows

    assert row.errors == ()
    assert row.given["document_type"] == "plan"
    assert load_workbook(BytesIO(sheet_template())).active["A1"].value == "Tệp"


def test_a_real_date_cell_is_a_date(tmp_path):
    (row,) = rows(tmp_path, ["Tệp", "Ngày"], ["a.pdf", dt.datetime(2025, 9, 24)])  # noqa: DTZ001

    assert row.given == {"issued_on": "2025-09-24"}


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("Ngày ban hành", "hôm qua", "no-date"),
        ("Ngày ban hành", "31/02/2025", "no-date"),
        ("Loại", "Tờ rơi", "no-type"),
        ("Số hiệu", "=HYPERLINK(A1)", "formula"),
        ("Số hiệu", "x" * 200, "too-long"),
    ],
)
def test_a_bad_cell_is_named_with_its_fault(tmp_path, column, value, code):
    (row,) = rows(tmp_path, ["Tệp", column], ["a.pdf", value])

    assert [(bad.cell, bad.code) for bad in row.errors] == [("B2", code)]


def test_a_row_without_a_file_is_named_and_a_blank_one_left_out(tmp_path):
    (row,) = rows(tmp_path, ["Tệp", "Số hiệu"], [None, None], [None, "12/KH"])

    assert [(bad.cell, bad.code) for bad in row.errors] == [("A3", "no-file-named")]


@pytest.mark.parametrize("titles", [["Số hiệu"], [], ["Tệp", "file"]])
def test_a_list_with_wrong_columns_is_refused(tmp_path, titles):
    with pytest.raises(RefusedError):
        rows(tmp_path, titles, ["a"])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"so hieu;ngay\n1;2\n"])
def test_what_is_no_xlsx_file_is_refused(tmp_path, content):
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(content)

    with pytest.raises(RefusedError):
        sheet_at(path)


def rewritten(path, member, change):
    """The list with one part changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[member] = change(parts[member])
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml,
        lambda xml: xml[: len(xml) // 2],
        lambda xml: xml.replace(b't="', b't="x'),
        lambda xml: b"",
    ],
)
@pytest.mark.parametrize("member", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_damaged_or_hostile_list_is_refused_or_read(tmp_path, change, member):
    path = sheet_file(tmp_path / "danh-sach.xlsx", ["Tệp", "Số hiệu"], ["a.pdf", "1/KH"])
    rewritten(path, member, change)

    with suppress(RefusedError):
        assert all(row.file for row in sheet_at(path).rows)


def test_entities_are_refused(tmp_path):
    path = sheet_file(tmp_path / "danh-sach.xlsx", ["Tệp"], ["a.pdf"])
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: b"<!DOCTYPE a>" + xml)

    with pytest.raises(RefusedError):
        sheet_at(path)


def test_no_row_of_a_long_list_is_left_out_silently(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "MOST_ROWS", 3)
    assert len(rows(tmp_path, ["Tệp"], ["a"], ["b"], [None], [None])) == 2

    with pytest.raises(RefusedError) as refusal:
        rows(tmp_path, ["Tệp"], ["a"], ["b"], ["c"])
    assert refusal.value.code == "too-many-rows"
