"""Signs from fonts of signs (Symbol, Wingdings, Webdings) as letters that any font has."""

from __future__ import annotations

from typing import Final

from vietnamese import legacy_font

BULLET: Final = "•"
_SIGN_FONTS: Final = ("symbol", "wingdings", "webdings", "zapfdingbats", "monotype sorts")
_WINGDINGS: Final = {
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), "☐"),
    **dict.fromkeys((0x52, 0xFE), "☑"),
    **dict.fromkeys((0x53, 0x54, 0x78, 0xFD), "☒"),
    **dict.fromkeys((0xD8, 0xE8, 0xF0), "➢"),
    0x28: "☎",
    0x2A: "✉",
    0x46: "☞",
    0x6C: "●",
    0x6E: "■",
    0x76: "❖",
    0xA7: "▪",
    0xFB: "✗",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFC: "✓",
}
_SYMBOL: Final = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: BULLET,
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD0: "∠",
    0xE5: "∑",
    0xD6: "√",
    0xA8: "♦",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xCE: "∈",
    0xC7: "∩",
    0xC8: "∪",
}


def is_sign_font(font: str) -> bool:
    """Whether `font` draws signs where other fonts have letters."""
    return font.lower().startswith(_SIGN_FONTS)


def plain_symbol(text: str, font: str) -> str:
    """`text`, set in `font`, as signs of Unicode; unknown ones of a font of signs as bullets.

    Ordinary letters and dashes stay; so do signs of old letter fonts, for their own decoder.
    """
    if legacy_font(font):
        return text
    if not is_sign_font(font):
        return _bullets(text)
    table = _SYMBOL if font.lower().startswith("symbol") else _WINGDINGS
    return "".join(_sign(sign, table) for sign in text)


def _sign(sign: str, table: dict[int, str]) -> str:
    code = ord(sign) - 0xF000 if "\uf000" <= sign <= "\uf0ff" else ord(sign)
    if code in table:
        return table[code]
    is_plain = code == 0x20 or (table is _SYMBOL and 0x20 < code < 0x80)
    return chr(code) if is_plain else BULLET


def _bullets(text: str) -> str:
    """Signs whose font is not known: a hyphen is one in every font of signs, others are bullets."""
    return "".join(
        ("-" if sign == "\uf02d" else BULLET) if "\uf000" <= sign <= "\uf0ff" else sign
        for sign in text
    )
