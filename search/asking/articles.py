"""An article asked for by its number alone ("điều 23"): of which document, nobody said."""

from __future__ import annotations

import re

from regulations.models import DocumentType
from search.asking.reading import Words

_NAME = re.compile(r"dieu \d{1,4}[a-z]?")
# The types of documents are declared in the order of their legal force.
_FORCE = {value: place for place, value in enumerate(DocumentType.values)}
LEAST_FORCE = len(_FORCE)
_WHENS = " ".join(f"WHEN '{value}' THEN {place}" for value, place in _FORCE.items())
# Of pages `p`: laws first. With the effect of their records `r`: what is in force before that.
ORDER_OF_FORCE = f"CASE p.document_type {_WHENS} ELSE {LEAST_FORCE} END"
EXPIRED_LAST = "COALESCE(r.effect, '') = 'expired'"


def article_named(words: Words) -> str:
    """The folded name of the article ("dieu 23"), when the query is nothing else; else ""."""
    name = " ".join(word.folded for word in words)
    return name if _NAME.fullmatch(name) else ""


def is_article(folded_label: str, name: str) -> bool:
    """Whether a passage with this label is the article, or a part of it."""
    return f"{folded_label} ".startswith(f"{name} ")


def force(document_type: str) -> int:
    """The place of a type of documents in the order of legal force: 0 is the highest."""
    return _FORCE.get(document_type, LEAST_FORCE)
