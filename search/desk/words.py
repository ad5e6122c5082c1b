"""Questions as they are compared, and which of them may be kept at all."""

from __future__ import annotations

import re

from django.utils.crypto import salted_hmac

from vietnamese import folded_words, nfc

LONGEST_KEPT = 80
MOST_DIGITS = 5
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Digits that belong together although they are written in groups: 0912 345 678, 001.085.012345.
GROUPED = re.compile(r"(?<=\d)[ .\-–]+(?=\d)")
DIGITS = re.compile(r"\d+")
ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
# The commonest family names that are seldom another word: with marks they begin a person's name.
FAMILY = frozenset(
    {
        *("nguyễn", "trần", "lê", "phạm", "huỳnh", "hoàng", "phan", "vũ", "võ", "đặng", "bùi"),
        *("đỗ", "hồ", "ngô", "dương", "lý", "đinh", "đào"),
    }
)
# What the same words begin that is no name.
NO_NAMES = frozenset(
    {"phạm vi", "hồ sơ", "đào tạo", "dương lịch", "lý do", "lý lịch", "lý luận", "lý thuyết"}
)
MIDDLE = frozenset({"thi", "van"})
# A family name, perhaps one or two middle names, and a given name.
NAME_WORDS = range(2, 6)


def key_of(text: str) -> str:
    """The folded words of `text` with one blank between: what makes two questions the same."""
    return " ".join(folded_words(nfc(text)))


# Without marks they may be anything (nguyen tac); with a middle name they are a person's.
PLAIN_FAMILY = frozenset(key_of(name) for name in FAMILY)


def digest_of(key: str) -> str:
    """32 characters that stand for a folded question; without the site's key nobody reads it."""
    return salted_hmac("search.desk.asked", key, algorithm="sha256").hexdigest()[:32]


def looks_personal(text: str) -> bool:
    """Whether `text` may tell of a person, so that it is neither counted nor kept.

    Six digits in a row or in groups (telephone, identity card; years and dates are none), e-mail
    and web addresses, more than LONGEST_KEPT characters (a letter, not a question), and
    what is built like a name. A name cannot be told for sure: see `search.desk.recording` for what
    holds for all texts.
    """
    if len(text) > LONGEST_KEPT or ADDRESS.search(text):
        return True
    digits = DIGITS.findall(GROUPED.sub("", YEAR.sub(" ", text)))
    return any(len(run) > MOST_DIGITS for run in digits) or _is_like_a_name(text)


def _is_like_a_name(text: str) -> bool:
    spelled = nfc(text).lower()
    words, plain = spelled.split(), key_of(text).split()
    if len(words) not in NAME_WORDS or len(plain) != len(words) or " ".join(words[:2]) in NO_NAMES:
        return False
    return words[0] in FAMILY or (plain[0] in PLAIN_FAMILY and plain[1] in MIDDLE)
