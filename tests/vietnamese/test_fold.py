"""Folding: what no longer matters, and what still does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import exact, fold, has_marks, nfc, tokenize, without_marks

PLAIN_VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = [nfc(vowel + tone) for vowel in PLAIN_VOWELS for tone in TONES] + ["đ"]
EVERY_LETTER = [*LETTERS, *(letter.upper() for letter in LETTERS)]


def half_composed(letter):
    """The letter as code page 1258 writes it: quality composed, tone behind."""
    marks = [mark for mark in unicodedata.normalize("NFD", letter) if mark in TONES[1:]]
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in TONES[1:])
    return nfc(bare) + "".join(marks)


@pytest.mark.parametrize("form", [nfc, lambda s: unicodedata.normalize("NFD", s), half_composed])
def test_every_letter_folds_to_its_base_in_every_unicode_form(form):
    for letter in EVERY_LETTER:
        base = unicodedata.normalize("NFD", letter)[0].lower().replace("đ", "d")
        assert fold(form(f"x{letter}x")) == f"x{base}x"
        assert exact(form(f"x{letter}x")) == exact(nfc(f"x{letter}x"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("kỹ", "kĩ"),
        ("lý", "lí"),
        ("quý", "quí"),
        ("sĩ", "sỹ"),
        ("tỷ", "tỉ"),
        ("Mỹ", "Mĩ"),
        ("\u00d0iều", "Điều"),
        ("thi\u00a0đua", "thi đua"),
        ("thi\u200bđua", "thiđua"),
        ("2021–2025", "2021-2025"),
        ("“tốt”", '"tốt"'),
        ("08/01", "8/1"),
        ("Н\u041e\u0410", "HOA"),
    ],
)
def test_two_spellings_of_one_thing_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["tuy", "hay", "ngày", "thủy", "uy"])
def test_y_stays_where_it_is_not_another_spelling_of_i(word):
    assert fold(word).endswith("y")


def test_exact_ignores_the_place_of_the_tone_but_not_the_tone():
    assert exact("hoà") == exact("hòa") == "hoa1"
    assert exact("tuyên") != exact("tuyến")
    assert exact("cờ") != exact("cơ")


def test_exact_keeps_a_paper_size_apart_from_a_toned_letter():
    forms = {exact(word) for word in ("a4", "á", "a", "a40", "à")}
    assert len(forms) == 5


def test_marks_are_noticed():
    assert has_marks("khen thưởng")
    assert has_marks("đ")
    assert not has_marks("khen thuong 2025")


def test_case_survives_when_only_marks_go():
    assert without_marks("Đỗ Thị Ánh") == "Do Thi Anh"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="".join(EVERY_LETTER) + "bcghknptx 0129-/"))
def test_unicode_forms_of_a_text_fold_alike(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(text)
    assert exact(decomposed) == exact(text)
    assert [t.folded for t in tokenize(decomposed)] == [t.folded for t in tokenize(text)]
