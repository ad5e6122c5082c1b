"""What identifies two documents, where it differs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

FIELDS = (
    "title",
    "number",
    "issued_on",
    "issuer_as_printed",
    "abstract",
    "signer",
    "effective_on",
    "expires_on",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A field that differs: its name and both values as printed, "" for none."""

    name: str
    old: str
    new: str


def differing_facts(old: Any, new: Any) -> list[Fact]:
    """The fields of `FIELDS` that differ between two official documents."""
    return [
        Fact(str(old._meta.get_field(name).verbose_name), _text(old, name), _text(new, name))
        for name in FIELDS
        if getattr(old, name) != getattr(new, name)
    ]


def _text(document: Any, name: str) -> str:
    value = getattr(document, name)
    return date_format(value, "d/m/Y") if isinstance(value, dt.date) else str(value or "")
