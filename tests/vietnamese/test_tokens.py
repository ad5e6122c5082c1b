"""Words and their places in the text as it was given."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vietnamese import exact_word, fold, fold_word, tokenize


def test_words_have_both_forms_and_their_place():
    text = "Thi đua – Khen thưởng"
    assert [(token.folded, token.exact) for token in tokenize(text)] == [
        ("thi", "thi"),
        ("dua", "đua"),
        ("khen", "khen"),
        ("thuong", "thương2"),
    ]
    assert [text[token.start : token.end] for token in tokenize(text)][1] == "đua"


def test_places_count_in_decomposed_text():
    text = unicodedata.normalize("NFD", "chiến sĩ thi đua")
    assert unicodedata.normalize("NFC", text[slice(*_span(tokenize(text)[0]))]) == "chiến"


def test_an_invisible_sign_does_not_part_a_word():
    assert [token.folded for token in tokenize("thi\u00addua")] == ["thidua"]


@given(st.text())
def test_places_are_in_order_and_hold_the_word(text):
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(fold_word(text[slice(*_span(token))]) == token.folded for token in tokens)
    assert all(exact_word(text[slice(*_span(token))]) == token.exact for token in tokens)


@given(st.text())
def test_the_words_of_a_folded_text_are_the_folded_words(text):
    folded = [token.folded for token in tokenize(text)]
    assert [token.folded for token in tokenize(fold(text))] == folded


def _span(token):
    return token.start, token.end
