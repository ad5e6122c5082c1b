"""Whether a body named in a citation is the one that a document names as its issuer.

Names are printed in many ways ("UBND quận Hà Đông", "ỦY BAN NHÂN DÂN QUẬN HÀ ĐÔNG", "Chủ tịch
UBND quận"), and short ones are shared by all provinces: "Sở Nội vụ" is that of the place in which
both documents were made. Abbreviations of bodies: Decree 30/2020/ND-CP, annex III, and the table
of the `vietnamese` room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vietnamese import Alternative, expand, fold, folded_words

# The office of whoever signs for the body, and words that names have or leave out.
_OFFICES = re.compile(
    r"^(?:pho )?(?:chu tich(?! nuoc)|bo truong|thong doc|giam doc|hieu truong|truong phong|"
    r"cuc truong|chu nhiem|vien truong|tong giam doc)\s+"
)
_FILLERS = frozenset({"va", "cac", "nuoc"})
_UNITS = re.compile(r"\b(?:tinh(?! uy| doan)|thanh pho|tp)\b ?")
# The Central Committee's letterhead stands on what its Secretariat and Politburo issue.
_PARTY = re.compile(r"ban chap hanh trung uong|ban bi thu|bo chinh tri|trung uong")
_PLACE = re.compile(
    r"(?:uy ban nhan dan|hoi dong nhan dan|tinh uy|thanh uy|dang bo)\s+(.+?)(?=\s*\||$)"
)
_CENTRAL = re.compile(
    r"chinh phu|thu tuong|quoc hoi|uy ban thuong vu quoc hoi|chu tich|bo (?!chi huy|phan)|"
    r"van phong (?:chinh phu|quoc hoi|trung uong|chu tich)|ban chap hanh trung uong|ban bi thu|"
    r"toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|kiem toan nha|ngan hang nha|"
    r"thanh tra chinh phu|bao hiem xa hoi viet nam|tong cuc|tong lien doan|trung uong|"
    r"ban to chuc trung uong"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words of a name for comparing, and the unit ("tinh", "thanh pho") if it states one."""

    words: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a document: `names` of the body, and `context`, see `context_of`."""

    names: tuple[str, ...]
    context: str = ""
    is_central: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it has a name."""
        return any(name.strip() for name in self.names)


@lru_cache(maxsize=2**14)
def body_name(printed: str) -> BodyName:
    """The name in the form in which names are compared."""
    words = folded_words(re.sub(r"\([^()]{1,40}\)", " ", printed))
    spelled = _OFFICES.sub("", " ".join(_spelled_out(words)))
    unit = _UNITS.search(spelled)
    plain = " ".join(w for w in _UNITS.sub("", spelled).split() if w not in _FILLERS)
    named = unit[0].strip() if unit else ""
    return BodyName(plain, "thanh pho" if named == "tp" else named)


def _spelled_out(words: list[str]) -> list[str]:
    """`words` with sure abbreviations written out ("ubnd")."""
    longer: dict[int, Alternative] = {}
    for found in sorted(expand(words), key=lambda one: one.end - one.start):
        if not found.ambiguous and _is_short(words[found.start : found.end], found.words):
            longer[found.start] = found
    spelled: list[str] = []
    place = 0
    while place < len(words):
        found = longer.get(place)
        spelled += found.words if found else (words[place],)
        place = found.end if found else place + 1
    return spelled


def _is_short(words: list[str], written_out: tuple[str, ...]) -> bool:
    """ "ubnd", or "gd dt" of "GD&ĐT"; "phong giao duc" is no abbreviation."""
    if len(written_out) <= len(words):
        return False
    return len(words) == 1 or not any(re.search("[aeiouy]", word) for word in words)


def context_of(*printed: str) -> str:
    """Issuer, parent body and place of a document as one line of names, parted by bars."""
    return " | ".join(filter(None, (body_name(one).words for one in printed)))[:600]


def is_central(name: str) -> bool:
    """Whether it is a body of the State or the Party for the whole country."""
    folded = fold(name)
    return _CENTRAL.match(body_name(name).words) is not None or folded.startswith("thu tuong")


def agrees(stated: str, issuer: Issuer, citing: str) -> bool | None:
    """Whether `stated` in a document of the context `citing` is `issuer`; None: cannot be told."""
    answers = [_same(body_name(stated), body_name(n), issuer, citing) for n in issuer.names if n]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _same(stated: BodyName, own: BodyName, issuer: Issuer, citing: str) -> bool | None:
    if stated.unit and own.unit and stated.unit != own.unit:
        return False
    if stated.words == own.words:
        return (
            own.words.startswith("chinh phu") or shares_place(issuer.context, citing) is not False
        )
    if _PARTY.match(stated.words) and _PARTY.match(own.words):
        return True
    if own.words.startswith(f"{stated.words} "):
        # "UBND tỉnh" in a paper of that province.
        return _holds(citing, own.words.removeprefix(stated.words))
    if stated.words.startswith(f"{own.words} "):
        # A name that tells its place is whole: what was read behind it belongs to the sentence.
        is_whole = any(own.words.endswith(f" {place}") for place in places_of(issuer.context))
        rest = stated.words.removeprefix(own.words)
        return issuer.is_central or is_whole or _holds(_beside(issuer.context, own.words), rest)
    return False


def _beside(context: str, own: str) -> str:
    """What a context tells besides the body's own name."""
    return " | ".join(part for part in context.split(" | ") if part != own)


def _holds(context: str, words: str) -> bool | None:
    if not context.strip():
        return None
    return f" {words.strip()} " in f" {context.replace('|', ' ')} "


def places_of(context: str) -> set[str]:
    """The provinces, communes and towns that a context names."""
    parts = context.split(" | ")
    named = {match[1].strip() for match in _PLACE.finditer(context)}
    # The last part is the place above the date: at most four words ("Hà Đông").
    return named | {part for part in parts[2:] if part}


def shares_place(one: str, other: str) -> bool | None:
    """Whether two documents were made in one place; None when one of them names none."""
    mine, yours = places_of(one), places_of(other)
    near = any(_holds(other, place) for place in mine) or any(_holds(one, p) for p in yours)
    if near:
        return True
    return False if mine and yours else None
