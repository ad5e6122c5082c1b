"""Every code has its sentence, and the sentence says what happened in Vietnamese."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from extraction import NoteCode
from extraction.errors import ReadErrorCode
from regulations.intake import failing
from regulations.intake.duplicates import SameAs
from regulations.intake.error_words import ERRORS, error_sentence
from regulations.intake.findings import FindingState
from regulations.intake.refusal import RefusalCode
from regulations.intake.wording import (
    CELLS,
    FINDINGS,
    NOTES,
    REFUSALS,
    WARNINGS,
    cell_sentence,
    note_sentences,
    refusal_sentence,
    warning_sentences,
)

OURS = {failing.READER_GONE, failing.NO_PLACE, failing.FILE_GONE, failing.INTERNAL}


def test_no_code_is_without_words():
    assert set(map(str, ReadErrorCode)) | OURS <= set(ERRORS)
    assert set(map(str, NoteCode)) <= set(NOTES)
    assert set(map(str, SameAs)) <= set(WARNINGS)
    assert set(FindingState) == set(FINDINGS)
    assert set(map(str, RefusalCode)) == set(REFUSALS)


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_is_told_in_vietnamese_even_without_its_data(code):
    with override("en"):
        english = error_sentence(code)
    assert error_sentence(code) != english
    assert "%(" not in error_sentence(code)


def test_other_words_are_vietnamese_too():
    rows = [{"code": code, "data": {"field": "number"}} for code in WARNINGS]
    said = [
        *warning_sentences(rows),
        *note_sentences([{"code": code, "data": {}} for code in NOTES]),
        *(refusal_sentence(code, {}) for code in REFUSALS),
        *(cell_sentence("A1", code, "x") for code in CELLS),
    ]
    assert [sentence for sentence in said if " the " in f" {sentence} ".lower()] == []


def test_a_code_that_nobody_knows_any_more_says_that_it_was_not_read():
    assert error_sentence("of-a-later-version") == error_sentence("unreadable")
    assert note_sentences([{"code": "of-a-later-version"}]) == []


def test_a_difference_is_told_as_people_write_it():
    data = {"field": "issued_on", "given": "2024-02-01", "read": "2022-06-15"}
    (said,) = warning_sentences([{"code": "sheet-differs", "data": data}])

    assert "01/02/2024" in said
    assert "15/06/2022" in said
