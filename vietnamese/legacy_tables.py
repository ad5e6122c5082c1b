"""The old ways to write Vietnamese with eight bits, as letters for letters.

TCVN3 (ABC): one sign of the Latin-1 range for a letter, TCVN 5712:1993, set VN3; toned capitals
are in the capitals font, VN1 has them at 0x80. VNI (Windows): a vowel followed by the sign of
its mark. VISCII: RFC 1456. The signs are given as code page 1252 shows them.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from vietnamese.letters import nfc

_TCVN3_LETTERS: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđ",
    "àảãáạ",
    "ằẳẵắ",
    "ặầẩẫấậ",
    "è",
    "ẻẽéẹềểễếệìỉ",
    "ĩíị",
    "ò",
    "ỏõóọồổỗốộờởỡớợù",
    "ủũúụừửữứựỳỷỹýỵ",
)
_TCVN3_STARTS: Final = (0xA1, 0xB5, 0xBB, 0xC6, 0xCC, 0xCE, 0xDC, 0xDF, 0xE1, 0xF1)
TCVN3: Final = {
    start + place: letter
    for start, letters in zip(_TCVN3_STARTS, _TCVN3_LETTERS, strict=True)
    for place, letter in enumerate(letters)
}

_TONES: Final = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
# VNI: signs of a tone after a vowel; of a circumflex, and of a breve, alone or with a tone.
_TONE_SIGNS: Final = dict(zip("ùøûõï", _TONES[1:], strict=True))
_CIRCUMFLEX_SIGNS: Final = dict(zip("âáàåãä", _TONES, strict=True))
_BREVE_SIGNS: Final = dict(zip("êéèúüë", _TONES, strict=True))
_VNI_SINGLE: Final = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))


def _vni() -> dict[str, str]:
    """Every sequence of signs for a letter; the case of the vowel decides."""
    table = {**_VNI_SINGLE, **{sign.upper(): x.upper() for sign, x in _VNI_SINGLE.items()}}
    for vowels, signs, quality in (
        ("aeiouyôö", _TONE_SIGNS, ""),
        ("aeo", _CIRCUMFLEX_SIGNS, "\u0302"),
        ("a", _BREVE_SIGNS, "\u0306"),
    ):
        for vowel, (sign, tone) in product(vowels, signs.items()):
            letter = nfc(_VNI_SINGLE.get(vowel, vowel) + quality + tone)
            for written in (sign, sign.upper()):
                table[vowel + written] = letter
                table[vowel.upper() + written] = letter.upper()
    return table


VNI: Final = _vni()
_VNI_SEQUENCE: Final = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))

_VN1_CAPITALS: Final = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
_VN1_OTHERS: Final = {
    0x01: "Ú",
    0x02: "Ụ",
    0x04: "Ừ",
    0x05: "Ử",
    0x06: "Ữ",
    0x11: "Ứ",
    0x12: "Ự",
    0x13: "Ỳ",
    0x14: "Ỷ",
    0x15: "Ỹ",
    0x16: "Ý",
    0x17: "Ỵ",
    0xAF: "Ằ",
    0xBA: "Ẳ",
    0xBF: "Ẵ",
    0xC0: "Ắ",
    0xC1: "Ầ",
    0xC2: "Ẩ",
    0xC3: "Ẫ",
    0xC4: "Ấ",
    0xC5: "Ề",
    0xCD: "Ể",
    0xD9: "Ễ",
    0xDA: "Ế",
    0xDB: "Ồ",
    0xE0: "Ổ",
    0xF0: "Ỗ",
    0xFF: "Ố",
}
# Bytes as Latin-1 shows them.
TCVN_VN1: Final = {
    **TCVN3,
    **{0x80 + place: letter for place, letter in enumerate(_VN1_CAPITALS)},
    **_VN1_OTHERS,
}
_VISCII_HIGH: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
VISCII: Final = {
    0x02: "Ẳ",
    0x05: "Ẵ",
    0x06: "Ẫ",
    0x14: "Ỷ",
    0x19: "Ỹ",
    0x1E: "Ỵ",
    **{0x80 + place: letter for place, letter in enumerate(_VISCII_HIGH)},
}


def from_vni(text: str) -> str:
    """`text` with every sequence of VNI signs as its letter; what is none stays."""
    return _VNI_SEQUENCE.sub(lambda match: VNI[match[0]], text)
