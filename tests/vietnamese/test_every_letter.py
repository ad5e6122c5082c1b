"""Every letter of the language, small and capital, with every tone, in every Unicode form."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import exact, exact_word, fold, fold_word, nfc, slugify, sort_key, tokenize

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = [nfc(vowel + tone) for vowel, tone in product("aăâeêioôơuưy", TONES)] + ["đ"]
LETTERS = [*SMALL, *(letter.upper() for letter in SMALL)]


def decomposed(text):
    return unicodedata.normalize("NFD", text)


def half_composed(text):
    """As code page 1258 writes: the letter with its quality in one, the tone behind."""
    spelled = ""
    for letter in nfc(text):
        marks = decomposed(letter)
        tones = "".join(mark for mark in marks if mark in TONES[1:])
        spelled += nfc("".join(mark for mark in marks if mark not in TONES[1:])) + tones
    return spelled


def tone_first(text):
    """The tone before the mark of quality, as some programs leave it."""
    return re.sub(
        "([\u0302\u0306\u031b])([\u0300\u0301\u0303\u0309\u0323])", r"\2\1", decomposed(text)
    )


FORMS = [nfc, decomposed, half_composed, tone_first]


def test_there_are_73_letters_of_each_case():
    assert len(set(LETTERS)) == 2 * (12 * 6 + 1)


@pytest.mark.parametrize("form", FORMS)
def test_every_letter_is_the_same_in_this_form(form):
    for letter in LETTERS:
        assert_keys_of(f"th{letter}n", letter, form)


def assert_keys_of(word, letter, form):
    base = decomposed(letter)[0].lower().replace("đ", "d")
    given = f"({form(word)})"
    (token,) = tokenize(given)
    assert given[token.start : token.end] == form(word)
    assert token.folded == fold(form(word)) == f"th{base}n"
    assert token.exact == exact(form(word)) == exact(word)
    assert slugify(form(word)) == f"th{base}n"
    assert sort_key(form(word)) == sort_key(word)


def test_no_two_letters_have_one_exact_form_or_one_place_in_the_order():
    assert len({exact(f"th{letter}n") for letter in SMALL}) == len(SMALL)
    assert len({sort_key(f"th{letter}n") for letter in SMALL}) == len(SMALL)


@pytest.mark.parametrize("tone", TONES[1:])
@pytest.mark.parametrize("vowels", ["oa", "oe", "uy"])
def test_the_place_of_the_tone_does_not_matter_to_any_key(vowels, tone):
    old, new = f"h{vowels[0]}{tone}{vowels[1]}", f"h{vowels}{tone}"
    for one, other in product([form(old) for form in FORMS], [form(new) for form in FORMS]):
        assert fold(one) == fold(other)
        assert exact(one) == exact(other)
        assert sort_key(one) == sort_key(other)
        assert slugify(one) == slugify(other)


@pytest.mark.parametrize("onset", ["h", "k", "l", "m", "s", "t", "v", "qu"])
@pytest.mark.parametrize("tone", TONES)
def test_final_y_and_i_are_one_after_eight_onsets(onset, tone):
    assert fold(f"{onset}y{tone}") == fold(f"{onset}i{tone}")


@pytest.mark.parametrize(
    "onset", ["", "b", "c", "ng", "nh", "ph", "th", "kh", "x", "d", "đ", "r", "g"]
)
def test_final_y_follows_the_last_letter_of_the_onset(onset):
    """Of th and kh the last letter is h: thy is no word, so nothing is lost."""
    alike = onset.endswith("h")
    assert (fold(f"{onset}y") == fold(f"{onset}i")) == alike


@pytest.mark.parametrize(
    "word", ["tuy", "thủy", "ngày", "máy", "quay", "tây", "huy", "yêu", "kyrie"]
)
def test_any_other_y_stays(word):
    assert "y" in fold(word)


@given(st.text(alphabet=[*LETTERS, *"bcdghklmnpqrstvx 0129-/.,“”\u00a0\u200b"]))
def test_tokens_are_the_text_in_order_whatever_its_form(text):
    for form in FORMS:
        shaped = form(text)
        tokens = tokenize(shaped)
        assert all(a.end <= b.start for a, b in pairwise(tokens))
        for token in tokens:
            assert fold_word(shaped[token.start : token.end]) == token.folded
            assert exact_word(shaped[token.start : token.end]) == token.exact
        between = zip(
            [0, *(token.end for token in tokens)], [*(t.start for t in tokens), None], strict=True
        )
        assert not any(char.isalnum() for start, end in between for char in shaped[start:end])
        assert [token.folded for token in tokens] == [token.folded for token in tokenize(text)]


@given(st.text(alphabet=[*LETTERS, *"bcdghklmnpqrstvx 0129-/."]))
def test_forms_of_a_text_have_the_same_keys(text):
    for form in FORMS[1:]:
        assert fold(form(text)) == fold(text)
        assert exact(form(text)) == exact(text)
        assert slugify(form(text)) == slugify(text)
        assert sort_key(form(text)) == sort_key(text)


@given(st.text())
def test_folding_and_addresses_are_done_once_and_for_all(text):
    assert fold(fold(text)) == fold(text)
    assert slugify(slugify(text)) == slugify(text)
