"""No text can break the reader or keep it busy."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import read_document
from tests.extraction.samples import document

WORDS = st.sampled_from(
    [
        *["Điều 1.", "1.", "a)", "I.", "Chương I", "Luật", "số", "12/KH-UBND", "của", "Căn cứ"],
        *["ngày 1/2/2025", "Nơi nhận:", "- Lưu: VT", "KT. HIỆU TRƯỞNG", "PHỤ LỤC", "“", "”", "\n"],
        *["\n\n", " ", "CỘNG HÒA XÃ HỘI", "KẾ HOẠCH", "V/v", "Số:", "tháng", "năm", "sửa đổi"],
    ]
)


@given(st.lists(WORDS, max_size=80).map(" ".join))
@settings(deadline=None)
def test_any_mixture_of_the_usual_words_is_read(text):
    draft = read_document(text)
    for citation in draft.citations:
        assert citation.span.of(draft.text) == citation.printed


@given(st.text())
@settings(deadline=None)
def test_any_text_is_read(text):
    assert read_document(text).text is not None


@pytest.mark.parametrize(
    "piece",
    [
        *["Luật ", "khoản 1 ", "số ", "“Điều 1. ", "(", "a ", "Luật A, B, ", "ngày ", "1.1.", "\n"],
        *["- ", "Điều 1.\n", "“Điều 1.\n", "ỦY BAN NHÂN DÂN\n", "sửa đổi Luật "],
        *["12/KH-UBND của Sở ", "Hà Nội, ngày ", "A", "Luật Sửa đổi của ", "ngày 1/2/2025\n"],
    ],
)
def test_repetition_does_not_keep_the_reader_busy(piece):
    began = time.process_time()
    read_document(document(piece * (60_000 // len(piece))))
    assert time.process_time() - began < 3
