"""The kind of a file is told by its bytes, never by its name."""

from __future__ import annotations

import pytest

from extraction.content import format_of
from extraction.errors import (
    ArchiveError,
    DamagedFileError,
    EmptyFileError,
    ReadErrorCode,
    UnsupportedFormatError,
)
from tests.extraction import hostile

TEXT = "Điều 1. Thi đua, khen thưởng của quận Hà Đông\r\n"
WIDE = TEXT.encode("utf-16-le")
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"


def written(tmp_path, data, name="van-ban.bin"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (hostile.docx(), "docx"),
        (hostile.odt(), "odt"),
        (hostile.compound("WordDocument"), "doc"),
        (b"{\\rtf1\\ansi Thi \\'f0ua}", "rtf"),
        (hostile.pdf(), "pdf"),
        (b"\xef\xbb\xbf\r\n\r\n" + hostile.pdf(), "pdf"),
        (hostile.png(20, 10), "png"),
        (b"<!DOCTYPE html><p>Thi \xc4\x91ua", "html"),
        (b"\xef\xbb\xbf  <HTML><body>", "html"),
        ("\ufeff<html>".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html>', "html"),
        (MAIL, "mhtml"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "wordml"),
        (b'<?xml version="1.0"?><office:document xmlns:office="x"/>', "fodt"),
        (TEXT.encode(), "txt"),
        (WIDE, "txt"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "txt"),
        ("QuyÕt ®Þnh thi ®ua".encode("cp1252", "replace"), "txt"),
        (b"BM la mot chu, MZ cung vay", "txt"),
    ],
)
def test_what_is_read(tmp_path, data, format):
    assert format_of(written(tmp_path, data)) == format


@pytest.mark.parametrize("name", ["a.pdf", "a.exe", "a.docx", "a"])
def test_a_name_is_not_believed(tmp_path, name):
    assert format_of(written(tmp_path, hostile.docx(), name)) == "docx"


def test_a_name_tells_markdown_from_text(tmp_path):
    assert format_of(written(tmp_path, TEXT.encode(), "a.MD")) == "md"
    assert format_of(written(tmp_path, TEXT.encode(), "a.htm")) == "html"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (hostile.zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "xlsx"),
        (hostile.zipped({"[Content_Types].xml": "<Types/>", "ppt/p.xml": "<x/>"}), "pptx"),
        (
            hostile.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "ods",
        ),
        (hostile.compound("Workbook"), "xls"),
        (hostile.compound("PowerPoint Document"), "ppt"),
        (b"GIF89a" + bytes(30), "gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"\x7fELF" + bytes(60), "program"),
        (b"MZ" + bytes(100), "program"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"<?xml version='1.0'?><rows/>", "xml"),
        (bytes(range(256)) * 20, "unknown"),
    ],
)
def test_what_has_no_reader_is_named(tmp_path, data, format):
    with pytest.raises(UnsupportedFormatError) as caught:
        format_of(written(tmp_path, data, "a.docx"))
    assert caught.value.data == {"format": format}


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (hostile.zipped({"ke-hoach.docx": b"x"}), "zip"),
        (b"Rar!\x1a\x07\x00" + bytes(20), "rar"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(20), "7z"),
        (b"\x1f\x8b\x08" + bytes(20), "gzip"),
        (b"a.txt".ljust(257, b"\x00") + b"ustar" + bytes(250), "tar"),
    ],
)
def test_archives_are_to_be_unpacked_first(tmp_path, data, format):
    with pytest.raises(ArchiveError) as caught:
        format_of(written(tmp_path, data))
    assert caught.value.data == {"format": format}


def test_an_empty_file_says_so(tmp_path):
    with pytest.raises(EmptyFileError) as caught:
        format_of(written(tmp_path, b""))
    assert caught.value.code is ReadErrorCode.EMPTY_FILE


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(IsADirectoryError):
        format_of(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        hostile.docx()[:-30],
        hostile.pdf()[:40],
        hostile.png(20, 10)[:20],
        hostile.compound("WordDocument")[:700],
        b"\xff\xd8\xff\xe0broken",
        hostile.zipped({"[Content_Types].xml": "<Types/>"}),
    ],
)
def test_half_a_file_is_damaged(tmp_path, data):
    with pytest.raises(DamagedFileError):
        format_of(written(tmp_path, data))
