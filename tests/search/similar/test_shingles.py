"""Shingles, signatures and shared stretches, without any page."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.similar.shingles import BINS, SIZE, shingles, signature
from search.similar.side_by_side import LONGEST_SHOWN, matches_between
from search.similar.stretches import common_stretches, share_here, share_there
from search.similar.texts import Text
from vietnamese import folded_words

WORDS = st.lists(st.sampled_from(["thi", "dua", "khen", "thuong", "a", "b"]), max_size=60)


def text_of(start, length):
    """Words that stand nowhere else."""
    return [f"chu{number}" for number in range(start, start + length)]


def test_marks_case_and_signs_make_no_difference():
    assert folded_words("Thi đua, KHEN-thưởng: 05/2024") == folded_words(
        "thi dua khen thuong 5 2024"
    )


def test_a_text_shorter_than_a_shingle_has_none():
    assert shingles(text_of(0, SIZE - 1)) == set()
    assert signature([]) == []


def test_a_signature_is_the_same_in_another_process():
    code = "from search.similar.shingles import *; print(signature([f'chu{n}' for n in range(50)]))"
    command = [sys.executable, "-c", code]
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": "."}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.strip() == str(signature(text_of(0, 50)))


@given(WORDS, WORDS)
def test_a_signature_is_small_and_its_values_are_shared_only_by_shared_shingles(one, other):
    first, second = signature(one), signature(other)
    assert len(first) <= BINS
    assert all(-(2**63) <= value < 2**63 for value in first)
    assert bool(set(first) & set(second)) <= bool(shingles(one) & shingles(other))


def jaccard(one, other):
    """How much of what two texts have both have, from 0 to 1; by shingles."""
    first, second = shingles(one), shingles(other)
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("kept", [900, 600, 300, 100])
def test_the_share_of_equal_values_is_about_jaccard(kept):
    one, other = text_of(0, 1000), [*text_of(0, kept), *text_of(5000, 1000 - kept)]
    both = len(set(signature(one)) & set(signature(other)))
    assert both / BINS == pytest.approx(jaccard(one, other), abs=0.12)


def test_reordered_articles_are_the_same_text():
    articles = [text_of(start, 100) for start in range(0, 1000, 100)]
    mixed = random.Random(1).sample(articles, len(articles))
    one, other = list(chain(*articles)), list(chain(*mixed))
    stretches = common_stretches(one, other)
    assert share_here(stretches, len(one)) == 1
    assert {stretch.length for stretch in stretches} == {100}


def test_a_part_stands_whole_in_the_whole_and_not_the_other_way():
    whole, part = text_of(0, 1000), text_of(300, 100)
    stretches = common_stretches(part, whole)
    assert (share_here(stretches, 100), share_there(stretches, 1000)) == (1, 0.1)


@given(WORDS, WORDS)
def test_every_stretch_is_word_for_word_in_both(one, other):
    stretches = common_stretches(one, other)
    for stretch in stretches:
        here = one[stretch.here : stretch.here + stretch.length]
        assert here == other[stretch.there : stretch.there + stretch.length]
        assert stretch.length >= SIZE
    assert 0 <= share_here(stretches, len(one)) <= 1
    assert 0 <= share_there(stretches, len(other)) <= 1


@given(WORDS)
def test_a_text_is_wholly_in_itself(words):
    stretches = common_stretches(words, words)
    assert share_here(stretches, len(words)) == (1 if len(words) >= SIZE else 0)


def test_endless_repetition_is_compared_in_time():
    words = ["thi", "dua"] * 20_000
    assert share_here(common_stretches(words, words[:2_000]), len(words)) == 1


def test_side_by_side_each_has_its_own_spelling():
    here = Text("Mở đầu. THI ĐUA, KHEN THƯỞNG NĂM HỌC MỚI CỦA NHÀ TRƯỜNG. Kết thúc.")
    there = Text(
        "Khác: thi dua khen thuong nam hoc moi cua nha truong, hết.", [(0, "Điều 1", "d1")]
    )
    [match] = matches_between(here, there)
    assert (match.label, match.anchor, match.words) == ("Điều 1", "d1", 10)
    assert match.here == [
        ("Mở đầu. ", False),
        ("THI ĐUA, KHEN THƯỞNG NĂM HỌC MỚI CỦA NHÀ TRƯỜNG", True),
        (". Kết thúc", False),
    ]
    assert match.there[1] == ("thi dua khen thuong nam hoc moi cua nha truong", True)


def test_the_middle_of_a_long_stretch_is_left_out():
    text = Text(" ".join(text_of(0, 1000)))
    [match] = matches_between(text, text)
    shown = " ".join(words for words, both in match.here if both).split()
    assert (match.words, len(shown)) == (1000, LONGEST_SHOWN)
    assert shown[0] == "chu0"
    assert shown[-1] == "chu999"
