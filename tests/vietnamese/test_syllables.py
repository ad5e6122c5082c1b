"""What can be a Vietnamese syllable."""

from __future__ import annotations

import unicodedata

import pytest

from vietnamese import is_syllable

RIGHT = (
    "thi đua khen thưởng nghiệp nghĩa quyết định giếng gì quốc khuỷu nguyễn ương yêu ý của những "
    "huân huy chương tuyên truyền xuất sắc trưởng kỳ nghị ghế giáo dục hoàn quyền quả oanh uỷ ủy"
)


@pytest.mark.parametrize("word", RIGHT.split())
def test_words_of_the_language(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word",
    ["", "château", "élève", "für", "kà", "ngê", "các2", "boä", "cac", "côp", "zô", "nđ", "é é"],
)
def test_words_that_none_can_be(word):
    assert not is_syllable(word)


def test_a_stopped_syllable_takes_two_tones_only():
    assert [is_syllable(word) for word in ("các", "cạc", "càc", "cảc", "cãc")] == [
        *(True, True, False, False, False)
    ]
