"""The question as the address holds it, and the addresses of the questions beside it.

An address holds the whole state: it can be bookmarked, sent and saved. Only what says something is
written, always in the same order, so that one question has one address.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from search.results import NEWEST, RELEVANCE, SearchRequest

TEXT, ORDER, WITH_EXPIRED, DAY = "q", "sap-xep", "ca-het-hieu-luc", "ngay"
PAGE, EXPLAIN = "trang", "giai-thich"
KIND, TYPE, ISSUER, YEAR, EFFECT = "loai", "loai-van-ban", "noi-ban-hanh", "nam", "hieu-luc"
# Which field of the request holds the values of a facet, in the order of the address.
FIELD_OF = {KIND: "kinds", TYPE: "types", ISSUER: "issuers", YEAR: "years", EFFECT: "effects"}
YES = "1"
LONGEST_TEXT, LONGEST_VALUE, MOST_VALUES = 3000, 200, 40


def read_request(
    given: QueryDict, *, day: dt.date | None = None, may_explain: bool = False
) -> SearchRequest:
    """The question in `given`. day: the one asked for, as `regulations.day_asked` read it.

    Nonsense is as if it had not been there. Expired documents are left out unless they are asked
    for, by `ca-het-hieu-luc=1` or by choosing their effect.
    """
    return SearchRequest(
        text=_clean(given.get(TEXT, ""))[:LONGEST_TEXT],
        kinds=_values(given, KIND),
        types=_values(given, TYPE),
        issuers=_values(given, ISSUER),
        years=_values(given, YEAR),
        effects=_values(given, EFFECT),
        day=day,
        order=NEWEST if given.get(ORDER) == NEWEST else RELEVANCE,
        with_expired=given.get(WITH_EXPIRED) == YES,
        page=given.get(PAGE),
        explain=may_explain and given.get(EXPLAIN) == YES,
    )


def address(asked: SearchRequest, **changes: Any) -> str:
    """The address of `asked` with these fields changed: "?q=thi+dua&loai=newspage".

    It leads to the first page of results unless `page` is among the changes.
    """
    wanted = replace(asked, **{"page": 1, **changes})
    return f"?{urlencode(_pairs(wanted))}"


def with_value(asked: SearchRequest, parameter: str, value: str) -> str:
    """The address with this value of a facet chosen too."""
    field = FIELD_OF[parameter]
    return address(asked, **{field: getattr(asked, field) | {value}})


def without_value(asked: SearchRequest, parameter: str, value: str) -> str:
    """The address without this value of a facet."""
    field = FIELD_OF[parameter]
    return address(asked, **{field: getattr(asked, field) - {value}})


def only_value(asked: SearchRequest, parameter: str, value: str) -> str:
    """The address with this value alone, or with none when `value` is ""."""
    return address(asked, **{FIELD_OF[parameter]: frozenset({value} if value else ())})


def kept_fields(asked: SearchRequest, *, left_out: frozenset[str]) -> list[tuple[str, str]]:
    """(name, value) of the hidden fields by which a form keeps all that it has no fields for."""
    return [pair for pair in _pairs(replace(asked, page=1)) if pair[0] not in left_out]


def _pairs(asked: SearchRequest) -> list[tuple[str, str]]:
    """What the address holds, in its order."""
    pairs = [(TEXT, asked.text)]
    for parameter, field in FIELD_OF.items():
        pairs += [(parameter, value) for value in sorted(getattr(asked, field))]
    pairs += [
        (WITH_EXPIRED, YES if asked.with_expired else ""),
        (DAY, asked.day.isoformat() if asked.day else ""),
        (ORDER, asked.order),
        (PAGE, str(asked.page or "") if str(asked.page) != "1" else ""),
        (EXPLAIN, YES if asked.explain else ""),
    ]
    return [(name, value) for name, value in pairs if value]


def _values(given: QueryDict, parameter: str) -> frozenset[str]:
    values = (_clean(value) for value in given.getlist(parameter)[:MOST_VALUES])
    return frozenset(value for value in values if value and len(value) <= LONGEST_VALUE)


def _clean(text: str) -> str:
    # PostgreSQL takes no NUL.
    return text.replace("\x00", " ").strip()
