"""Whether two versions of a page say the same, whatever an editing widget made of the markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

TAG = re.compile(r"<[^>]*>")
# What rows and blocks carry besides their words.
BOOKKEEPING = frozenset({"pk", "id", "page", "sort_order", "locale", "translation_key"})


def same_wording(one: dict[str, Any], other: dict[str, Any], names: Iterable[str]) -> bool:
    """Whether the fields `names` of two revision contents hold the same words and values."""
    return all(list(words_of(one.get(name))) == list(words_of(other.get(name))) for name in names)


def words_of(value: Any) -> Iterator[str]:
    """The words and values inside a serialized field, without markup and identifiers."""
    if isinstance(value, dict):
        for key in sorted(value):
            if key not in BOOKKEEPING:
                yield from words_of(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)
    elif isinstance(value, str):
        yield from _words_of_text(value)
    elif value is not None:
        yield str(value)


def _words_of_text(text: str) -> Iterator[str]:
    """A stream field is serialized as a string of JSON; rich text as HTML."""
    if text.startswith(("[", "{")):
        try:
            parsed = json.loads(text)
        except ValueError:
            parsed = None
        if isinstance(parsed, (list, dict)):
            yield from words_of(parsed)
            return
    yield from TAG.sub(" ", text).split()
