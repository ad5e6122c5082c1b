"""Passages that have an expression; the same ones on both engines."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from django.db import connections, router

from search.engine import postgresql, sqlite
from search.engine.expression import Expression
from search.engine.tables import LIVE, Tables

_ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
# A statement, or a part of one, with its parameters.
Sql = tuple[str, list[Any]]


def engine_of(vendor: str) -> ModuleType:
    """The module that keeps the words on this database. Raises KeyError for another vendor."""
    return _ENGINES[vendor]


def reading_alias() -> str:
    """The database that answers searches; a router may name a replica."""
    return str(router.db_for_read(LIVE.page))


def on_connection(sender: Any, connection: Any, **kwargs: Any) -> None:
    """A new connection to SQLite gets the functions that statements ask."""
    if connection.vendor == "sqlite":
        sqlite.prepare(connection.connection)


def holds_sql(passage: str, phrase: str, tables: Tables = LIVE) -> Sql:
    """The condition that the text of a passage (an alias) has a folded phrase word for word."""
    vendor = connections[reading_alias()].vendor
    return engine_of(vendor).holds(passage, tables.words, phrase)


def matching_sql(expression: Expression, tables: Tables = LIVE) -> Sql:
    """A SELECT of the passage ids (column `id`) that have `expression`."""
    vendor = connections[reading_alias()].vendor
    return engine_of(vendor).matching(expression, tables.words)
