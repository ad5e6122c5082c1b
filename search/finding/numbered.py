"""Documents by the number that was typed, in any spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.asking.reading import Reading
from search.asking.scope import Scope
from search.engine.tables import LIVE
from search.finding.statements import STATIC_ORDER, fetch
from vietnamese import NumberFamily, NumberMatch

# Documents that may begin as a number without its year or issuer does ("nghị định 98").
MOST_LIKE_IT, MOST_CARDS = 200, 20
_PAGE = LIVE.page._meta.db_table


@dataclass(frozen=True, slots=True)
class Numbered:
    """keys: numbers that are asked for, as documents bear them; pages: ids of those documents.

    Without pages where something was chosen: documents are results then, as far as they pass.
    """

    keys: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


def numbered(reading: Reading, scope: Scope) -> Numbered:
    """The visible documents with the numbers of a query, the newest first. One statement.

    A whole number is asked for also when no document here has it: others may cite it.
    """
    if not reading.numbers:
        return Numbered()
    conditions = list(map(_condition, reading.numbers))
    visible, of_visible = scope.visible
    rows = fetch(
        f"SELECT p.number_key, p.page_id FROM {_PAGE} p"  # noqa: S608 - our own names
        f" WHERE ({' OR '.join(sql for sql, _ in conditions)}) AND {visible}"
        f" ORDER BY {STATIC_ORDER} LIMIT {MOST_LIKE_IT}",
        [*(key for _, key in conditions), *of_visible],
    )
    found = [(key, page) for key, page in rows if _is_asked(reading.numbers, key)]
    whole = [number.key for number in reading.numbers if not _is_partial(number)]
    keys = dict.fromkeys([*whole, *(key for key, _ in found)])
    pages = () if scope.chosen else tuple(page for _, page in found)
    return Numbered(tuple(keys)[:MOST_CARDS], pages[:MOST_CARDS])


def _is_partial(number: NumberMatch) -> bool:
    return number.family is NumberFamily.PARTIAL


def _condition(number: NumberMatch) -> tuple[str, str]:
    if not _is_partial(number):
        return "p.number_key = %s", number.key
    # Keys are letters, digits and dashes.
    return "p.number_key LIKE %s", f"{number.key.rpartition('-')[0]}-%"


def _is_asked(numbers: Sequence[NumberMatch], key: str) -> bool:
    return any(number.matches(key) for number in numbers)
