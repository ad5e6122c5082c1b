"""Bytes to letters: the encoding that makes words of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import UnknownEncodingError
from extraction.formats.encodings import decode
from vietnamese.legacy_tables import TCVN_VN1, VISCII

SENTENCE = "QUYẾT ĐỊNH về việc tổ chức phong trào thi đua, khen thưởng của Ủy ban nhân dân tỉnh"


def in_table(text, table):
    codes = {letter: code for code, letter in table.items()}
    return bytes(codes.get(letter, ord(letter)) for letter in text)


def code_page_1258(text):
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        parts.append(
            unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        )
        parts += [mark for mark in marks if mark in tones]
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode("utf-32"), "utf-32"),
        (code_page_1258(SENTENCE), "cp1258"),
        (in_table(SENTENCE, VISCII), "viscii"),
        (in_table(SENTENCE, TCVN_VN1), "tcvn-5712"),
    ],
)
def test_whole_texts_in_eight_bits(data, encoding):
    assert decode(data) == (SENTENCE, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "The school’s plan – “to be done” – costs £5 in the café",
        "Le château où l’élève déjà né a été reçu pour l’été, à la forêt",
        "Größe und Maße für Schüler, natürlich über alles",
    ],
)
def test_western_languages_are_no_vietnamese(text):
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        text, encoding = decode(data)
    except UnknownEncodingError:
        return
    assert isinstance(text, str)
    assert encoding


@given(st.text(max_size=100))
def test_unicode_is_never_taken_for_another_encoding(text):
    assert decode(text.encode("utf-8-sig")) == (text, "utf-8-sig")
