"""The statements of a search: what matches, counted by facet, and the passages to be ranked.

Who may see a page, what was chosen and effect on the day are conditions of every statement, so
they hold before anything is counted or cut. Orders end in page and position, never in what differs
between databases.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from django.db import connections

from search.asking.articles import EXPIRED_LAST, ORDER_OF_FORCE
from search.asking.scope import Scope, all_of, one_of
from search.asking.tiers import Asked, Tier
from search.engine.expression import And, Expression, Term
from search.engine.matching import Sql, holds_sql, matching_sql, reading_alias
from search.engine.tables import LIVE
from search.engine.terms import in_document_title
from search.finding.ranking import Candidate
from search.models import POSITION_BITS
from search.packed import unpack

# Of a tier, and of a question: how many passages are ranked in Python.
MOST_OF_TIER, MOST_OF_QUESTION = 150, 200
# What stands first where nothing is ranked: the newest.
STATIC_ORDER = "p.sorted_on DESC NULLS LAST, p.page_id"
_PASSAGE, _PAGE = LIVE.passage._meta.db_table, LIVE.page._meta.db_table
_POSITION = (1 << POSITION_BITS) - 1


class Match(NamedTuple):
    """A page that matches: all that facets tell of it, and how many of its passages match."""

    kind: str
    type: str
    issuer: str
    year: int | None
    effect: str
    issuer_name: str
    page_id: int
    passages: int


class Source(NamedTuple):
    """What is shown of a passage."""

    label: str
    anchor: str
    file_page: int | None
    body: str


def matches(asked: Asked | None, scope: Scope) -> list[Match]:
    """All matching pages that the reader may see, whatever was chosen. asked: None for all."""
    slots, of_slots = _slots(asked)
    visible, of_visible = scope.visible
    records, of_records = scope.effects
    rows = fetch(
        "SELECT p.kind, p.document_type, p.issuer_key, p.year, COALESCE(r.effect, ''), p.issuer,"
        f" p.page_id, d.passages FROM {slots} d JOIN {_PAGE} p ON p.slot = d.slot {records}"
        f" WHERE {visible}",
        [*of_slots, *of_records, *of_visible],
    )
    return list(map(Match._make, rows))


def listed(
    asked: Asked | None, scope: Scope, *, but: Collection[int], newest: bool, first: int, most: int
) -> list[int]:
    """`most` ids of the matching, chosen pages after the `first`, without those of `but`.

    newest: by day alone; else expired documents come last.
    """
    slots, of_slots = _slots(asked)
    records, of_records = scope.effects
    # No page has the id 0.
    others = f"p.page_id NOT IN ({_marks(but or [0])})", list(but or [0])
    allowed, of_allowed = all_of(scope.narrowed, scope.allowed, others)
    order = STATIC_ORDER if newest else f"COALESCE(r.effect, '') = 'expired', {STATIC_ORDER}"
    rows = fetch(
        f"SELECT p.page_id FROM {slots} d JOIN {_PAGE} p ON p.slot = d.slot {records}"
        f" WHERE {allowed} ORDER BY {order} LIMIT %s OFFSET %s",
        [*of_slots, *of_records, *of_allowed, most, first],
    )
    return [page for (page,) in rows]


def candidates(
    asked: Asked | None,
    scope: Scope,
    tiers: Sequence[tuple[Tier, Expression]] = (),
    among: Collection[int] = (),
) -> list[Candidate]:
    """The passages to be ranked, each in its best tier; the newest when there are too many.

    asked: None for the first passage of each page; tiers: those to look into, without any the
    weighed terms of `asked`; among: page ids, when it is about these alone. What they have of
    effect is not told.
    """
    chosen = [one_of("p.page_id", among)] if among else []
    allowed = all_of(scope.narrowed, scope.allowed, *chosen)
    if asked is None:
        found = _first_passages(scope, allowed)
    elif tiers:
        found = _by_tier(asked, scope, tiers, allowed)
    else:
        found = _by_weight(asked, scope, allowed)
    return _candidates(found)


def sources(ids: Collection[int]) -> dict[int, Source]:
    """What is shown of these passages, by id."""
    if not ids:
        return {}
    rows = fetch(
        f"SELECT id, label, anchor, file_page, body FROM {_PASSAGE} WHERE id IN ({_marks(ids)})",
        ids,
    )
    return {pk: Source(*rest, unpack(body)) for pk, *rest, body in rows}


def first_found(expressions: Sequence[Expression], scope: Scope) -> tuple[int, str] | None:
    """The place of the first expression that a page has which the reader may see, and the text of
    a passage that has it; whatever was chosen."""
    if not expressions:
        return None
    visible, of_visible = scope.visible
    branches, parameters = [], []
    for place, expression in enumerate(expressions):
        sql, own = matching_sql(expression)
        branches.append(
            f"SELECT * FROM (SELECT {place} AS place, m.id, p.title FROM ({sql}) m"
            f" JOIN {_PAGE} p ON p.slot = m.id >> {POSITION_BITS} WHERE {visible} LIMIT 1) b"
        )
        parameters += [*own, *of_visible]
    rows = fetch(
        f"SELECT f.place, f.title, s.label, s.body FROM ({' UNION ALL '.join(branches)}) f"
        f" JOIN {_PASSAGE} s ON s.id = f.id ORDER BY f.place LIMIT 1",
        parameters,
    )
    return next(((place, "\n".join([*texts, unpack(body)])) for place, *texts, body in rows), None)


def visible_terms(terms: Iterable[str], scope: Scope) -> set[str]:
    """Those of the terms that a page has which the reader may see, whatever was chosen.

    The vocabulary counts what everybody's pages hold: whatever a reader is told, or is not given,
    because some page has a word rests on this.
    """
    asked = sorted(set(terms))
    visible, of_visible = scope.visible
    branches, parameters = [], []
    for place, term in enumerate(asked):
        sql, own = matching_sql(Term(term))
        branches.append(
            f"SELECT * FROM (SELECT {place} AS place FROM ({sql}) m"
            f" JOIN {_PAGE} p ON p.slot = m.id >> {POSITION_BITS} WHERE {visible} LIMIT 1) b"
        )
        parameters += [*own, *of_visible]
    rows = fetch(" UNION ALL ".join(branches), parameters) if branches else []
    return {asked[place] for (place,) in rows}


def fetch(sql: str, parameters: Iterable[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement on the database that answers searches."""
    with connections[reading_alias()].cursor() as cursor:
        cursor.execute(sql, list(parameters))
        return list(cursor.fetchall())


