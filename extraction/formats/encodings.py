"""In which encoding a text is written: by its marks, else by what becomes Vietnamese under it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from extraction.errors import UnknownEncodingError
from vietnamese import LegacyEncoding, is_syllable, nfc
from vietnamese.legacy_evidence import WORD, evidence_in
from vietnamese.legacy_tables import TCVN_VN1, VISCII

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 60_000
_LEAST_SHARE: Final = 0.6
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Vietnamese tones of code page 1258 stand after their vowel.
_STRAY_TONE: Final = re.compile(
    "(?<![aăâeêioôơuưy])[\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE
)
_HIGH: Final = re.compile(r"[^\x00-\x7f]")


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and its encoding.

    By byte order mark, zero bytes of UTF-16, then UTF-8; other bytes by which of code pages 1258
    and 1252, TCVN 5712, VNI and VISCII makes Vietnamese words of them. Letters of TCVN3 and VNI
    come as code page 1252 shows them: they are converted passage by passage, like those of fonts.
    Raises UnknownEncodingError for anything else.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding), encoding
    if b"\x00" in data[:1000]:
        # The high bytes of Latin letters are zero: they stand second, or first.
        is_little = data[1:1000:2].count(0) > data[0:1000:2].count(0)
        encoding = "utf-16-le" if is_little else "utf-16-be"
        return _strict(data, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _by_words(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncodingError(f"Not {encoding}") from error


def _by_words(data: bytes) -> tuple[str, str]:
    windows = _windows(data)
    latin = data[:_SAMPLE].decode("latin-1")
    evidence = evidence_in(windows[:_SAMPLE])
    shares: dict[str, float] = {
        LegacyEncoding.TCVN3: evidence.tcvn3 / max(evidence.words, 1),
        LegacyEncoding.VNI: evidence.vni / max(evidence.words, 1),
        LegacyEncoding.VISCII: _share(latin.translate(VISCII), latin),
        "tcvn-5712": _share(latin.translate(TCVN_VN1), latin),
    }
    page = _code_page_1258(data)
    if page is not None:
        shares[LegacyEncoding.CP1258] = _share(page[:_SAMPLE], page[:_SAMPLE])
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _LEAST_SHARE:
        return _read_as(best, data, windows, page)
    if _looks_western(windows):
        return windows, "cp1252"
    raise UnknownEncodingError("No encoding makes words of the bytes")


def _windows(data: bytes) -> str:
    return data.decode("cp1252", "replace")


def _code_page_1258(data: bytes) -> str | None:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    return None if _STRAY_TONE.search(text) else nfc(text)


def _read_as(name: str, data: bytes, windows: str, page: str | None) -> tuple[str, str]:
    if name == LegacyEncoding.CP1258 and page is not None:
        return page, str(name)
    if name in {LegacyEncoding.VISCII, "tcvn-5712"}:
        table = VISCII if name == LegacyEncoding.VISCII else TCVN_VN1
        return data.decode("latin-1").translate(table), str(name)
    return windows, str(name)


def _share(text: str, stored: str) -> float:
    """How many of the words of `text` that have marks are syllables."""
    words = [match[0] for match in WORD.finditer(text) if _HIGH.search(match[0])][:400]
    if _CONTROL.search(text.replace("\x0b", "").replace("\x0c", "")):
        return 0.0
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _looks_western(text: str) -> bool:
    """Whether `text` is a Western language in code page 1252: letters, few of them marked."""
    high = len(_HIGH.findall(text))
    return "\ufffd" not in text and not _CONTROL.search(text) and high < 0.3 * len(text)
