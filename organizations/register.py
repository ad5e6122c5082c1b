"""Loading organizations from rows: the act behind the sample site and imports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from organizations.models import Organization, OrganizationAlias, Succession

PLAIN = ("short_name", "kind", "level", "note", "source")


def load(rows: Iterable[Mapping[str, Any]]) -> None:
    """Create or update the organizations in `rows`, all or none; safe to repeat.

    A row: name, kind, level; optional short_name, parent (a name), valid_from, valid_to (ISO
    dates), note, source, aliases (names), successors (name, happened_on, scope, source). Parents
    and successors may stand anywhere in the rows. Raises Organization.DoesNotExist for a name
    that is nowhere.
    """
    listed = list(rows)
    with transaction.atomic():
        for row in listed:
            _save(row)
        for row in listed:
            _tie(row)


def _save(row: Mapping[str, Any]) -> None:
    fields = {name: row.get(name, "") for name in PLAIN}
    fields |= {name: _day(row.get(name)) for name in ("valid_from", "valid_to")}
    Organization.objects.update_or_create(name=row["name"], defaults=fields)


def _tie(row: Mapping[str, Any]) -> None:
    organization = Organization.objects.get(name=row["name"])
    if row.get("parent"):
        organization.parent = Organization.objects.get(name=row["parent"])
        organization.save()
    for name in row.get("aliases", []):
        OrganizationAlias.objects.get_or_create(organization=organization, name=name)
    for successor in row.get("successors", []):
        Succession.objects.update_or_create(
            predecessor=organization,
            successor=Organization.objects.get(name=successor["name"]),
            happened_on=_day(successor["happened_on"]),
            defaults={
                "scope": successor.get("scope", ""),
                "source": successor.get("source", ""),
            },
        )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
