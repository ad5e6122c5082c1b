"""Hostile queries: whatever somebody, or a program, may send to the search."""

from __future__ import annotations

import string

from hypothesis import strategies as st

LONGEST = 10_000
# Pieces parted by blanks; what is itself a blank follows below.
_PARTED = (
    "thi đua khen thưởng chiến sĩ cơ sở quyết định điều kế hoạch tổ chức quy định",
    "thi dua khen thuong chien si co so quyet dinh dieu ke hoach to chuc quy dinh",
    "thi ddua khen thuowngr chieens thii d9ua khen thu7o73ng TDKT UBND SKKN hoà hòa",
    # FTS5
    'AND OR NOT NEAR NEAR( NEAR/2 " "" * ^ + - : { } ( ) terms: rowid: rank bm25( -- /*',
    "t:thi d:thi n:98 c:98 thi_dua =thi t: _ __ a_b {terms}:",
    # tsquery, SQL, templates
    "& | ! <-> <2> :* :A :AB ' '' \\ \\' !! && || @@ ::tsquery $1 %s %(a)s {0} ; '; --",
    "SELECT DROP TABLE search_page; UNION NULL true false",
    # wildcards
    "* % _ ? [a-z] .* ^thi$ thi* *thi t*i %thi% _____ \\d+ (a+)+$",
    # numbers
    "98/2023/NĐ-CP 98/2023 ND-CP 4552/KH-SGDĐT 06/2022/QH15 36/CP 18/20202QĐ-UBND số: Số",
    "/ // -/- 1/2/3/4/5 0/0/0 ٣٤/٢٠٢٣/NĐ-CP ½/2023 1e999 -0 0x1F NaN",
    # control, direction, surrogates, letters that change their length
    "\x00 \x01 \x1a \x7f \u200b \u200e \u202e \u2066 \ufeff \ufffe \ud800 \udfff \U0010ffff",
    "😀 👩\u200d👩\u200d👧 🇻🇳 مرحبا שלום \u0301 ﬁ ǅ İ ı ß \u212a \u212b ﷽ ꙮ 𝔱𝔥𝔦 ｔｈｉ Ð đ\u0323",
)
_BLANKS = ("\r\n", "\t", "\u2028", "\xa0")
_PIECES = [*(piece for line in _PARTED for piece in line.split(" ")), *_BLANKS]
_TONES = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYđĐ"


def hostile() -> st.SearchStrategy[str]:
    """Strings, some of LONGEST characters; lone surrogates and NUL among them."""
    return st.one_of(
        _soup(),
        _soup(),
        st.text(max_size=80),
        st.text(st.characters(), max_size=80),  # every code point, surrogates too
        _heaped(),
        _marks(),
        _digits(),
        _long(),
        _quoted(),
    )


def _pieces() -> st.SearchStrategy[str]:
    return st.sampled_from(_PIECES)


def _soup() -> st.SearchStrategy[str]:
    """Words, operators and oddities in any order, with and without blanks between."""
    joints = st.sampled_from([" ", "", "  ", '"', "-", " -", "\u00a0", "/", "_"])
    return st.builds(
        lambda joint, parts: joint.join(parts), joints, st.lists(_pieces(), max_size=60)
    )


def _heaped() -> st.SearchStrategy[str]:
    """One piece many times over."""
    times = st.integers(1, LONGEST)
    return st.builds(lambda piece, many: (piece * many)[:LONGEST], _pieces(), times)


def _marks() -> st.SearchStrategy[str]:
    """Vowels with too many combining marks, in any order."""
    return st.text(st.sampled_from(_VOWELS + _TONES * 3 + " "), max_size=400)


def _digits() -> st.SearchStrategy[str]:
    """Numbers of up to 400 digits, bare or as a document's."""
    digits = st.text(st.sampled_from(string.digits), min_size=1, max_size=400)
    return st.builds(
        lambda number, frame: frame.replace("N", number),
        digits,
        st.sampled_from(["N", "N/N/NĐ-CP", "số N", "nghị định N", "-N", "N N N", '"N"', "Điều N"]),
    )


def _long() -> st.SearchStrategy[str]:
    """LONGEST characters of different words, or of one word without a blank."""
    parts = st.lists(_pieces(), min_size=20, max_size=200)
    return st.builds(
        lambda joint, found: (joint.join(found) * LONGEST)[:LONGEST],
        st.sampled_from([" ", ""]),
        parts,
    )


def _quoted() -> st.SearchStrategy[str]:
    """Phrases and exclusions, closed and not."""
    inner = st.lists(_pieces(), max_size=8).map(" ".join)
    frames = ['"I"', '"I', 'I"', '-"I"', "-I", '""I""', '"I" -"I" "I', "“I”", "‘I’", "-- -I"]
    return st.builds(lambda text, frame: frame.replace("I", text), inner, st.sampled_from(frames))
