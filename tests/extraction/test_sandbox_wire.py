"""What a reading process sends is believed only as far as its form goes."""

from __future__ import annotations

import json

import pytest

from extraction import read_document, read_text
from extraction.document import draft_of
from extraction.extracted import Note, NoteCode
from extraction.sandbox.wire import WireError, draft_from, dumps, loads
from tests.extraction.samples import document

DRAFT = read_document(document("Điều 1. Khen thưởng theo Luật số 06/2022/QH15\n1. Một;\n2. Hai.\n"))


def test_a_draft_comes_back_as_it_was():
    assert draft_from(loads(dumps(DRAFT))) == DRAFT


def test_half_a_letter_becomes_a_sign_as_long():
    extracted = read_text("Điều 1.\ud800")
    assert draft_from(loads(dumps(draft_of(extracted)))).text == "Điều 1.\ufffd"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"sure"', '"certain"'),
        ("null", "1"),
        ('"CHỦ TỊCH"', "7"),
        ("false", "0"),
        ("[0,", "[-1,"),
        ("[0,", "[true,"),
        ("[0,", "[9000000,"),
        ("[[", "[{},["),
        ("[", "{}"),
    ],
)
def test_a_value_of_another_type_is_refused(before, after):
    answer = dumps(DRAFT).decode()
    assert before in answer
    with pytest.raises(WireError):
        draft_from(loads(answer.replace(before, after, 1).encode()))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[NaN]", b"[" * 100_000])
def test_what_is_no_json_is_refused(data):
    with pytest.raises(WireError):
        loads(data)


@pytest.mark.parametrize("value", [None, [], {}, "x", 1, [[]] * 8])
def test_what_is_no_draft_is_refused(value):
    with pytest.raises(WireError):
        draft_from(value)


def test_names_of_fields_travel_with_their_values():
    note = Note(NoteCode.PROGRAM_MISSING, {"program": "tesseract", "package": "tesseract-ocr"})
    assert json.loads(dumps(note)) == ["program-missing", dict(note.data)]
