"""Reading a scanned page: what is typed is read, what is handwritten is not guessed."""

from __future__ import annotations

import pytest
from PIL import Image

from extraction import NoteCode
from extraction.errors import DamagedFileError, PictureTooLargeError
from extraction.formats import pdf, scan
from extraction.formats.scan import tesseract
from tests.extraction.pdf_files import Leaf, write_pdf
from tests.extraction.scan_files import Sheet, needs_tesseract


def read(path, sheet, angle=0.0):
    return scan.read_image(sheet.save(path / "a.png", angle), "png")


@needs_tesseract
def test_a_typed_number_and_day_are_read(tmp_path):
    extracted = read(tmp_path, Sheet().head())
    assert "Số: 12/KH-UBND\n" in extracted.text
    assert "ngày 05 tháng 3 năm 2026" in extracted.text
    assert extracted.scanned_pages == (1,)
    assert extracted.notes[0].code is NoteCode.SCANNED


@needs_tesseract
@pytest.mark.parametrize("colour", ["black", (40, 60, 190)])
def test_a_number_by_hand_becomes_dots_that_are_doubtful(tmp_path, colour):
    sheet = Sheet().head(number="", day="").hand(122, 116, colour).hand(383, 116, colour)
    extracted = read(tmp_path, sheet)
    assert "Số: ……/KH-UBND" in extracted.text
    assert "ngày …… tháng 3 năm 2026" in extracted.text
    assert [s.of(extracted.text) for s in extracted.doubtful].count("……") == 2


@needs_tesseract
def test_an_open_number_stays_open(tmp_path):
    text = read(tmp_path, Sheet().head(number="", day="")).text
    assert "Số: /KH-UBND" in text or "Số:/KH-UBND" in text
    assert "……" not in text


@needs_tesseract
def test_a_slanted_page_is_set_straight(tmp_path):
    text = read(tmp_path, Sheet().head(), angle=1.5).text
    assert text.startswith("ỦY BAN NHÂN DÂN\nPHƯỜNG YÊN NGHĨA\nSố: 12/KH-UBND")


@needs_tesseract
def test_an_empty_back_side_gives_nothing(tmp_path):
    extracted = read(tmp_path, Sheet())
    assert (extracted.text, extracted.scanned_pages) == ("", ())


@needs_tesseract
def test_a_picture_in_a_pdf_file_is_recognised(tmp_path):
    Sheet().head().picture.convert("L").save(tmp_path / "a.pdf", resolution=300)
    extracted = pdf.read(tmp_path / "a.pdf", "pdf")
    assert "KẾ HOẠCH" in extracted.text
    assert extracted.scanned_pages == (1,)


def test_without_tesseract_the_digital_pages_are_read(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract.is_installed.cache_clear()
    path = write_pdf(tmp_path / "a.pdf", Leaf().lines("Trang có chữ."), Leaf().scan())
    extracted = pdf.read(path, "pdf")
    tesseract.is_installed.cache_clear()
    assert extracted.text == "Trang có chữ."
    assert extracted.notes[0].data == {
        "program": "tesseract",
        "package": "tesseract-ocr-vie",
        "pages": "2",
    }


def test_a_picture_that_is_too_large_is_refused_before_it_is_read(tmp_path):
    Image.new("1", (9000, 9000), 1).save(tmp_path / "a.png")
    with pytest.raises(PictureTooLargeError):
        scan.read_image(tmp_path / "a.png", "png")


def test_a_picture_that_breaks_off_says_so(tmp_path):
    path = Sheet().save(tmp_path / "a.png")
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(DamagedFileError):
        scan.read_image(path, "png")


def test_page_numbers_are_listed_as_people_do():
    assert scan.listed([3, 1, 2, 7]) == "1-3, 7"


@needs_tesseract
def test_a_sheet_that_lay_askew_in_the_scanner_is_turned(tmp_path):
    sheet = Sheet().head()
    sheet.picture = sheet.picture.transpose(Image.Transpose.ROTATE_180)
    assert "KẾ HOẠCH\nTổ chức phong trào" in read(tmp_path, sheet).text


@pytest.fixture
def failing_tesseract(tmp_path, monkeypatch):
    """A program of that name that knows Vietnamese and fails on every picture."""
    program = tmp_path / "bin" / tesseract.PROGRAM
    program.parent.mkdir()
    program.write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo vie && exit 0\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    tesseract.is_installed.cache_clear()
    yield
    tesseract.is_installed.cache_clear()


def test_a_page_on_which_recognition_fails_is_told(failing_tesseract, tmp_path):
    marks = Image.new("RGB", (2480, 3508), "white")
    marks.paste("black", (400, 400, 1200, 440))
    marks.save(tmp_path / "b.png")
    extracted = scan.read_image(tmp_path / "b.png", "png")
    assert [(note.code, note.data["pages"]) for note in extracted.notes] == [
        (NoteCode.PAGES_UNREADABLE, "1")
    ]
    assert extracted.scanned_pages == ()
