"""Texts are kept compressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.packed import pack, unpack

LAW = "Căn cứ Luật Thi đua, khen thưởng; theo đề nghị của Bộ trưởng Bộ Nội vụ."


@given(st.text())
def test_any_text_comes_back(text):
    assert unpack(pack(text)) == text


def test_a_sentence_of_a_decision_takes_less_than_half():
    assert len(pack(LAW)) < len(LAW.encode()) / 2
