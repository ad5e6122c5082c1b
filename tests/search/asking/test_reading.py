"""What is understood of what was typed: words, phrases, exclusions, numbers, Telex, short forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.asking.frequencies import Frequencies
from search.asking.question_words import rows, without_question_words
from search.asking.reading import LONGEST, MOST_WORDS, read
from search.asking.wording import decoded, folded, terms_to_ask, wording_of
from vietnamese import shipped_abbreviations

KNOWN_WORDS = "chien si thi dua co so giao vien day gioi"
KNOWN = Frequencies(9, 9.0, dict.fromkeys(KNOWN_WORDS.split(), 1))

ASKING = ["laf", "gif", "gì", '"', "la", "gi", "không", "thi", "nghij", "ddinhj", "98", "ai", "-"]
NUMBERED = Frequencies(9, 9.0, dict.fromkeys(["dieu", "nghi", "dinh", "chien", "si"], 1))


def worded(text):
    return wording_of(decoded(read(text), KNOWN.df).words, shipped_abbreviations())


def spelled(wordings):
    return [" ".join(folded(words)) for words in wordings]


@pytest.mark.parametrize(
    ("typed", "words", "phrases", "excluded", "numbers"),
    [
        ("Thi đua", "thi dua", (), (), ()),
        ("“Chiến sĩ” thi đua", "chien si thi dua", (("chien", "si"),), (), ()),
        ("thi đua -khen", "thi dua", (), ("khen",), ()),
        ('thi -"khen thưởng" đua', "thi dua", (), ("khen thuong",), ()),
        ("thi đua - khen thưởng", "thi dua khen thuong", (), (), ()),
        ("tdkt-2025", "tdkt 2025", (), (), ()),
        ("-khen", "khen", (), (), ()),
        ("4552 -KH-SGDĐT", "4552 kh sgddt", (), (), ("4552-kh-sgddt",)),
        ("nghị định 98 thi đua", "nghi dinh 98 thi dua", (), (), ("98-nd",)),
        ('"', "", (), (), ()),
        ('"thi', "thi", (), (), ()),
    ],
)
def test_what_is_typed_is_read(typed, words, phrases, excluded, numbers):
    query = read(typed).query
    assert " ".join(query.words) == words
    assert (query.phrases, query.excluded, query.numbers) == (phrases, excluded, numbers)


@given(st.text(max_size=700))
def test_anything_is_read_within_bounds(typed):
    reading = read(typed)
    assert len(reading.query.text) <= LONGEST
    assert len(reading.words) <= MOST_WORDS
    assert len(terms_to_ask(reading, shipped_abbreviations())) < 2_000


def test_it_is_said_that_more_was_typed_than_is_read():
    assert not read("thi đua " * MOST_WORDS).query.text.endswith("x")
    assert read("đ " * (MOST_WORDS + 1)).query.cut
    assert read("x" * 301).query.cut
    assert not read("đ " * MOST_WORDS).query.cut


def test_keys_left_undecoded_are_decoded_when_nothing_has_the_word_as_typed():
    reading = decoded(read("chieens syx thi dua"), KNOWN.df)
    assert folded(reading.words) == ("chien", "si", "thi", "dua")
    assert reading.query.understood == (("chieens", "chiến"), ("syx", "sỹ"))
    assert reading.query.text == "chieens syx thi dua"


def test_a_word_that_something_has_is_left_as_it_is():
    assert decoded(read("six"), KNOWN.df).query.understood == (("six", "sĩ"),)
    known = Frequencies(1, 1.0, {"six": 1, "si": 1})
    assert not decoded(read("six"), known.df).query.understood


def test_numbers_are_read_when_the_keys_are_decoded():
    reading = decoded(read('ddieeuf 33 nghij ddinhj 30/2020 chieens "chieens si"'), NUMBERED.df)
    assert reading.query.numbers == ("30-2020-nd",)
    assert reading.query.phrases == (("chieens", "si"),)
    assert reading.query.words[-3:] == ("chien", "chieens", "si")
    known = Frequencies(1, 1.0, {"tu": 1})
    assert decoded(read("137-kl/tw"), known.df).query.numbers == ("137-kl-tw",)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("chiến sĩ thi đua là gì", "chien si thi dua"),
        ("chien si thi dua la gi", "chien si thi dua"),
        ("ai có quyền khen", "co quyen khen"),
        ("ứng dụng AI", "ung dung ai"),
        ("Ngày nào", "ngay"),
        ('"thi đua là gì"', "thi dua la gi"),
        ("cách xét tặng", "xet tang"),
        ("nhà cách mạng", "nha cach mang"),
        ("máy tính không nối mạng được không ạ", "may tinh khong noi mang"),
        ("là gì", "la gi"),
    ],
)
def test_words_that_only_ask_are_left_out(typed, kept):
    assert " ".join(folded(without_question_words(read(typed).words))) == kept


@given(st.lists(st.sampled_from(ASKING), max_size=9).map(" ".join) | st.text(max_size=300))
def test_whatever_is_typed_keeps_a_word(typed):
    reading = decoded(read(typed), KNOWN.df)
    kept = without_question_words(reading.words)
    assert bool(kept) == bool(reading.words)
    assert set(kept) <= set(reading.words)
    assert all(word in kept for word in reading.words if word.is_quoted or word.in_number)


def test_every_word_that_only_asks_has_its_reason():
    assert all(row.words and row.why for row in rows())


def test_abbreviations_are_read_both_ways():
    assert "chien si thi dua co so" in spelled(worded("CSTĐ cơ sở").same)
    assert "cstd co so" in spelled(worded("chiến sĩ thi đua cơ sở").same)
    both = "thi dua khen thuong cua uy ban nhan dan"
    assert both in spelled(worded("TĐKT của UBND").same)


def test_what_may_mean_other_things_is_only_doubtful():
    wording = worded("GV dạy giỏi")
    assert spelled(wording.same) == ["gv day gioi"]
    assert spelled(wording.doubtful) == ["giao vien day gioi"]
    assert spelled(worded("giáo viên").faint) == ["gv"]
    assert worded("sỹ").doubtful == ()
