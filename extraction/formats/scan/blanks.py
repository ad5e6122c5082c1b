"""The blanks of a form in the head of a page: number, day and month, as they are to be read.

Decree 30/2020, annex I: "Số: .../QĐ-UBND" under the issuing body, "..., ngày ... tháng ... năm ..."
under the motto. Party papers write "Số 34-CTr/TU". The blanks are filled by a typist or by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = r"(?P<label>S[ốóồổỗõôộoòöøọ0ẽẻ6]\s?[:;.,]{0,2}|s[ốóồổỗõôộoòöøọ]\s?[:;])"
_CAPITAL = "A-ZĐÐ"
_NUMBERS = (
    # 34-CTr/TU: a hyphen comes first, a slash stands before the body.
    re.compile(
        rf"^{_LABEL}\s*(?P<number>[^/]{{0,12}}?)(?P<rest>\s?[-–]\s?[{_CAPITAL}][\wĐđ]*/[{_CAPITAL}].*)$"
    ),
    # 12/QĐ-UBND, 12/2025/QĐ-UBND
    re.compile(
        rf"^{_LABEL}\s*(?P<number>[^/]{{0,25}}?)(?P<rest>\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?[{_CAPITAL}].*)$"
    ),
    # The slash was taken for something else.
    re.compile(
        rf"^{_LABEL}\s*(?P<number>.{{0,25}}?)(?P<rest>[{_CAPITAL}]{{2,}}\s?[-–]\s?[{_CAPITAL}].*)$"
    ),
)
# Place and date end their line; nothing but a place stands before them.
_DATE = re.compile(
    r"^\W*(?P<place>[^\W\d][^\d]{0,40}?)??\W{0,3}(?P<day_label>[Nn]g[àaảáâăầ][^\W\d_]?)"
    r"(?P<day>.{0,12}?)(?P<month_label>th[áaàâấ]\w?ng)(?P<month>.{0,12}?)"
    r"(?P<year_label>n[ăaâắ]m)\s?(?P<year>[\d\s]{0,6})[^\w]{0,4}\w?$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line: `text[start:end]`. is_blank: somebody filled it in. form: how the form
    has it, "" where it differs from form to form.
    """

    start: int
    end: int
    is_blank: bool = False
    form: str = ""


def number_parts(text: str) -> list[Part]:
    """Label, number and symbol of a line that begins with "Số:", nothing if it is no such line."""
    for pattern in _NUMBERS:
        match = pattern.match(text)
        if match:
            return [
                Part(*match.span("label"), form="Số:" if ":" in match["label"] else "Số"),
                Part(*match.span("number"), True),
                Part(*match.span("rest")),
            ]
    return []


def date_parts(text: str) -> list[Part]:
    """The words and blanks of "ngày ... tháng ... năm ...", nothing if they are not in `text`."""
    match = _DATE.match(text)
    if not match:
        return []
    return [
        Part(*match.span("day_label"), form="ngày"),
        Part(*match.span("day"), True),
        Part(*match.span("month_label"), form="tháng"),
        Part(*match.span("month"), True),
        Part(*match.span("year_label"), form="năm"),
        Part(*match.span("year")),
    ]
