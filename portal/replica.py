"""Searches are answered by a copy of the database, when there is one."""

from __future__ import annotations

from typing import Any

REPLICA = "replica"
# What a search reads; pages themselves, and with them the right to see one, are read where they
# are written, so that a copy that lags behind shows nothing that was withdrawn.
SEARCHED = frozenset(
    {"searchedpage", "passage", "vocabularyterm", "suggestionentry", "totals"},
)


class ReplicaRouter:
    """Reads of the search index go to `DATABASES["replica"]`; all else stays where it was."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        """The copy for the tables of the index."""
        is_searched = model._meta.app_label == "search" and model._meta.model_name in SEARCHED
        return REPLICA if is_searched else None

    def db_for_write(self, model: Any, **hints: Any) -> None:
        """No opinion: the default database."""

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> None:
        """No opinion: the index has no relations."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """The copy gets its tables from the database that it follows."""
        return False if db == REPLICA else None
