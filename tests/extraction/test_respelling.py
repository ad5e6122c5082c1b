"""Marks that a scan misread, put right by the rest of the text; still unsure."""

from __future__ import annotations

from dataclasses import replace

from extraction import Confidence, draft_of, read_text
from extraction.respelling import Spellings, respelled_office
from tests.extraction.samples import document

TEXT = "Sở Y tế báo cáo. Sở Y tế tỉnh triển khai công tác xoá mù. Công tác xóa mù, xóa mù."


def test_two_words_are_spelled_as_the_text_spells_them_most_often():
    spellings = Spellings(TEXT)
    assert spellings.respelled("SỞ Y TE") == "SỞ Y TẾ"
    assert spellings.respelled("Về công tac số 5") == "Về công tác số 5"
    assert spellings.respelled("báo cao") == "báo cao"  # met only once


def test_the_place_of_a_tone_is_no_misreading():
    assert Spellings(TEXT).respelled("xoá mù") == "xoá mù"


def test_an_office_is_spelled_in_one_way():
    assert respelled_office("PHÓ GIÁM ĐỌC") == "PHÓ GIÁM ĐỐC"
    assert respelled_office("TRƯỞNG ĐƠN VỊ") == "TRƯỞNG ĐƠN VỊ"


def test_what_was_read_stays_beside_what_is_proposed():
    body = ("I. MỤC ĐÍCH", "Phong trào thi đua của trường. Phong trào thi đua của lớp.")
    text = document(*body, title=("KẾ HOẠCH", "Phong trào thì đua"))
    abstract = draft_of(replace(read_text(text), scanned_pages=(1,))).header.abstract
    assert (abstract.value, abstract.printed) == ("Phong trào thi đua", "Phong trào thì đua")
    assert abstract.confidence is Confidence.UNSURE
    assert draft_of(read_text(text)).header.abstract.value == "Phong trào thì đua"
