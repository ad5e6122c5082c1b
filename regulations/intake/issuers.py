"""Which body in the register issued a document: by its printed name, on the day of issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q

from organizations.models import Organization
from regulations.intake.findings import Finding, FindingState


@dataclass(frozen=True, slots=True)
class IssuerMatch:
    """organization: the one body meant, or None. count: how many of that name existed that day."""

    organization: Organization | None
    count: int


def issuer_named(printed: str, day: dt.date | None) -> IssuerMatch:
    """The body of that name that existed on `day`; on any day when the day is not known.

    Bodies keep their names through mergers (1 July 2025): only one that existed can have issued.
    """
    if not printed:
        return IssuerMatch(None, 0)
    named = Organization.objects.named(printed)
    if day is not None:
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        not_ended = Q(valid_to__isnull=True) | Q(valid_to__gt=day)
        named = named.filter(begun, not_ended)
    found = list(named[:5])
    return IssuerMatch(found[0] if len(found) == 1 else None, len(found))


def with_issuer(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, and that the issuer is to be chosen when none or several have that name."""
    found = list(findings)
    values = {finding.field: finding.value for finding in found}
    printed, day = values.get("issuer_as_printed", ""), values.get("issued_on", "")
    match = issuer_named(printed, dt.date.fromisoformat(day) if day else None)
    if not printed or match.organization is not None:
        return found
    code = "issuer-unclear" if match.count else "issuer-unknown"
    place = next(n for n, finding in enumerate(found) if finding.field == "issuer_as_printed")
    why = {"code": code, "data": {"issuer": printed}}
    # As on the edit form: the body first, then its printed name.
    chosen = replace(
        found[place], field="issuer", state=FindingState.MISSING, value="", printed=printed, why=why
    )
    return [*found[:place], chosen, *found[place:]]
