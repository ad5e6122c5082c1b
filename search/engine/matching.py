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


def matching_sql(expression: Expression, tables: Tables = LIVE) -> Sql:
    """A SELECT of the passage ids (column `id`) that have `expression`."""
    vendor = connections[reading_alias()].vendor
    return engine_of(vendor).matching(expression, tables.words)
