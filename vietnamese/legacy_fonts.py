"""What the name of an old font says of the text that is set in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

# .VnTime, .VnArial NarrowH, VnTimeH(Ds): the ABC fonts; VNI-Times, VNI Helve: the VNI fonts.
_ABC_NAME: Final = re.compile(r"\.\s?[Vv][Nn]\w|Vn[A-Z]|.*TCVN")
_VNI_NAME: Final = re.compile(r"(?i:VNI)(?![a-z])")
_CAPITALS: Final = re.compile(r"(?:\(\w+\)|\s|bold|italic|,|-)*\Z", re.IGNORECASE)


class LegacyEncoding(StrEnum):
    """A way to write Vietnamese that is not composed Unicode."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VIQR = "viqr"
    VISCII = "viscii"
    CP1258 = "cp1258"
    DECOMPOSED = "decomposed"


@dataclass(frozen=True, slots=True)
class LegacyFont:
    """encoding: of the text. is_capitals: the font draws small letters as capitals (.VnTimeH)."""

    encoding: LegacyEncoding
    is_capitals: bool = False


@lru_cache(maxsize=1024)
def legacy_font(name: str) -> LegacyFont | None:
    """What the font called `name` was made for, None for a font of Unicode text."""
    name = name.strip()
    if _VNI_NAME.match(name):
        return LegacyFont(LegacyEncoding.VNI)
    if _ABC_NAME.match(name):
        return LegacyFont(LegacyEncoding.TCVN3, _CAPITALS.sub("", name).endswith("H"))
    return None
