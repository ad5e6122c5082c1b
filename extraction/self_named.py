"""The issuer as a document names itself in its text, where its head does not.

"... trường mầm non Yên Hoà ban hành Kế hoạch ...": it stands in a sentence, so it is unsure.
"""

from __future__ import annotations

import re
from functools import cache

from extraction.bodies import opens_body_name
from extraction.fields import MISSING, Field, Span, unsure
from vietnamese import DocumentType

_LONGEST = 4000
_MOST_WORDS = 14


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = kind.replace(" ", r"\s+")
    return re.compile(
        rf"(?:^|[,.;]\s)\s*(?P<name>[^\n,.;:“”\d]{{4,90}}?)\s+(?:ban\s+hành|xây\s+dựng|lập)\s+{words}\b",
        re.IGNORECASE | re.MULTILINE,
    )


def self_named_issuer(text: str, kind: DocumentType | None, end: int) -> Field[str]:
    """The body that says in `text[:end]` that it issues a document of this kind."""
    if kind is None:
        return MISSING
    for match in _pattern(kind.name).finditer(text, 0, min(end, _LONGEST)):
        span = Span(match.start("name"), match.end("name"))
        words = span.of(text)
        if opens_body_name(words) and 1 < len(words.split()) <= _MOST_WORDS:
            return unsure(words, span, words)
    return MISSING
