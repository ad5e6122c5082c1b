"""Reading a PDF file: turned pages, tables, form fields, stamps, hidden text, old fonts."""

from __future__ import annotations

import pytest

from extraction import NoteCode
from extraction.errors import DamagedFileError, EncryptedFileError
from extraction.formats import pdf
from extraction.formats.scan import tesseract
from tests.extraction.pdf_files import Leaf, write_pdf

SENTENCE = "Các đơn vị trực thuộc có trách nhiệm tổ chức thực hiện Kế hoạch này."


def read(path, *leaves, **options):
    return pdf.read(write_pdf(path / "a.pdf", *leaves, **options), "pdf")


def test_a_ruled_table_has_a_line_for_each_row(tmp_path):
    leaf = Leaf().lines("Danh sách:")
    for row, cells in enumerate((("TT", "Họ và tên"), ("1", "Lê Thị Mẫu"), ("2", "Trần Văn Ví"))):
        for left, right, words in ((85, 125, cells[0]), (125, 300, cells[1])):
            leaf.box(left, 120 + row * 20, right, 140 + row * 20)
            leaf.text(words, left + 4, 134 + row * 20)
    extracted = read(tmp_path, leaf)
    rows = (("TT", "Họ và tên"), ("1", "Lê Thị Mẫu"), ("2", "Trần Văn Ví"))
    assert extracted.tables[0].rows == rows
    assert "\n\nTT\tHọ và tên\n1\tLê Thị Mẫu\n2\tTrần Văn Ví" in extracted.text


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_its_text_runs(tmp_path, turn):
    assert read(tmp_path, Leaf(turn).lines("Dòng một.", "Dòng hai.")).text == "Dòng một.\nDòng hai."


def test_a_number_typed_into_a_form_field_stands_in_its_line(tmp_path):
    leaf = Leaf().text("Số:", 85, 100).text("/KH-UBND", 140, 100).form_field("12", 110, 98)
    assert read(tmp_path, leaf.lines(SENTENCE, y=140)).text.startswith("Số: 12 /KH-UBND\n")


def test_a_stamp_of_a_digital_signature_is_kept_apart(tmp_path):
    leaf = Leaf().lines("Kế hoạch này có hiệu lực.", y=200)
    leaf.form_field("Ký bởi: UBND phường; Thời gian ký: 05/3/2026 08:15:24", 300, 40, 6)
    extracted = read(tmp_path, leaf)
    assert extracted.text.startswith("Kế hoạch này có hiệu lực.\n\nKý bởi:")
    assert extracted.furniture[0].of(extracted.text).startswith("Ký bởi:")


def test_hidden_text_over_a_scan_is_doubtful_without_tesseract(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.is_installed.cache_clear()
    extracted = read(tmp_path, Leaf().scan().text("Quyet dinh so 12", mode=3))
    tesseract.is_installed.cache_clear()
    assert extracted.text == "Quyet dinh so 12"
    assert [span.of(extracted.text) for span in extracted.doubtful][-1] == "12"
    note = extracted.notes[0]
    assert note.code is NoteCode.PROGRAM_MISSING
    assert note.data["package"] == "tesseract-ocr-vie"


def test_text_outside_the_page_is_not_read(tmp_path):
    leaf = Leaf().lines(SENTENCE).text("nháp", 700, 100)
    assert read(tmp_path, leaf).text == SENTENCE


def test_an_old_font_is_converted_and_shown(tmp_path):
    leaf = Leaf().lines("Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc")
    extracted = read(tmp_path, leaf, font="ABCDEF+.VnTime")
    assert extracted.text.splitlines()[0] == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert extracted.conversions[0].before.startswith("Céng hßa")
    assert extracted.notes[0].code is NoteCode.LEGACY_ENCODING


def test_a_broken_file_says_so(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(DamagedFileError):
        pdf.read(path, "pdf")
    assert not issubclass(DamagedFileError, EncryptedFileError)


def test_columns_that_stay_apart_are_a_table_without_lines(tmp_path):
    leaf = Leaf()
    for row, cells in enumerate((("Khối", "Nam", "Nữ"), ("Mầm", "12", "9"), ("Chồi", "8", "14"))):
        for column, words in enumerate(cells):
            leaf.text(words, 90 + column * 120, 100 + row * 18)
    assert read(tmp_path, leaf.lines(SENTENCE, y=200)).text == (
        f"Khối\tNam\tNữ\nMầm\t12\t9\nChồi\t8\t14\n\n{SENTENCE}"
    )
