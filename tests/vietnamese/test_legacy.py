"""Old encodings: complete tables, found by words and fonts, nothing else touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import (
    LegacyDecoder,
    LegacyEncoding,
    compose,
    convert,
    detect,
    is_syllable,
    legacy_font,
)
from vietnamese.legacy_tables import TCVN3, TCVN_VN1, VISCII, VNI

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in TONES]
LOWER = [letter for letter in [*VOWELS, "đ"] if not letter.isascii()]
SENTENCE = "Quyết định thi đua, khen thưởng của Ủy ban nhân dân tỉnh Đắk Nông năm 2008"
_TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
_TO_VNI = {letter: signs for signs, letter in reversed(VNI.items())}


def tcvn3(text):
    """`text` as a typist of .VnTime stored it; toned capitals need the capitals font."""
    return "".join(_TO_TCVN3.get(letter, letter) for letter in text)


def vni(text):
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


def test_every_letter_has_its_sign():
    assert set(LOWER) <= set(TCVN3.values())
    assert {letter.upper() for letter in "ăâêôơưđ"} <= set(TCVN3.values())
    every = {*LOWER, *map(str.upper, LOWER)}
    assert every == set(VNI.values())
    assert every == set(VISCII.values())
    assert every == set(TCVN_VN1.values())


@given(st.text(st.sampled_from([*LOWER, *"abcdeghiklmnopqrstuvxy ,.-ĂÂÊÔƠƯĐ"])))
def test_tcvn3_comes_back(text):
    # Not at the start of a line, where a lone ã is a bullet.
    assert convert(tcvn3(f"a{text}"), LegacyEncoding.TCVN3) == f"a{text}"


@given(st.text(st.sampled_from([*LOWER, *map(str.upper, LOWER), *"bcdghklmnpqrstvx ,.-"])))
def test_vni_comes_back(text):
    assert convert(vni(text), LegacyEncoding.VNI) == text


@given(st.text(st.sampled_from([*LOWER, *map(str.upper, LOWER), *"bcdghk ,."])))
def test_marks_in_any_order_are_composed(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert compose(decomposed) == text
    swapped = decomposed.replace("\u0302\u0301", "\u0301\u0302").replace(
        "\u031b\u0309", "\u0309\u031b"
    )
    assert compose(swapped) == text


@given(st.text())
def test_any_text_goes_through(text):
    for encoding in (LegacyEncoding.TCVN3, LegacyEncoding.VNI, LegacyEncoding.VIQR):
        assert isinstance(convert(text, encoding), str)
    detect(text)


@pytest.mark.parametrize(
    ("stored", "encoding"),
    [
        (tcvn3("Quyết định thi đua, khen thưởng"), LegacyEncoding.TCVN3),
        ("Quyeát ñònh thi ñua, khen thöôûng", LegacyEncoding.VNI),
        ("Quye^'t ddi.nh thi ddua, khen thu+o+?ng", LegacyEncoding.VIQR),
    ],
)
def test_a_sentence_is_known_by_its_words(stored, encoding):
    assert detect(stored) is encoding
    assert convert(stored, encoding) == "Quyết định thi đua, khen thưởng"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        "Toà nhà và cô có ông già, bà và tôi",
        "Ý, À, Ồ! SÔNG CẦU",
        "Le château, l'été à la forêt : déjà né à Besançon, où l'élève a été naïf",
        "Café Zoë für Müller: größer, São Paulo, señor, über, Ærø, þorn",
        "The firm's A^2 + b? (x+y), e.g. o.k. add 5' 10\" ~ I. U.S.A. co-op? Who? Me.",
        "5 × 10 ± 2½ °C, 100 µm, § 5, © 2020, «texte», Windows®",
        "152/2025/NĐ-CP, 4552/KH-SGDĐT; 01.01.2026",
        "",
    ],
)
def test_other_texts_are_left_alone(text):
    assert detect(text) is None
    decoder = LegacyDecoder([("", text), (".VnTime", "")])
    assert decoder.encoding_of("", text) is None


def test_signs_among_figures_and_bullets_stay():
    assert convert("5 × 10, 2½ m", LegacyEncoding.TCVN3) == "5 × 10, 2½ m"
    assert convert("· §iÒu", LegacyEncoding.TCVN3) == "· Điều"


@pytest.mark.parametrize(
    ("name", "encoding", "is_capitals"),
    [
        (".VnTime", LegacyEncoding.TCVN3, False),
        (".VnTimeH", LegacyEncoding.TCVN3, True),
        (".VnArial NarrowH", LegacyEncoding.TCVN3, True),
        ("VnArialH(Ds)", LegacyEncoding.TCVN3, True),
        (".VnHelvetInsH Bold", LegacyEncoding.TCVN3, True),
        ("VNI-Times", LegacyEncoding.VNI, False),
        ("VNI Helve", LegacyEncoding.VNI, False),
    ],
)
def test_old_fonts_by_name(name, encoding, is_capitals):
    font = legacy_font(name)
    assert (font.encoding, font.is_capitals) == (encoding, is_capitals)


@pytest.mark.parametrize(
    "name", ["", "Times New Roman", "Arial", "UTM Avo", "Vnidot", "Verdana", "SVN-Gilroy"]
)
def test_other_fonts_say_nothing(name):
    assert legacy_font(name) is None


def test_a_short_run_is_read_as_its_font_is():
    decoder = LegacyDecoder([(".VnTime", "Sè:"), (".VnTime", "QuyÕt ®Þnh khen th­ëng cña tØnh")])
    assert decoder.encoding_of(".VnTime", "Sè:") is LegacyEncoding.TCVN3
    assert decoder.encoding_of("Times New Roman", "bé") is None
    assert decoder.encoding_of("Times New Roman", "ViÖt") is LegacyEncoding.TCVN3


def test_a_full_stop_of_viqr_is_a_tone_only_inside_the_sentence():
    assert convert("La.i ddi.", LegacyEncoding.VIQR) == "Lại đi."
    assert convert("vu. a'n", LegacyEncoding.VIQR) == "vụ án"
    assert convert("ddo'. Ba", LegacyEncoding.VIQR) == "đó. Ba"


def test_unicode_words_in_an_old_run_stay():
    mixed = "Quyết định QuyÕt ®Þnh cña tØnh và của"
    assert convert(mixed, LegacyEncoding.TCVN3) == "Quyết định Quyết định của tỉnh và của"
    assert all(map(is_syllable, ("tỉnh", "của")))
