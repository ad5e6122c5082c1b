"""Which page a citation leads to, if it is here.

Identity is number + issuer + date: numbers repeat, so a number alone is enough only where it is
unique by construction (normative numbers hold their year and the issuing body: Decree 30/2020,
annex III; Law on promulgation of legal documents).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from organizations.models import Organization
from regulations.models import Citation, DocumentRecord
from vietnamese import fold

NORMATIVE_KEY = re.compile(r"\d+[a-z]?-(?:19|20)\d\d-")


def resolve(citations: Iterable[Citation], own_page_id: int | None) -> None:
    """Set `target_id` on each of the citations, without saving. Two queries and one per issuer."""
    listed = list(citations)
    numbers = {citation.number_key for citation in listed if citation.number_key}
    laws = {citation.law_key for citation in listed if citation.law_key}
    by_number: dict[str, list[DocumentRecord]] = defaultdict(list)
    by_law: dict[str, list[DocumentRecord]] = defaultdict(list)
    wanted = Q(number_key__in=numbers) | Q(law_key__in=laws)
    for record in DocumentRecord.objects.filter(wanted).exclude(page=own_page_id):
        by_number[record.number_key].append(record)
        by_law[record.law_key].append(record)
    for citation in listed:
        if citation.number_key:
            found = [r for r in by_number[citation.number_key] if is_meant(citation, r)]
        else:
            found = by_law[citation.law_key] if citation.law_key else []
        citation.target_id = found[0].page_id if len(found) == 1 else None


def is_meant(citation: Citation, record: DocumentRecord) -> bool:
    """Whether `record`, which has the cited number, is the cited document.

    Whatever both state must agree; an administrative number needs the date or the issuer to.
    """
    if citation.issued_on and record.issued_on and citation.issued_on != record.issued_on:
        return False
    same_date = bool(citation.issued_on and citation.issued_on == record.issued_on)
    same_issuer = _same_issuer(citation.issuer_as_printed, record)
    if same_issuer is False:
        return False
    return bool(NORMATIVE_KEY.match(citation.number_key) or same_date or same_issuer)


def _same_issuer(printed: str, record: DocumentRecord) -> bool | None:
    """True, False, or None when one of them does not say."""
    if not printed or not (record.issuer_id or record.issuer_as_printed):
        return None
    key = fold(printed)
    if key == fold(record.issuer_as_printed):
        return True
    named = set(Organization.objects.named(printed).values_list("pk", flat=True))
    if not named or record.issuer_id is None:
        # An issuer that the register does not know cannot be told apart by name alone.
        return None
    return record.issuer_id in named


def resolve_waiting(record: DocumentRecord) -> int:
    """Try again the citations that wait for this document; returns how many now lead to it."""
    waiting = Citation.objects.unresolved().exclude(page=record.page_id)
    mine = Q(pk__in=[])
    if record.number_key:
        mine |= Q(number_key=record.number_key)
    if record.law_key:
        mine |= Q(law_key=record.law_key)
    listed = list(waiting.filter(mine))
    resolve(listed, None)
    found = [citation for citation in listed if citation.target_id]
    Citation.objects.bulk_update(found, ["target"], batch_size=500)
    return len(found)
