"""DOC, ODT and RTF through LibreOffice; without it a note that names the package."""

from __future__ import annotations

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import NoteCode
from extraction.errors import DamagedFileError, TookTooLongError
from extraction.formats import doc_text, office, rtf_text
from extraction.formats.assembly import assemble
from tests.extraction.word_files import BORDERS, cell, docx, p, table

RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}{\f1 .VnTimeH;}}"
    rb"\pard\f1 quy\'d5t \'ae\'denh\par\f0 Kh\'b8c v\'f2 c\'f1a t\'d8nh\par}"
)
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture
def rtf(tmp_path):
    path = tmp_path / "--van ban.rtf"
    path.write_bytes(RTF)
    return path


@needs_office
def test_an_rtf_in_old_fonts(rtf):
    extracted = office.read(rtf, "rtf")
    assert extracted.text == "QUYẾT ĐỊNH\nKhác vũ của tỉnh"
    assert (extracted.source, extracted.format) == ("--van ban.rtf", "rtf")
    assert extracted.encoding == "tcvn3"


@needs_office
def test_a_file_may_be_printed_to_pdf(rtf):
    assert office.as_pdf(rtf, "rtf").startswith(b"%PDF-")


@needs_office
def test_a_file_that_is_none_is_refused(tmp_path):
    path = tmp_path / "a.odt"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    with pytest.raises(DamagedFileError):
        office.read(path, "odt")


@needs_office
def test_a_conversion_that_takes_too_long_is_ended(rtf):
    with pytest.raises(TookTooLongError) as caught:
        office.as_pdf(rtf, "rtf", seconds=0)
    assert caught.value.data == {"limit": "0"}


def without_office(monkeypatch):
    monkeypatch.setenv("PATH", "")


def test_without_the_program_a_note_names_the_package_and_the_words_are_read(rtf, monkeypatch):
    without_office(monkeypatch)
    extracted = office.read(rtf, "rtf")
    assert extracted.text == "QUYẾT ĐỊNH\nKhác vũ của tỉnh"
    note = extracted.notes[-1]
    assert note.code is NoteCode.PROGRAM_MISSING
    assert note.data == {"program": "LibreOffice", "package": "libreoffice-writer-nogui"}
    assert office.as_pdf(rtf, "rtf") is None


def test_rtf_tables_signs_and_skipped_parts(tmp_path, monkeypatch):
    without_office(monkeypatch)
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi{\fonttbl{\f0{\*\panose 0202}Arial;}}{\*\generator X;}{\info{\title Y}}"
        rb"\f0 S\u7889?: 5\endash 6\line {\v kh\'f4ng}\u-10179?\u-8704?\par"
        rb"\trowd\intbl STT\cell T\u234?n\cell\row\intbl 1\cell A\cell\row\pard H\u7871?t\par}"
    )
    extracted = office.read(path, "rtf")
    assert extracted.text == "Số: 5–6\n\U0001f600\n\nSTT\tTên\n1\tA\n\nHết"
    assert extracted.tables[0].rows == (("STT", "Tên"), ("1", "A"))


@needs_office
def test_an_old_word_file_without_the_program(tmp_path, monkeypatch):
    head = table([cell("BỘ TÀI CHÍNH", "Số: 5/QĐ"), cell("CỘNG HÒA XÃ HỘI", "Độc lập")])
    grid = table(["STT", "Tên"], ["1", "Lê Thị Mẫu"], properties=BORDERS)
    source = docx(tmp_path / "a.docx", head, p("QUYẾT ĐỊNH"), grid, p("Hết"))
    with office._converted(source, "docx", "doc") as converted:
        path = converted.rename(tmp_path / "a.doc")
    without_office(monkeypatch)
    extracted = office.read(path, "doc")
    assert " ".join(extracted.text.split()) == (
        "BỘ TÀI CHÍNH Số: 5/QĐ CỘNG HÒA XÃ HỘI Độc lập QUYẾT ĐỊNH STT Tên 1 Lê Thị Mẫu Hết"
    )
    assert extracted.tables[0].rows == (("STT", "Tên"), ("1", "Lê Thị Mẫu"))


def test_an_open_document_without_the_program(tmp_path, monkeypatch):
    without_office(monkeypatch)
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    cells = "<table:table-cell><text:p>1</text:p></table:table-cell>" * 2
    content = (
        f"<office:document{names}><office:body><office:text>"
        "<text:h>Điều<text:s text:c='2'/>1</text:h>"
        "<text:p>a)<text:tab/>một<text:line-break/><text:span>hai</text:span><text:note>x</text:note>"
        f"</text:p><table:table><table:table-row>{cells}</table:table-row>"
        f"<table:table-row>{cells}</table:table-row></table:table></office:text></office:body>"
        "</office:document>"
    )
    path = tmp_path / "a.fodt"
    path.write_text(content, encoding="utf-8")
    assert office.read(path, "fodt").text == "Điều 1\na) một\nhai\n\n1\t1\n1\t1"
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", content)
    assert office.read(path, "odt").text.startswith("Điều 1\na) một")


@given(st.binary(max_size=400))
def test_any_bytes_after_the_mark_of_rtf_are_read(data):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.rtf")
        path.write_bytes(b"{\\rtf1" + data)
        assemble(rtf_text.blocks_of(path), "", "rtf").text.encode()


@given(st.binary(max_size=400))
def test_any_other_bytes_are_no_word_file(data):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.doc")
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data)
        with pytest.raises(DamagedFileError):
            doc_text.blocks_of(path)
