"""Names of works (Akoma Ntoso Naming Convention 1.0, part 4): `/akn/vn/act/luat/2022-06-15/...`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from vietnamese import document_types, slugify

COUNTRY = "vn"
LANGUAGE = "vie"
UNKNOWN_DAY = dt.date(1, 1, 1)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OTHER = "van-ban"
_SUBTYPES = {kind.code: slugify(kind.name) for kind in document_types()} | {"other": _OTHER}


def work_iri(
    kind: str, number: str, issued_on: dt.date | None, *, is_act: bool, otherwise: str = ""
) -> str:
    """The name of a work; "" when number or day are unknown and there is no `otherwise`.

    kind: code of the type of document; otherwise: names it where it has no number.
    """
    year = _YEAR.search(number)
    day = issued_on.isoformat() if issued_on else (year[0] if year else "")
    name = slugify(number) or otherwise
    if not name or not (day or otherwise):
        return ""
    steps = ("akn", COUNTRY, "act" if is_act else "doc", subtype(kind), day, name)
    return "/" + "/".join(step for step in steps if step)


def subtype(kind: str) -> str:
    """The step of a type: "nghi-dinh" for "decree"."""
    return _SUBTYPES.get(kind, _OTHER)


def iri_of(document: Any, otherwise: str) -> str:
    """The name of a page or a record that says what it is."""
    return work_iri(
        document.document_type,
        document.number,
        document.issued_on,
        is_act=document.is_normative,
        otherwise=otherwise,
    )
