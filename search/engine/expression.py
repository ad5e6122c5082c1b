"""What passages must have, as a tree of terms, and its two spellings.

Any text may be a term; one that no passage can have matches nothing and is never written, so that
no engine reads it as syntax. `Not` stands inside an `And` that has something to take away from;
anywhere else it has no meaning and matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What terms are made of: of ASCII no more than the tokenizer of SQLite leaves alone.
_TERM = re.compile(r"(?:[0-9a-z_:=-]|[^\x00-\x7f\ud800-\udfff])+")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the index (see `search.engine.terms`)."""

    text: str


class _Parts:
    """Several expressions under one operator."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Expression) -> None:
        self.parts = parts

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.parts!r}"

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.parts == other.parts  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self.parts))


class And(_Parts):
    """All parts; none when there are no parts. Parts that are `Not` are taken away."""


class Or(_Parts):
    """Any part; none when there are no parts."""


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there; only inside an `And`."""

    part: Expression


Expression = Term | And | Or | Not


def terms_in(expression: Expression) -> list[str]:
    """The terms of an expression in reading order, those under `Not` too."""
    if isinstance(expression, Term):
        return [expression.text]
    if isinstance(expression, Not):
        return terms_in(expression.part)
    return [term for part in expression.parts for term in terms_in(part)]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How an engine writes its expressions; `but` stands before what is taken away."""

    quote: str
    all_of: str
    any_of: str
    but: str

    def spell(self, expression: Expression) -> str:
        """The expression, or "" when it matches nothing."""
        if isinstance(expression, Term):
            known = _TERM.fullmatch(expression.text)
            return f"{self.quote}{expression.text}{self.quote}" if known else ""
        if isinstance(expression, Or):
            return self._join(self.any_of, [self.spell(part) for part in expression.parts])
        if isinstance(expression, And):
            return self._all(expression)
        return ""

    def _all(self, expression: And) -> str:
        wanted = [self.spell(part) for part in expression.parts if not isinstance(part, Not)]
        if not all(wanted):
            return ""
        spelled = self._join(self.all_of, wanted)
        unwanted = [part.part for part in expression.parts if isinstance(part, Not)]
        but = self.spell(Or(*unwanted))
        return f"({spelled}{self.but}{but})" if spelled and but else spelled

    def _join(self, operator: str, spelled: list[str]) -> str:
        parts = list(dict.fromkeys(part for part in spelled if part))
        return f"({operator.join(parts)})" if len(parts) > 1 else "".join(parts)


_FTS5 = _Spelling('"', " AND ", " OR ", " NOT ")
_TSQUERY = _Spelling("'", " & ", " | ", " & !")
_NOTHING_FTS5 = '""'


def to_fts5(expression: Expression) -> str:
    """The right side of MATCH for SQLite."""
    return _FTS5.spell(expression) or _NOTHING_FTS5


def to_tsquery(expression: Expression) -> str:
    """The text of a tsquery for PostgreSQL; "" matches nothing."""
    return _TSQUERY.spell(expression)
