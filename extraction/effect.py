"""When a document takes effect, as its own last articles say."""

from __future__ import annotations

import datetime as dt
import re

from extraction.fields import MISSING, Field, Span, sure
from vietnamese import find_dates

_EFFECT = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Văn bản)"
    r"\s+này\s+(?:có\s+)?hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?P<day>ngày[^.;\n]{4,40})",
    re.IGNORECASE,
)


def parse_effective_on(text: str) -> Field[dt.date]:
    """The day stated in "... này có hiệu lực thi hành từ ngày ..."; missing when none is stated."""
    for match in _EFFECT.finditer(text):
        days = find_dates(match["day"])
        if days and days[0].start == 0:
            span = Span(match.start("day"), match.start("day") + days[0].end)
            return sure(days[0].value, span, span.of(text))
    return MISSING
