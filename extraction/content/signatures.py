"""The first bytes by which kinds of files are known."""

from __future__ import annotations

import re
from typing import Final

ARCHIVES: Final = frozenset({"rar", "7z", "gzip", "bzip2", "xz", "cab", "tar", "zstd"})
PICTURES: Final = frozenset({"png", "jpeg", "tiff"})
_SIGNATURES: Final = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00\x08\x00", "tiff"),
    (b"MM\x00+\x00\x08", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\x00\x00\x00\x0cjP  ", "jpeg2000"),
    (b"8BPS", "psd"),
    (b"AT&TFORM", "djvu"),
    (b"%!PS", "postscript"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xce\xfa\xed\xfe", "program"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"MSCF\x00\x00\x00\x00", "cab"),
    (b"SQLite format 3\x00", "database"),
    (b"ID3", "sound"),
    (b"OggS\x00", "sound"),
)
# Two or three letters are not enough: a text may begin with them.
_PATTERNS: Final = (
    (re.compile(rb"MZ.{58}[\x40-\xff]?.{0,2}\x00", re.DOTALL), "program"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00.{2}\x00\x00", re.DOTALL), "bmp"),
    (re.compile(rb"BZh[1-9]1AY&SY"), "bzip2"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "webp"),
    (re.compile(rb"RIFF.{4}(?:AVI |WAVE)", re.DOTALL), "film"),
    (re.compile(rb"\x00\x00\x00.ftyp(?:heic|heix|mif1|avif)", re.DOTALL), "heic"),
    (re.compile(rb"\x00\x00\x00.ftyp", re.DOTALL), "film"),
    (re.compile(rb".{257}ustar", re.DOTALL), "tar"),
)


def signature_of(head: bytes) -> str:
    """The kind that the first bytes of a file name, "" for none: a text, or unknown."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return next((kind for pattern, kind in _PATTERNS if pattern.match(head)), "")
