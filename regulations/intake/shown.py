"""The values of findings in the reader's words."""

from __future__ import annotations

import datetime as dt

from django.utils import formats

from regulations.intake.findings import DATES
from regulations.models import DocumentType


def shown_value(field: str, value: str) -> str:
    """The value of a finding: a date as the reader writes it, a type by its name."""
    if not value:
        return ""
    if field in DATES:
        return formats.date_format(dt.date.fromisoformat(value), "SHORT_DATE_FORMAT")
    if field == "document_type":
        return str(DocumentType(value).label)
    return value
