"""Which words differ between two versions of a text."""

from __future__ import annotations

import time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regulations.compare.order import in_order
from regulations.compare.words import diff, shortest_edit

WORDS = st.lists(st.sampled_from(["thi", "đua", "khen", "thưởng", ",", ".", "\n"]), max_size=40)


def marked(old, new):
    """Both texts with what only they have in brackets."""
    return tuple(
        "".join(f"[{one.text.strip()}]" if one.is_changed else one.text for one in side)
        for side in diff(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Thi đua yêu nước", "Thi đua yêu nước", "Thi đua yêu nước", "Thi đua yêu nước"),
        (
            "trong 10 ngày làm việc",
            "trong 15 ngày làm việc",
            "trong [10]ngày làm việc",
            "trong [15]ngày làm việc",
        ),
        (
            "giáo viên dạy giỏi",
            "giáo viên dạy rất giỏi",
            "giáo viên dạy giỏi",
            "giáo viên dạy [rất]giỏi",
        ),
        (
            "công khai, minh bạch, kịp thời",
            "công khai, kịp thời",
            "công khai, [minh bạch,]kịp thời",
            "công khai, kịp thời",
        ),
        ("tập thể; cá nhân", "tập thể, cá nhân", "tập thể[;]cá nhân", "tập thể[,]cá nhân"),
        (
            "quy định chi tiết",
            "khen thưởng hằng năm",
            "[quy định chi tiết]",
            "[khen thưởng hằng năm]",
        ),
        ("", "mới", "", "[mới]"),
        ("cũ", "", "[cũ]", ""),
        ("", "", "", ""),
    ],
)
def test_a_pair(old, new, before, after):
    assert marked(old, new) == (before, after)


def test_a_word_that_stays_alone_between_two_changes_is_not_left_standing():
    old = "Hiệu trưởng quyết định tặng giấy khen của trường cho giáo viên trong năm học này"
    new = "Hiệu trưởng đề nghị trao bằng khen và thưởng cho giáo viên trong năm học này"
    assert marked(old, new)[0] == (
        "Hiệu trưởng [quyết định tặng giấy khen của trường]cho giáo viên trong năm học này"
    )


def test_two_spellings_of_one_letter_are_the_same():
    assert marked(normalize("NFD", "Thưởng tập thể"), "Thưởng tập thể")[1] == "Thưởng tập thể"


@given(WORDS, WORDS)
def test_no_word_is_lost_or_invented(old, new):
    texts = " ".join(old), " ".join(new)
    sides = diff(*texts)
    assert tuple("".join(one.text for one in side) for side in sides) == texts
    kept = ["".join(one.text for one in side if not one.is_changed).split() for side in sides]
    assert kept[0] == kept[1]


@given(WORDS, WORDS)
def test_a_shortest_edit_keeps_the_same_words_in_order(old, new):
    pairs = shortest_edit(old, new, most=100)
    assert [old[a] for a, _ in pairs] == [new[b] for _, b in pairs]
    assert pairs == sorted(set(pairs))


def test_too_many_edits_are_not_looked_for():
    assert shortest_edit(["a"] * 50, ["b"] * 50, most=20) is None


@given(st.permutations(range(12)))
def test_what_stays_in_order_rises_and_is_as_long_as_can_be(numbers):
    kept = [number for number, stays in zip(numbers, in_order(numbers), strict=True) if stays]
    assert kept == sorted(kept)
    longest = [1] * 12
    for place in range(12):
        for other in range(place):
            if numbers[other] < numbers[place]:
                longest[place] = max(longest[place], longest[other] + 1)
    assert len(kept) == max(longest)


def test_long_texts_take_no_long_time():
    old = " ".join(f"từ{n % 700} và" for n in range(40_000))
    new = " ".join(f"chữ{n % 900} và" for n in range(40_000))
    start = time.process_time()
    diff(old, new)
    diff(old, old + " thêm")
    assert time.process_time() - start < 5
