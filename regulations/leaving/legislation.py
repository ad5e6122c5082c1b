"""`schema.org/Legislation` in the page of a document, for programs that read pages.

Terms: schema.org/Legislation (from the European Legislation Identifier). Only what the page shows.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.timezone import localdate

from pages.structured_data.statements import known, moment_of, page_named
from regulations.leaving.akoma_ntoso.document import CONTENT_TYPE as AKOMA_NTOSO
from regulations.leaving.docx.package import CONTENT_TYPE as DOCX
from regulations.leaving.views import address_of

FORCE = {
    "in-force": "InForce",
    "partly": "PartiallyInForce",
    "not-yet": "NotInForce",
    "suspended": "NotInForce",
    "expired": "NotInForce",
}
# What a relation says of the document that acts.
ACTIVE = {
    "amends": "legislationChanges",
    "replaces": "legislationRepeals",
    "repeals": "legislationRepeals",
    "guides": "legislationApplies",
    "consolidates": "legislationConsolidates",
    "corrects": "legislationCorrects",
}


def legislation_of(page: Any, request: HttpRequest) -> dict[str, Any]:
    """What is said of `page` today; no query but those that its page makes anyhow."""
    # Of today, whatever day the reader asks for.
    force = FORCE.get(page.effect_on(localdate()).status.value, "")
    return known(
        type="Legislation",
        url=page.full_url,
        name=page.marked_title,
        abstract=page.abstract,
        legislationIdentifier=page.number,
        legislationType=str(page.get_document_type_display()),
        legislationDate=_day(page.issued_on),
        legislationPassedBy=page.issuer_as_printed,
        legislationJurisdiction="VN",
        legislationLegalForce=force and f"https://schema.org/{force}",
        temporalCoverage=_coverage(page),
        inLanguage="vi",
        dateModified=moment_of(page.last_published_at),
        encoding=_encodings(page),
        **_links(page, request),
    )


def _links(page: Any, request: HttpRequest) -> dict[str, list[dict[str, str]]]:
    links: dict[str, list[dict[str, str]]] = defaultdict(list)
    for relation in page.own_relations:
        name, target = ACTIVE.get(relation.kind), relation.target
        if name and target.is_visible_to(request.user):
            links[name].append(page_named(target, "Legislation"))
    return links


def _coverage(page: Any) -> str:
    """From the day of effect to the last day in ISO 8601; ".." where no end is known."""
    starts = page.in_force_from
    return f"{_day(starts)}/{_day(page.expires_on) or '..'}" if starts else ""


def _day(moment: Any) -> str:
    return moment.isoformat() if moment else ""


def _encodings(page: Any) -> list[dict[str, str]]:
    if not page.live:
        return []
    files = ((DOCX, "docx"), (AKOMA_NTOSO, "xml"))
    return [
        known(
            type="LegislationObject",
            encodingFormat=kind,
            contentUrl=urljoin(page.full_url, address_of(page, end)),
        )
        for kind, end in files
    ]
