"""A key that is the number of the row itself."""

from __future__ import annotations

from typing import Any

from django.db import models


class RowIdField(models.BigIntegerField):
    """A 64-bit key given by us. On SQLite only `integer PRIMARY KEY` is the rowid; a `bigint` key
    has an index of its own, and every lookup would walk two trees."""

    def db_type(self, connection: Any) -> str | None:
        """`integer` on SQLite (64 bits there as well), `bigint` elsewhere."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
