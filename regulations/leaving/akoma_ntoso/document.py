"""The document around metadata and body: preface, preamble, conclusions, attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from lxml import etree

from pages.models import PortalSettings
from regulations.leaving.akoma_ntoso.citing import Places, heading, paragraphs, places_of
from regulations.leaving.akoma_ntoso.hierarchy import Hierarchy, Identifiers
from regulations.leaving.akoma_ntoso.markup import akn
from regulations.leaving.akoma_ntoso.meta import OFFICE, SIGNER, identification, meta
from regulations.leaving.akoma_ntoso.names import subtype
from regulations.leaving.letters import one_line

# Registered for Akoma Ntoso in "Media Type Registration for Akoma Ntoso" (OASIS, 2017).
CONTENT_TYPE = "application/akn+xml"


@dataclass(slots=True)
class _Zones:
    """The provisions of a document by where Akoma Ntoso puts them."""

    preamble: list[Any] = field(default_factory=list)
    body: list[Any] = field(default_factory=list)
    conclusions: list[Any] = field(default_factory=list)
    annexes: list[list[Any]] = field(default_factory=list)


def akoma_ntoso_of(page: Any, request: HttpRequest) -> bytes:
    """The live text of `page` for this reader, valid against the schema of Akoma Ntoso 3.0.

    Only what the reader may see is named. eIds are the anchors of the page.
    """
    places = places_of(page, request.user)
    zones = _zones(page.provisions.all())
    hierarchy = Hierarchy(page, places, Identifiers())
    portal = PortalSettings.for_request(request).name or request.get_host()
    name = "act" if page.is_normative else "doc"
    made = akn(
        name,
        meta(page, request.user, portal),
        _preface(page),
        _lines_in("preamble", zones.preamble, places),
        _body(zones.body, hierarchy, "body" if name == "act" else "mainBody"),
        _conclusions(page, zones.conclusions, places),
        _attachments(page, zones.annexes, hierarchy),
        name=subtype(page.document_type) or "van-ban",
        contains="singleVersion",
    )
    root = akn("akomaNtoso", made)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _zones(provisions: Sequence[Any]) -> _Zones:
    zones = _Zones()
    for provision in provisions:
        if provision.kind == "annex":
            zones.annexes.append([provision])
        elif zones.annexes:
            zones.annexes[-1].append(provision)
        elif provision.kind == "foot":
            zones.conclusions.append(provision)
        elif provision.kind in {"header", "text"} and not zones.body:
            # The printed head is told by the preface.
            zones.preamble += [provision] if provision.kind == "text" else []
        else:
            zones.body.append(provision)
    return zones


def _preface(page: Any) -> Any:
    issuer = one_line(page.issuer_as_printed or page.issuer or "")
    kind = str(page.get_document_type_display())
    lines = [akn("docAuthority", text=issuer)] if issuer else []
    lines += [akn("docNumber", text=page.number)] if page.number else []
    if page.issued_on:
        day = page.issued_on
        lines.append(akn("docDate", text=f"{day:%d/%m/%Y}", date=day.isoformat()))
    lines.append(akn("docType", text=kind))
    lines.append(akn("docTitle", text=page.abstract or page.title))
    return akn("preface", *(akn("p", line) for line in lines))


def _lines_in(name: str, provisions: Sequence[Any], places: Places) -> Any:
    lines = [line for one in provisions for line in paragraphs(one, places)]
    return akn(name, *lines) if lines else None


def _body(provisions: Sequence[Any], hierarchy: Hierarchy, name: str) -> Any:
    found = hierarchy.elements(provisions)
    empty = akn(
        "hcontainer",
        akn("content", akn("p")),
        name="doan",
        eId=hierarchy.identifiers.take("doan"),
    )
    return akn(name, *(found or [empty]))


def _conclusions(page: Any, provisions: Sequence[Any], places: Places) -> Any:
    lines = [line for one in provisions for line in paragraphs(one, places)]
    if not lines and (page.signer or page.signer_office):
        role = akn("role", text=page.signer_office, refersTo=f"#{OFFICE}")
        person = akn("person", text=page.signer, refersTo=f"#{SIGNER}")
        role.tail = " "
        parts = [role] if page.signer_office else []
        parts += [person] if page.signer else []
        lines = [akn("p", akn("signature", *parts))]
    return akn("conclusions", *lines) if lines else None


def _attachments(page: Any, annexes: Sequence[Sequence[Any]], hierarchy: Hierarchy) -> Any:
    if not annexes:
        return None
    return akn("attachments", *(_attachment(page, annex, hierarchy) for annex in annexes))


def _attachment(page: Any, annex: Sequence[Any], hierarchy: Hierarchy) -> Any:
    first, *others = annex
    identifier = hierarchy.identifiers.take(first.anchor or "phu-luc")
    opening = paragraphs(first, hierarchy.places)
    body = _body(others, hierarchy, "mainBody") if others or not opening else akn("mainBody")
    for place, line in enumerate(opening):
        body.insert(place, line)
    title = heading(first, hierarchy.places)
    return akn(
        "attachment",
        akn("heading", text=first.label) if title is None else title,
        akn("doc", akn("meta", identification(page, page.slug, identifier)), body, name="phu-luc"),
        eId=identifier,
    )
