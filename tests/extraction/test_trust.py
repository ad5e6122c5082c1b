"""Letters that cannot be trusted: ink, stamps, scanned pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extraction import Confidence, Span, draft_of, read_text
from tests.extraction.samples import document

TEXT = document("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "I. MỤC ĐÍCH", "Chữ.")


def doubted(words):
    """The draft of a text in which `words` stand under ink."""
    place = TEXT.index(words)
    extracted = replace(read_text(TEXT), doubtful=(Span(place, place + len(words)),))
    return draft_of(extracted)


def test_digits_under_ink_are_no_number():
    header = doubted("12/").header
    assert header.number.is_missing
    assert header.number_key.is_missing
    assert header.number.printed == "12/KH-UBND"
    assert (header.symbol.value, header.symbol.confidence) == ("KH-UBND", Confidence.UNSURE)


def test_a_day_under_ink_is_no_date():
    header = doubted("05").header
    assert header.issued_on.is_missing
    assert header.issued_on.printed == "ngày 05 tháng 3 năm 2026"


def test_a_stamp_over_the_name_makes_it_unsure():
    signature = doubted("Lê Thị Mẫu").signature
    assert (signature.name.value, signature.name.confidence) == ("Lê Thị Mẫu", Confidence.UNSURE)


def test_the_form_that_a_reader_leaves_for_ink():
    text = TEXT.replace("Số: 12/KH", "Số: ……/KH").replace("ngày 05", "ngày ……")
    header = draft_of(read_text(text)).header
    assert header.number.is_missing
    assert header.issued_on.is_missing
    assert header.symbol.value == "KH-UBND"


@pytest.mark.parametrize("starts", [(), (0,)])
def test_a_scanned_page_is_unsure_but_for_what_two_signs_say(starts):
    draft = draft_of(replace(read_text(TEXT), scanned_pages=(1,), page_starts=starts))
    header = draft.header
    assert header.document_type.confidence is Confidence.SURE  # title and symbol agree
    for field in (header.number, header.issued_on, header.issuer, header.abstract):
        assert field.confidence is Confidence.UNSURE
    assert draft.signature.name.confidence is Confidence.UNSURE


def test_a_page_with_text_in_a_scanned_file_stays_sure():
    extracted = replace(read_text(TEXT), scanned_pages=(2,), page_starts=(0, len(TEXT)))
    assert draft_of(extracted).header.number.confidence is Confidence.SURE


def test_a_line_taken_for_a_running_header_is_reported():
    place = TEXT.index("Chữ.")
    draft = draft_of(replace(read_text(TEXT), furniture=(Span(place, place + 4),)))
    assert [one.data for one in draft.problems if one.code == "stray-header"] == [{"line": "Chữ."}]


def test_letters_under_ink_leave_the_name_but_not_surely():
    issuer = doubted("YÊN NGHĨA").header.issuer
    assert issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG YÊN NGHĨA"
    assert issuer.confidence is Confidence.UNSURE
