"""Files: encodings, formats, clear errors."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import replace

import pytest

from extraction import (
    FileTooLargeError,
    ReadError,
    ReadErrorCode,
    TextTooLongError,
    UnknownEncodingError,
    UnsupportedFormatError,
    read_file,
    read_text,
)
from extraction.errors import ERRORS
from extraction.files import FORMATS, _reader
from extraction.limits import DEFAULT

SENTENCE = "Điều 1. Thi đua, khen thưởng của quận Hà Đông"


def written(tmp_path, data, name="van-ban.txt"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def cp1258(text):
    """Vietnamese Windows: quality marks composed, tones behind their letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        parts += [bare, *(mark for mark in marks if mark in tones)]
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8-sig"),
        (SENTENCE.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be"),
        (cp1258(SENTENCE), "cp1258"),
        (unicodedata.normalize("NFD", SENTENCE).encode(), "utf-8"),
    ],
)
def test_text_in_any_of_these_encodings(tmp_path, data, encoding):
    extracted = read_file(written(tmp_path, data))
    assert extracted.text == SENTENCE
    assert (extracted.encoding, extracted.source) == (encoding, "van-ban.txt")


def test_breaks_controls_and_look_alikes_are_put_right():
    text = read_text("\ufeff\u00d0iều 1\r\nmột\rhai\x0cba\x00\u00ad").text
    assert text == "Điều 1\nmột\nhai\nba"


def test_markdown_loses_its_signs_only(tmp_path):
    data = "## Chương I\n### Điều 1. **Phạm vi**\n- a) một;\n- Sở Nội vụ".encode()
    text = read_file(written(tmp_path, data, "a.md")).text
    assert text == "Chương I\nĐiều 1. Phạm vi\na) một;\n- Sở Nội vụ"


def test_a_web_page_loses_its_tags_and_scripts(tmp_path):
    data = b"<head><title>x</title></head><p>M&#7909;c <b>1</b><br>Hai</p><script>alert(1)</script>"
    assert read_file(written(tmp_path, data, "a.HTML")).text == "Mục 1\nHai"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xff" * 40])
def test_bytes_that_are_no_text_are_refused(tmp_path, data):
    with pytest.raises(UnknownEncodingError):
        read_file(written(tmp_path, data))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(51 * 2**20)
    with pytest.raises(FileTooLargeError) as caught:
        read_file(path)
    assert caught.value.data == {"limit": "50"}


def test_all_refusals_are_read_errors():
    assert issubclass(UnsupportedFormatError, ReadError)
    assert issubclass(UnknownEncodingError, ReadError)


def test_every_reason_has_its_class_and_its_code():
    assert set(ERRORS) == set(ReadErrorCode)
    assert all(ERRORS[code].code is code for code in ReadErrorCode)


def test_a_file_is_read_by_its_content(tmp_path):
    page = "<html><body><p>Điều 1. Thi đua</p></body></html>".encode()
    extracted = read_file(written(tmp_path, page, "van-ban.pdf"))
    assert (extracted.text, extracted.format) == ("Điều 1. Thi đua", "html")


def test_a_name_is_cleaned_before_it_is_shown(tmp_path):
    assert read_file(written(tmp_path, b"a", "a\u202e.txt")).source == "a.txt"


def test_a_text_of_many_letters_is_refused(tmp_path):
    with pytest.raises(TextTooLongError):
        read_file(written(tmp_path, b"thi dua " * 20), replace(DEFAULT, letters=100))


def test_every_kind_has_a_reader(tmp_path):
    assert all(callable(_reader(format)) for format in FORMATS)
