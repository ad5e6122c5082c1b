"""One document number in the six spellings that people type."""

from __future__ import annotations

import re

from search.results import SearchResults
from vietnamese import find_printed_numbers, number_key, type_of_symbol, without_marks

_SIGNS = re.compile(r"[/.&-]+")
_SLASH_OR_HYPHEN = re.compile(r"[/-]")


def six_spellings(number: str) -> dict[str, str]:
    """The spellings of `number`, by what is done to it.

    For "4552/KH-SGDĐT": itself; "4552/kh-sgddt"; "4552 KH SGDĐT"; "4552-kh-sgdđt"; "4552kh
    sgddt"; "ke hoach so 4552 / KH - SGDDT".
    """
    digits, symbol = _SLASH_OR_HYPHEN.split(number, maxsplit=1)
    plain = without_marks(number)
    is_glued = symbol[:1].isalpha()
    glued = _SIGNS.sub(" ", without_marks(f"{digits}{'' if is_glued else '/'}{symbol}")).lower()
    return {
        "as printed": number,
        "no marks, no capitals": plain.lower(),
        "blanks": _SIGNS.sub(" ", number),
        "hyphens": number.lower().replace("/", "-"),
        "glued": glued,
        "type and blanks": f"{_type_words(number)} so {_SLASH_OR_HYPHEN.sub(_apart, plain)}",
    }


def _apart(sign: re.Match[str]) -> str:
    return f" {sign[0]} "


def _type_words(number: str) -> str:
    found = find_printed_numbers(f"số {number}")
    kind = type_of_symbol(found[0].symbol) if found else None
    return without_marks(kind.name).lower() if kind else "cong van"


def answers(results: SearchResults, key: str) -> int:
    """How many documents with this number stand on top: as cards, else as the first result.

    Several are a choice. 0 when a document with another number is among the cards or comes first.
    """
    on_top = results.cards or results.results[:1]
    keys = {number_key(result.page.specific.number) for result in on_top}
    return len(on_top) if keys == {key} else 0