def _candidates(found: Sql) -> list[Candidate]:
    """`found` gives (id, tier), an id perhaps in several tiers."""
    rows = fetch(
        "SELECT f.id, s.folded, p.page_id, f.tier, p.title, s.length, s.folded_label,"
        " p.document_type, p.year"
        f" FROM (SELECT u.id, MIN(u.tier) AS tier FROM {found[0]} u GROUP BY u.id) f"
        f" JOIN {_PASSAGE} s ON s.id = f.id JOIN {_PAGE} p ON p.slot = f.id >> {POSITION_BITS}",
        found[1],
    )
    return [
        Candidate(pk, page, pk & _POSITION, Tier(tier), title, length, label, unpack(kept), *rest)
        for pk, kept, page, tier, title, length, label, *rest in rows
    ]


def _first_passages(scope: Scope, allowed: Sql) -> Sql:
    first = f"(SELECT slot << {POSITION_BITS} AS id FROM {_PAGE})"
    sql, parameters = _branch((first, []), Tier.WORDS, scope, allowed)
    return f"({sql})", parameters


def _by_tier(
    asked: Asked, scope: Scope, tiers: Sequence[tuple[Tier, Expression]], allowed: Sql
) -> Sql:
    branches = [_branch(_verified(found, asked), tier, scope, allowed) for tier, found in tiers]
    parameters = [value for _, of_branch in branches for value in of_branch]
    return f"({' UNION ALL '.join(sql for sql, _ in branches)})", parameters


