"""Keys of Telex and VNI that were left undecoded."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vietnamese.keystrokes import telex, vni
from vietnamese import exact, is_syllable, nfc, untelex
from vietnamese.letters import TONES
from vietnamese.syllables import _SYLLABLES

VOWELS = "aăâeêioôơuưy"


def with_tone(letters, tone):
    """Old or new placement is one word to `exact`; the last vowel but one is as good as any."""
    place = max(place for place, letter in enumerate(letters) if letter in VOWELS)
    return nfc(letters[: place + 1] + tone + letters[place + 1 :])


EVERY_SYLLABLE = [
    word
    for letters, tone in product(sorted(_SYLLABLES), TONES)
    if is_syllable(word := with_tone(letters, tone))
]


@pytest.mark.parametrize("keyboard", [telex, vni])
def test_the_keys_of_every_syllable_decode_to_it(keyboard):
    for word in EVERY_SYLLABLE:
        if (keys := keyboard(word)) != word:
            assert exact(untelex(keys) or "") == exact(word), keys


@given(
    st.sampled_from(EVERY_SYLLABLE),
    st.sampled_from([telex, vni]),
    st.booleans(),
    st.sampled_from([str.lower, str.upper, str.capitalize]),
)
def test_the_tone_may_stand_after_its_vowel_and_letters_may_be_capitals(
    word, keyboard, tone_last, case
):
    if (keys := keyboard(word, tone_last=tone_last)) != word:
        assert exact(untelex(case(keys)) or "") == exact(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chieens", "chiến"),
        ("chieesn", "chiến"),
        ("chiense", "chiến"),
        ("chiêns", "chiến"),
        ("chie61n", "chiến"),
        ("chien61", "chiến"),
        ("dduwowngf", "đường"),
        ("duongwfd", "đường"),
        ("d9u7o7ng2", "đường"),
        ("nhwng", "nhưng"),
        ("tw", "tư"),
        ("ruouwju", None),
        ("ruouwj", "rượu"),
        ("thuowr", "thuở"),
        ("hoaf", "hòa"),
        ("uyr", "ủy"),
        ("quys", "quý"),
        ("giuwx", "giữ"),
        ("CHIEENS", "CHIẾN"),
        ("Ddieeuf", "Điều"),
    ],
)
def test_keys_at_any_place(typed, meant):
    assert untelex(typed) == meant


@pytest.mark.parametrize(
    "word", ["thi", "đua", "hoc", "cac", "THCS", "sgddt", "windows", "data", "2025", "w", "", "x1"]
)
def test_a_word_without_keys_or_sense_stays(word):
    assert untelex(word) is None


@pytest.mark.parametrize(("word", "meant"), [("six", "sĩ"), ("cow", "cơ"), ("a4", "ã")])
def test_what_is_a_word_elsewhere_is_decoded_too_so_the_vocabulary_must_decide(word, meant):
    assert untelex(word) == meant


@given(st.text(max_size=20))
def test_whatever_is_decoded_is_a_syllable_that_the_word_was_not(word):
    decoded = untelex(word)
    assert decoded is None or (is_syllable(decoded) and not is_syllable(word))
