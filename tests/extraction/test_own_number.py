"""The number of a document in all the spellings that real papers have."""

from __future__ import annotations

import pytest

from extraction import Confidence, parse_header
from tests.extraction.samples import document


def number_of(printed):
    return parse_header(document("I. MỤC ĐÍCH", number=printed)).number


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("Số: 3176B/QĐ-SYT", "3176B/QĐ-SYT"),
        ("Số: 0125/KH-UBND", "0125/KH-UBND"),
        ("Số: 2004/KH-SYT-CĐN", "2004/KH-SYT-CĐN"),
        ("SỐ:  144 /2002/QĐ/BTC", "144/2002/QĐ/BTC"),
        ("Số 34-CTr/TU", "34-CTr/TU"),
        ("Số: 36/CP", "36/CP"),
        ("Số: 999-TC/QĐ-CĐKT", "999-TC/QĐ-CĐKT"),
        ("Luật số: 06/2022/QH15", "06/2022/QH15"),
        ("Số:\n84/2025/QĐ-UBND", "84/2025/QĐ-UBND"),
        ("Số: 84/2025/QĐ-\nUBND", "84/2025/QĐ-UBND"),
        ("Số: 542\n/TB-UBND", "542/TB-UBND"),
        ("Số: 12/QĐ–UBND", "12/QĐ-UBND"),
        ("Số: 59/TTr-THCS.NTT", "59/TTr-THCS.NTT"),
        ("Số: 5/HD - SGD&ĐT", "5/HD-SGD&ĐT"),
    ],
)
def test_spellings_that_say_it_whole(printed, value):
    found = number_of(printed)
    assert found.value == value
    assert found.confidence is Confidence.SURE


@pytest.mark.parametrize(
    ("printed", "value"),
    [("Số: 10./QĐ- MN", "10/QĐ-MN"), ("Số: 2566", "2566"), ("số: 12/qđ-mnyh", "12/QĐ-MNYH")],
)
def test_spellings_that_need_a_look(printed, value):
    found = number_of(printed)
    assert (found.value, found.confidence) == (value, Confidence.UNSURE)


@pytest.mark.parametrize(
    "printed", ["Số: ……/KH-UBND", "Số:      /2026/KH-UBND", "Số: ...", "Số:", "Số: … … /KH-UBND"]
)
def test_a_form_without_its_number(printed):
    found = number_of(printed)
    assert found.is_missing
    assert found.span is not None


def test_a_sentence_that_begins_with_a_number_is_no_head():
    text = "số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết"
    assert parse_header(text).number.is_missing