def _branch(passages: Sql, tier: Tier, scope: Scope, allowed: Sql) -> Sql:
    """The passages (`id`) of a tier that may be shown, as many as are ranked."""
    is_article = tier is Tier.ARTICLE
    records, of_records = scope.effects if scope.narrows_effect or is_article else ("", [])
    order = f"{EXPIRED_LAST}, {ORDER_OF_FORCE}, {STATIC_ORDER}" if is_article else STATIC_ORDER
    sql = (
        f"SELECT id, tier FROM (SELECT m.id, {int(tier)} AS tier FROM {passages[0]} m"
        f" JOIN {_PAGE} p ON p.slot = m.id >> {POSITION_BITS} {records} WHERE {allowed[0]}"
        f" ORDER BY {order}, m.id LIMIT {MOST_OF_TIER}) b"
    )
    return sql, [*passages[1], *of_records, *allowed[1]]


def _by_weight(asked: Asked, scope: Scope, allowed: Sql) -> Sql:
    """The passages whose terms weigh most together; whole weights, so that sums are the same."""
    stretches, of_stretches = [], []
    for term, weight in asked.weighed:
        sql, own = matching_sql(Term(term))
        stretches.append(f"SELECT m.id, {int(weight)} AS weight FROM ({sql}) m")
        of_stretches += own
    but, of_but = "", []
    if asked.takes_away:
        sql, of_but = matching_sql(asked.takes_away)
        but = f"AND t.id NOT IN ({sql})"
    records, of_records = scope.effects if scope.narrows_effect else ("", [])
    sql = (
        f"(SELECT id, {int(Tier.SOME_WORDS)} AS tier FROM (SELECT t.id FROM"
        f" (SELECT id, SUM(weight) AS weight FROM ({' UNION ALL '.join(stretches)}) w"
        f" GROUP BY id) t"
        f" JOIN {_PAGE} p ON p.slot = t.id >> {POSITION_BITS} {records} WHERE {allowed[0]} {but}"
        f" ORDER BY t.weight DESC, p.page_id, t.id LIMIT {MOST_OF_QUESTION}) b)"
    )
    return sql, [*of_stretches, *of_records, *allowed[1], *of_but]


def _slots(asked: Asked | None) -> Sql:
    """The slots of all pages that match, each with the number of its passages that do."""
    if asked is None:
        return f"(SELECT slot, 1 AS passages FROM {_PAGE})", []
    passages, parameters = _verified(asked.whole, asked)
    slot = f"m.id >> {POSITION_BITS}"
    sql = f"(SELECT {slot} AS slot, COUNT(*) AS passages FROM {passages} m GROUP BY {slot})"
    return sql, parameters


def _verified(expression: Expression, asked: Asked) -> Sql:
    """The passages that have `expression`, and the phrases word for word.

    Pairs of neighbours are in the index, longer phrases are not: they are looked for in the words
    of the passages that have all the pairs, or taken from the title of the document.
    """
    sql, parameters = matching_sql(expression)
    if not asked.phrases:
        return f"({sql})", parameters
    proofs = []
    for phrase in asked.phrases:
        titled, of_titled = matching_sql(And(*map(Term, map(in_document_title, phrase.split()))))
        held, of_held = holds_sql("s", phrase)
        proofs.append(f"(' ' || s.folded_label || ' ' LIKE %s OR {held} OR s.id IN ({titled}))")
        parameters = [*parameters, f"% {phrase} %", *of_held, *of_titled]
    return (
        f"(SELECT v.id FROM ({sql}) v JOIN {_PASSAGE} s ON s.id = v.id"
        f" WHERE {' AND '.join(proofs)})"
    ), parameters


def _marks(values: Collection[Any]) -> str:
    return ", ".join(["%s"] * len(values))
