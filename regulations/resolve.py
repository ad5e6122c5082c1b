"""Which page a citation leads to, if it is here.

Identity is number + issuer + date: numbers repeat. Central normative numbers are unique by
construction, since they hold their year and the issuing body (Decree 30/2020/ND-CP, annex III;
Law on promulgation of legal documents, 64/2025/QH15). Any other number needs its date (or the
year in it) and its issuer to agree; where the citation names no issuer, the symbol must fit that
of the document, and both must come from one place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from extraction.bodies import symbol_fits
from organizations.models import Organization
from regulations.issuer_names import (
    Issuer,
    agrees,
    body_name,
    context_of,
    is_central,
    shares_place,
)
from regulations.models.derived import Citation, DocumentRecord
from vietnamese import document_type_abbreviated, fold

_YEAR = re.compile(r"\d+[a-z]?-((?:19|20)\d\d)-")
# Bodies of which every province, district and commune has one.
_LOCAL = re.compile(r"-(?:ubnd|hdnd|ub|hd)\b")
_OF_A_PLACE = re.compile(
    r"(?:uy ban nhan dan|hoi dong nhan dan|so|phong|truong|tinh uy|thanh uy)\b"
)
_LAWMAKERS = ("quoc hoi", "chu tich nuoc", "nha nuoc")


def resolve(citations: Iterable[Citation], citing: Any) -> None:
    """Set `target_id` on each of the citations of the page `citing`, without saving.

    One query for the candidates, and one for each stated issuer that is spelled unlike theirs.
    """
    listed = list(citations)
    numbers = {citation.number_key for citation in listed if citation.number_key}
    laws = {citation.law_key for citation in listed if citation.law_key}
    context = context_of_page(citing)
    by_number: dict[str, list[DocumentRecord]] = defaultdict(list)
    by_law: dict[str, list[DocumentRecord]] = defaultdict(list)
    wanted = Q(number_key__in=numbers) | Q(law_key__in=laws)
    records = DocumentRecord.objects.filter(wanted).exclude(page=citing.pk)
    for record in records.select_related("issuer"):
        by_number[record.number_key].append(record)
        by_law[record.law_key].append(record)
    for citation in listed:
        found = [
            r for r in _candidates(citation, by_number, by_law) if is_meant(citation, r, context)
        ]
        citation.target_id = found[0].page_id if len(found) == 1 else None
    _follow_short_mentions(listed)


def _candidates(
    citation: Any,
    by_number: dict[str, list[DocumentRecord]],
    by_law: dict[str, list[DocumentRecord]],
) -> list[DocumentRecord]:
    if citation.number_key:
        return by_number[citation.number_key]
    return by_law[citation.law_key] if citation.law_key else []


def _follow_short_mentions(citations: list[Citation]) -> None:
    """ "Kế hoạch số 396/KH-UBND" alone is the one that the same text names in full elsewhere."""
    named: dict[str, set[int | None]] = defaultdict(set)
    for citation in citations:
        if not is_short(citation):
            named[citation.number_key].add(citation.target_id)
    for citation in citations:
        targets = named.get(citation.number_key, set())
        if citation.target_id is None and is_short(citation) and len(targets) == 1:
            citation.target_id = next(iter(targets))


def is_short(citation: Any) -> bool:
    """Whether the citation tells a repeating number and neither its date nor who issued it."""
    stated = citation.issued_on or citation.issuer_as_printed
    return bool(citation.number_key) and not stated and not is_unique(citation.number_key)


def is_unique(number_key: str) -> bool:
    """Whether no two documents can have this number: it holds its year and a central body."""
    return _YEAR.match(number_key) is not None and _LOCAL.search(number_key) is None


def is_meant(citation: Any, record: DocumentRecord, context: str) -> bool:
    """Whether `record`, which has the cited number or name, is the cited document.

    citation: a `Citation` or what is wanted; context: of the citing document.
    """
    if not citation.number_key:
        made_by = fold(record.issuer_as_printed)
        return not made_by or any(name in made_by for name in _LAWMAKERS)
    if not _year_fits(citation.number_key, record):
        return False
    if is_unique(citation.number_key):
        return _symbol_fits(citation, issuer_of(record))
    if citation.issued_on and record.issued_on and citation.issued_on != record.issued_on:
        return False
    has_day = bool(citation.issued_on and record.issued_on) or bool(
        _YEAR.match(citation.number_key)
    )
    return has_day and _issuer_fits(citation, record, context)


def _issuer_fits(citation: Any, record: DocumentRecord, context: str) -> bool:
    issuer = issuer_of(record)
    if not issuer.is_known:
        return bool(citation.issued_on)
    if not citation.issuer_as_printed:
        near = issuer.is_central or shares_place(issuer.context, context)
        return bool(near) and _symbol_fits(citation, issuer)
    agreed = agrees(citation.issuer_as_printed, issuer, context)
    if agreed is False:
        return _is_registered(citation.issuer_as_printed, record)
    return bool(agreed) or bool(citation.issued_on)


def _is_registered(printed: str, record: DocumentRecord) -> bool:
    """Whether the register of organizations knows the issuer of `record` by this name."""
    if record.issuer_id is None:
        return False
    return Organization.objects.named(printed).filter(pk=record.issuer_id).exists()


def _year_fits(number_key: str, record: DocumentRecord) -> bool:
    year = _YEAR.match(number_key)
    return not year or record.issued_on is None or record.issued_on.year == int(year[1])


def _symbol_fits(citation: Any, issuer: Issuer) -> bool:
    """Whether the body in the number can be the issuer; the type in it says nothing of that."""
    if not issuer.is_known:
        return True
    if is_unique(citation.number_key) and _OF_A_PLACE.match(body_name(issuer.names[0]).words):
        return False
    parts = [part for part in re.split(r"[-/]", citation.number)[1:] if not part.isdecimal()]
    bodies = [part for part in parts if document_type_abbreviated(part) is None]
    return any(symbol_fits(part, name) for part in bodies or parts for name in issuer.names if name)


def issuer_of(record: DocumentRecord) -> Issuer:
    """Who issued the document of `record`: as printed, as registered, and its parent body."""
    registered = record.issuer.name if record.issuer else ""
    own = (record.issuer_as_printed, registered)
    level = record.issuer.level if record.issuer else ""
    central = level == Organization.Level.CENTRAL or any(is_central(name) for name in own if name)
    # A council's paper is cited as its committee's: "133/KH-HĐTĐKT của UBND quận".
    return Issuer((*own, record.parent_body_as_printed), record.context, central)


def context_of_page(page: Any) -> str:
    """The context of a document page, see `context_of`."""
    issuer = page.issuer_as_printed or (page.issuer.name if page.issuer else "")
    return context_of(issuer, page.parent_body_as_printed, page.issue_place)
