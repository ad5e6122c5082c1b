"""`schema.org/Legislation` in the page of a document, for programs that read pages.

Terms: schema.org/Legislation (from the European Legislation Identifier). Only what the page shows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate, localtime

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
# What a relation says of the document that acts ...
ACTIVE = {
    "amends": "legislationChanges",
    "replaces": "legislationRepeals",
    "repeals": "legislationRepeals",
    "guides": "legislationApplies",
    "consolidates": "legislationConsolidates",
    "corrects": "legislationCorrects",
}


@dataclass(frozen=True, slots=True)
class Encoding:
    """A file of the document."""

    address: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Legislation:
    """Statements for the page: texts by property, other documents (name, address) by property."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    encodings: list[Encoding] = field(default_factory=list)


def legislation_of(page: Any, request: HttpRequest) -> Legislation:
    """What is said of `page` today; no query but those that its page makes anyhow."""
    links: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for relation in page.own_relations:
        name = ACTIVE.get(relation.kind)
        if name and relation.target.is_visible_to(request.user):
            target = relation.target
            links[name].append((target.title, _absolute(request, target.get_url(request))))
    return Legislation(
        [(name, value) for name, value in _texts(page, request) if value],
        list(links.items()),
        _encodings(page, request),
    )


def _texts(page: Any, request: HttpRequest) -> list[tuple[str, str]]:
    # Of today, whatever day the reader asks for.
    force = FORCE.get(page.effect_on(localdate()).status.value, "")
    return [
        ("url", _absolute(request, page.get_url(request))),
        ("name", page.title),
        ("abstract", page.abstract),
        ("legislationIdentifier", page.number),
        ("legislationType", str(page.get_document_type_display())),
        ("legislationDate", _day(page.issued_on)),
        ("legislationPassedBy", page.issuer_as_printed),
        ("legislationJurisdiction", "VN"),
        ("legislationLegalForce", force and f"https://schema.org/{force}"),
        ("temporalCoverage", _coverage(page)),
        ("inLanguage", "vi"),
        (
            "dateModified",
            _day(localtime(page.last_published_at) if page.last_published_at else None),
        ),
    ]


def _coverage(page: Any) -> str:
    """From the day of effect to the last day in ISO 8601; ".." where no end is known."""
    starts = page.in_force_from
    return f"{_day(starts)}/{_day(page.expires_on) or '..'}" if starts else ""


def _day(moment: Any) -> str:
    return moment.isoformat() if moment else ""


def _encodings(page: Any, request: HttpRequest) -> list[Encoding]:
    if not page.live:
        return []
    files = (("docx", DOCX), ("xml", AKOMA_NTOSO))
    return [Encoding(_absolute(request, address_of(page, end)), kind) for end, kind in files]


def _absolute(request: HttpRequest, address: str | None) -> str:
    return request.build_absolute_uri(address) if address else ""
