"""One language of terms: what is written for a passage is what can be asked of it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.expression import And, Not, Or, Term, terms_in, to_fts5, to_tsquery
from search.engine.terms import deltas, exactly, terms_of, words_of
from vietnamese import tokenize

pytestmark = pytest.mark.one_engine
PAGE = SimpleNamespace(title="Luật Thi đua", number_key="6-2022-qh15")


def terms(label="", body="", *, position=1, cited=""):
    passage = SimpleNamespace(label=label, body=body, position=position, cited=cited)
    return terms_of(passage, PAGE)


def test_a_passage_has_its_words_and_pairs_in_both_forms():
    found = terms("Điều 23. Danh hiệu", "Chiến sĩ").terms
    assert {"dieu", "dieu_23", "t:danh_hieu", "t:hiêu5", "chien_si", "chiên4", "=si3"} <= found
    assert "hieu_chien" not in found


def test_a_passage_has_the_title_of_its_page_but_not_as_its_own():
    found = terms("Điều 1", "Nội dung").terms
    assert {"thi_dua", "d:thi", "d:luat"} <= found
    assert "t:thi" not in found
    assert "t:thi_dua" in terms(position=0).terms


def test_numbers_are_terms_of_their_own():
    found = terms(cited="4552-kh-sgddt 98-2023-nd-cp").terms
    assert {"n:6-2022-qh15", "c:4552-kh-sgddt", "c:98-2023-nd-cp"} <= found


def test_only_folded_words_and_pairs_are_counted():
    assert terms("", "đủ").counted == {"luat", "thi", "dua", "luat_thi", "thi_dua", "du"}


def test_a_word_with_a_tone_is_not_a_size_of_paper():
    assert exactly("a4", "a") == "=a4"
    assert terms("", "A4").terms.isdisjoint(terms("", "ả").terms - terms("", "x").terms)


@given(st.text())
def test_words_are_those_of_the_tokenizer(text):
    tokens = tokenize(text)
    assert words_of(text).folded == tuple(token.folded[:40] for token in tokens)


@given(st.text())
def test_terms_hold_nothing_that_an_engine_would_read_as_syntax(text):
    for term in terms(text, text).terms:
        assert not set(term) & set(" '\"\\\x00")


def test_expressions_are_quoted_in_both_spellings():
    asked = And(Term("a"), Or(Term("b_c"), Term("t:đ")), Not(Term("d")))
    assert to_fts5(asked) == '(("a" AND ("b_c" OR "t:đ")) NOT "d")'
    assert to_tsquery(asked) == "(('a' & ('b_c' | 't:đ')) & !'d')"
    assert terms_in(asked) == ["a", "b_c", "t:đ", "d"]


@pytest.mark.parametrize(
    "nothing",
    [
        And(),
        Or(),
        Not(Term("a")),
        And(Not(Term("a"))),
        *map(Term, ["", "\0", "'", "A", "a b", "*"]),
    ],
)
def test_what_wants_nothing_that_can_be_matches_nothing(nothing):
    assert (to_fts5(nothing), to_tsquery(nothing)) == ('""', "")


def test_only_what_changes_is_counted():
    assert deltas([{"a", "b"}, {"b"}], [{"b"}, {"c"}]) == {"a": 1, "b": 1, "c": -1}
