"""Metadata: what the work is (FRBR), its life, and the works it acts on or that act on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from regulations.leaving.akoma_ntoso.markup import akn
from regulations.leaving.akoma_ntoso.names import COUNTRY, LANGUAGE, UNKNOWN_DAY, iri_of, subtype
from regulations.leaving.letters import one_line
from regulations.models import DocumentRecord
from vietnamese import slugify

PORTAL, ISSUER, SIGNER, OFFICE, IN_FORCE = (
    "cong-thong-tin",
    "co-quan-ban-hanh",
    "nguoi-ky",
    "chuc-vu",
    "hieu-luc",
)
# What a relation is in the life of the document it acts on.
EVENTS = {
    "amends": "amendment",
    "corrects": "amendment",
    "suspends": "amendment",
    "replaces": "repeal",
    "repeals": "repeal",
}


@dataclass(slots=True)
class _Life:
    """Events and the references they rest on."""

    events: list[Any] = field(default_factory=list)
    references: list[Any] = field(default_factory=list)

    def add(self, on: dt.date, kind: str, source: str) -> str:
        """Add an event; returns its eId."""
        name = f"su-kien-{len(self.events) + 1}"
        made = akn("eventRef", eId=name, date=on.isoformat(), type=kind, source=f"#{source}")
        self.events.append(made)
        return name


def meta(page: Any, user: Any, portal: str) -> Any:
    """The `<meta>` of the document of `page`, for what `user` may see; portal: who publishes it."""
    life = _Life()
    interval = _interval(page, life)
    _relations(page, user, life)
    references = akn(
        "references",
        akn("original", eId="ban-goc", href=iri_of(page, page.slug), showAs=page.title),
        *life.references,
        *_actors(page, portal),
        source=f"#{PORTAL}",
    )
    source = f"#{PORTAL}"
    return akn(
        "meta",
        identification(page, page.slug, "main"),
        akn("lifecycle", *life.events, source=source) if life.events else None,
        akn("temporalData", akn("temporalGroup", interval, eId="giai-doan-1"), source=source)
        if interval is not None
        else None,
        references,
    )


def identification(page: Any, otherwise: str, part: str) -> Any:
    """Work, expression and manifestation of `part` ("main", or the anchor of an annex)."""
    work = iri_of(page, otherwise)
    text = f"{work}/{LANGUAGE}@{_version_day(page)}"
    return akn(
        "identification",
        akn(
            "FRBRWork",
            *_names(work, part, _issued(page), "ban-hanh", ISSUER),
            akn("FRBRcountry", value=COUNTRY),
            akn("FRBRsubtype", value=subtype(page.document_type)),
            akn("FRBRnumber", value=page.number) if page.number else None,
            akn("FRBRname", value=page.title),
        ),
        akn(
            "FRBRExpression",
            *_names(text, part, _version_day(page), "cong-bo", PORTAL),
            akn("FRBRlanguage", language=LANGUAGE),
        ),
        akn(
            "FRBRManifestation",
            *_names(f"{text}.xml", part, _version_day(page), "cong-bo", PORTAL),
            akn("FRBRformat", value="application/akn+xml"),
        ),
        source=f"#{PORTAL}",
    )


def _names(name: str, part: str, day: str, event: str, author: str) -> list[Any]:
    stem, dot, ending = name.partition(".xml")
    return [
        akn("FRBRthis", value=f"{stem}/!{part}{dot}{ending}"),
        akn("FRBRuri", value=name),
        akn("FRBRdate", date=day, name=event),
        akn("FRBRauthor", href=f"#{author}"),
    ]


def _issued(page: Any) -> str:
    return (page.issued_on or UNKNOWN_DAY).isoformat()


def _version_day(page: Any) -> str:
    """The day on which this text came out here."""
    moment = page.last_published_at
    return timezone.localdate(moment).isoformat() if moment else _issued(page)


def _interval(page: Any, life: _Life) -> Any:
    """Issue, entry into force and expiry as events; the interval in force if its start is known."""
    if page.issued_on:
        life.add(page.issued_on, "generation", "ban-goc")
    if page.in_force_from is None:
        return None
    start = life.add(page.in_force_from, "generation", "ban-goc")
    end = life.add(page.expires_on, "repeal", "ban-goc") if page.expires_on else ""
    return akn(
        "timeInterval",
        start=f"#{start}",
        end=f"#{end}" if end else None,
        refersTo=f"#{IN_FORCE}",
    )


def _relations(page: Any, user: Any, life: _Life) -> None:
    """Works that act on this one come with an event; unnamed where the reader may not see them."""
    own, on_it = page.own_relations, page.relations_on_it
    pages = [*(one.source_id for one in on_it), *(one.target_id for one in own)]
    records = DocumentRecord.objects.in_bulk(pages)
    for number, relation in enumerate(on_it, 1):
        source = PORTAL
        if relation.source.is_visible_to(user):
            source = f"tac-dong-{number}"
            life.references.append(_reference("passiveRef", source, relation.source, records))
        kind = EVENTS.get(relation.kind)
        if kind and relation.provisions:
            kind = "amendment"
        day = relation.acts_from
        if kind and day:
            life.add(day, kind, source)
    for number, relation in enumerate(own, 1):
        if relation.target.is_visible_to(user):
            name = f"bi-tac-dong-{number}"
            life.references.append(_reference("activeRef", name, relation.target, records))


def _reference(name: str, identifier: str, other: Any, records: dict[int, Any]) -> Any:
    record = records.get(other.pk)
    href = iri_of(record, other.slug) if record else f"/akn/{COUNTRY}/doc/{other.slug}"
    return akn(name, eId=identifier, href=href, showAs=other.title)


def _actors(page: Any, portal: str) -> list[Any]:
    issuer = one_line(page.issuer_as_printed or page.issuer or "")
    found = [
        _actor("TLCOrganization", "organization", PORTAL, portal),
        _actor("TLCOrganization", "organization", ISSUER, issuer or "?"),
    ]
    if page.signer:
        found.append(_actor("TLCPerson", "person", SIGNER, page.signer))
    if page.signer_office:
        found.append(_actor("TLCRole", "role", OFFICE, page.signer_office))
    found.append(_actor("TLCConcept", "concept", IN_FORCE, "Có hiệu lực"))
    return found


def _actor(name: str, kind: str, identifier: str, words: str) -> Any:
    step = slugify(words) or identifier
    href = f"/akn/ontology/{kind}/{COUNTRY}/{step}"
    return akn(name, eId=identifier, href=href, showAs=words)
