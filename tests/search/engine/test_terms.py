"""One language of terms: what is written for a passage is what can be asked of it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.expression import And, Not, Or, Term, terms_in, to_fts5, to_tsquery
from search.engine.terms import TERMS_VERSION, deltas, exactly, terms_of, words_of
from vietnamese import tokenize

pytestmark = pytest.mark.one_engine
PAGE = SimpleNamespace(title="Luật Thi đua", number_key="6-2022-qh15")
# What stands in the indexes of this version of the terms, for one small passage.
GOLDEN_VERSION = 2
GOLDEN_LABEL, GOLDEN_BODY = "Điều 2. Giấy khen", "Thưởng tổ ả, cỡ A4: 12/2024/NĐ-CP."
GOLDEN_TERMS = """
12 12_2024 2 2024 2024_nd 2_giay =a2 =a40 a a4 a4_12 a_co c:12-2024-nd-cp co co_a4 cp cơ3 d:dua
d:luat d:thi dieu dieu_2 dua giay giay_khen giây4 khen luat luat_thi luât5 n:6-2022-qh15 nd
nd_cp nđ t:2 t:2_giay t:dieu t:dieu_2 t:giay t:giay_khen t:giây4 t:khen t:điêu1 thi thi_dua
thuong thuong_to thương2 to to_a tô2 điêu1 đua
"""


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


def test_terms_change_only_with_their_version():
    found = terms(GOLDEN_LABEL, GOLDEN_BODY, cited="12-2024-nd-cp").terms
    assert (TERMS_VERSION, sorted(found)) == (GOLDEN_VERSION, sorted(GOLDEN_TERMS.split())), (
        "The terms of a passage changed, so every index that stands is asked otherwise than it was"
        " written. If that is meant, raise TERMS_VERSION in search/engine/terms.py (upgrades then"
        " make the index anew) and take over version and terms here; if not, undo it."
    )


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
