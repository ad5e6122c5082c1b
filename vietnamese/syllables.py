"""Whether a word can be a Vietnamese syllable: built from the rules of its spelling, no word list.

A syllable is onset + rhyme + tone. The onsets c, k, q and g, gh and ng, ngh depend on the vowel
that follows; a rhyme that ends in c, ch, p or t takes the rising or the drop tone alone.
Source: Regulation on spelling, Decision 240/QĐ of the Ministry of Education, 05/03/1984.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from vietnamese.letters import TONES, nfc, split_tone

_RHYMES: Final = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uơ
uy uya uych uyên uyêt uynh uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
"""
_Y_RHYMES: Final = "yêm yên yêng yêt yêu"
_ONSETS: Final = "b ch d đ h kh l m n nh p ph r s t th tr v x gi"
_FRONT: Final = tuple("eêiy")
_AFTER_QU: Final = tuple("aăâeêiơ")
_RISING, _DROP = 4, 5
# nghiêng has 7 letters; marks may stand apart.
_LONGEST = 14
# Names of places in the Central Highlands that the rules do not build, without their tone.
_NAMES: Final = ("đăk", "lăk", "kan", "kông")


def _build() -> frozenset[str]:
    rhymes, y_rhymes = _RHYMES.split(), _Y_RHYMES.split()
    front = [rhyme for rhyme in rhymes if rhyme.startswith(_FRONT)]
    back = [rhyme for rhyme in rhymes if not rhyme.startswith(_FRONT)]
    # u belongs to the onset in qu: qua, quê, quy, quyên; quốc is the one with ô.
    rounded = [rhyme[1:] for rhyme in rhymes if rhyme.startswith("u") and len(rhyme) > 1]
    rounded += [rhyme for rhyme in rhymes if rhyme.startswith(_AFTER_QU)]
    by_onset = {
        **dict.fromkeys(["", *_ONSETS.split()], rhymes),
        **dict.fromkeys(["k", "gh", "ngh"], front),
        **dict.fromkeys(["c", "ng"], back),
        "g": [*back, *(rhyme for rhyme in front if rhyme.startswith("i"))],
        "qu": [*rounded, *y_rhymes, "ôc"],
    }
    built = (onset + rhyme for onset, rhymes in by_onset.items() for rhyme in rhymes)
    return frozenset([*built, *y_rhymes, *_NAMES])


_SYLLABLES: Final = _build()
_VOWELS: Final = "aăâeêioôơuưy"
_ALPHABET: Final = frozenset("bcdđghklmnpqrstvx").union(
    nfc(vowel + tone) for vowel in _VOWELS for tone in TONES
)
_STOPPED: Final = re.compile(r"(?:c|ch|p|t)\Z")


def is_syllable(word: str) -> bool:
    """Whether `word`, in any case and Unicode form, is spelled as a Vietnamese syllable.

    Only the spelling counts: many syllables that no dictionary has are allowed.
    """
    return len(word) <= _LONGEST and _is_spelled(word)


@lru_cache(maxsize=2**16)
def _is_spelled(word: str) -> bool:
    spelled = nfc(word).lower()
    if not _ALPHABET.issuperset(spelled):
        return False
    letters, tone = split_tone(spelled)
    if letters not in _SYLLABLES:
        return False
    return tone in {_RISING, _DROP} or not _STOPPED.search(letters)
