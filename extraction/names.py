"""Names of files as people may see them; a name given from outside is never used as a path."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LONGEST: Final = 120  # letters; file systems allow 255 bytes, a Vietnamese letter has up to 3
_LONGEST_BYTES: Final = 240
_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]+')
_SPACES = re.compile(r"\s+")
# Windows opens devices by these names, whatever the suffix.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SUFFIXES: Final = {
    "jpeg": (".jpg", ".jpeg"),
    "tiff": (".tif", ".tiff"),
    "html": (".html", ".htm"),
    "mhtml": (".mht", ".mhtml"),
    "md": (".md", ".markdown"),
    "wordml": (".xml", ".doc"),
}


def safe_name(name: str, format: str = "") -> str:
    """`name` for people: one line, composed letters, no path, no hidden or turning signs.

    format: the kind found in the content; a name that claims another gets the right suffix.
    Never empty. Nothing that stands in the name is executed or opened: see SECURITY.md.
    """
    last = _SEPARATORS.split(name.rstrip("/\\"))[-1]
    shown = "".join(" " if char in "\t\n\r" else char for char in last)
    shown = "".join(char for char in shown if unicodedata.category(char) not in _INVISIBLE)
    shown = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", shown))
    shown = _SPACES.sub(" ", shown).strip(" .")
    stem, suffix = _parts(shown, format)
    if _RESERVED.match(stem + "."):
        stem = f"_{stem}"
    return _short(stem or "van-ban", suffix) + suffix


def _parts(name: str, format: str) -> tuple[str, str]:
    found = _SUFFIX.search(name)
    suffix = found[0] if found else ""
    stem = name[: len(name) - len(suffix)]
    wanted = _SUFFIXES.get(format, (f".{format}",)) if format else ()
    if not wanted or suffix.lower() in wanted:
        return stem.rstrip(" ."), suffix
    is_suffix = suffix and not suffix[1:].isdigit()
    return (stem if is_suffix else name).rstrip(" ."), wanted[0]


def _short(stem: str, suffix: str) -> str:
    stem = stem[: _LONGEST - len(suffix)]
    while len(stem.encode("utf-8")) > _LONGEST_BYTES - len(suffix):
        stem = stem[:-1]
    return stem.rstrip(" .")
