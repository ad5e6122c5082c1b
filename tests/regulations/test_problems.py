"""Every oddity that the reader can report has its sentence."""

from __future__ import annotations

from extraction.problem import ProblemCode
from regulations.problems import SENTENCES, problem_sentences


def test_every_code_has_a_sentence():
    told = {code.value for code in ProblemCode if not code.value.startswith("missing-")}
    assert set(SENTENCES) == told


def test_the_sentence_names_what_was_found():
    row = {"code": "outline-gap", "data": {"label": "4.", "after": "1.", "missing": "2, 3"}}
    sentence = problem_sentences([row])[0]
    assert "1." in sentence
    assert "4." in sentence


def test_numbering_that_begins_late_has_nothing_before_it():
    row = {"code": "outline-gap", "data": {"label": "1.2.", "after": "", "missing": "1.1"}}
    assert problem_sentences([row]) == ["Đánh số bắt đầu từ 1.2., thiếu 1.1"]
