"""Provisions, citations and relations in the read API."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.api.v2.utils import BadRequestError

from pages.models import PortalPage
from pages.querysets import visible_rule
from regulations.api.endpoint import ReadEndpoint
from regulations.api.parameters import Parameter
from regulations.api.telling import Context, reference
from regulations.models import Citation, Provision, Relation
from vietnamese import fold_number


def _own(name: str) -> Any:
    return lambda row, context: getattr(row, name)


def _page(name: str) -> Any:
    return lambda row, context: reference(getattr(row, name), context)


def _anchor(citation: Any, context: Context) -> str:
    return citation.provision.anchor if citation.provision else ""


class PartEndpoint(ReadEndpoint):
    """Rows that belong to documents: only of those that the reader may see."""

    tells = {"id": _own("pk")}

    def is_seen(self, name: str) -> bool:
        """Whether the document with the id in this parameter is there for the reader."""
        seen = PortalPage.objects.visible_to(self.request.user)
        return bool(seen.filter(pk=self.asked.number(name)).exists())

    def require_one_of(self, *names: str) -> None:
        """Raises BadRequestError when none is given: all rows of all documents are no list."""
        if not any(self.asked.text(name) for name in names):
            raise BadRequestError(
                gettext("Say which: %(names)s.") % {"names": ", ".join(f"?{n}=" for n in names)}
            )


class ProvisionsEndpoint(PartEndpoint):
    """The text of a document, piece by piece in reading order."""

    called = "provisions"
    needs_document = True
    model = Provision
    words = _("The text of a document, piece by piece: ?document= is necessary.")
    tells = {
        **PartEndpoint.tells,
        "document": lambda row, context: row.page_id,
        "position": _own("position"),
        "depth": _own("depth"),
        "kind": _own("kind"),
        "anchor": _own("anchor"),
        "label": _own("label"),
        "heading": _own("heading"),
        "text": _own("text"),
    }
    orders = {"id": "pk"}
    parameters = (
        Parameter("document", _("The id of the document."), "12"),
        Parameter("anchor", _("The provision with this anchor."), "dieu-23-khoan-1"),
        Parameter("kind", _("The kind of provision, for example article."), "article"),
    )

    def get_queryset(self) -> Any:
        """Provisions of the documents that the reader may see."""
        return Provision.objects.filter(visible_rule(self.request.user, "page"))

    def narrow(self, rows: Any) -> Any:
        self.require_one_of("document")
        rows = rows.filter(page=self.asked.number("document"))
        if kind := self.asked.choice("kind", Provision.Kind.values):
            rows = rows.filter(kind=kind)
        anchor = self.asked.text("anchor")
        return rows.filter(anchor=anchor) if anchor else rows


class CitationsEndpoint(PartEndpoint):
    """Citations both ways. A cited document that the reader may not see is told like one that is
    not here."""

    called = "citations"
    needs_document = True
    model = Citation
    words = _("What a document cites (?document=), and what cites it (?target=).")
    tells = {
        **PartEndpoint.tells,
        "document": _page("page"),
        "anchor": _anchor,
        "as_printed": _own("as_printed"),
        "document_type": _own("document_type"),
        "number": _own("number"),
        "issuer_as_printed": _own("issuer_as_printed"),
        "issued_on": _own("issued_on"),
        "is_basis": _own("is_basis"),
        "target": _page("target"),
        "target_anchor": _own("cited_anchor"),
    }
    parameters = (
        Parameter("document", _("The id of the document that cites."), "12"),
        Parameter("target", _("The id of the cited document."), "7"),
        Parameter("number", _("The cited number, also of what is not here."), "06/2022/QH15"),
        Parameter("target_anchor", _("The cited provision, by its anchor."), "dieu-23"),
        Parameter("basis", _("Only the legal bases: 1."), "1"),
    )

    def get_queryset(self) -> Any:
        """Citations in the documents that the reader may see."""
        rows = Citation.objects.filter(visible_rule(self.request.user, "page"))
        return rows.select_related("page", "target", "provision")

    def narrow(self, rows: Any) -> Any:
        asked = self.asked
        self.require_one_of("document", "target", "number")
        if document := asked.number("document"):
            rows = rows.filter(page=document)
        if target := asked.number("target"):
            rows = rows.filter(target=target) if self.is_seen("target") else rows.none()
        if number := asked.text("number"):
            key = fold_number(number)
            rows = rows.filter(number_key=key) if key else rows.none()
        if anchor := asked.text("target_anchor"):
            rows = rows.filter(cited_anchor=anchor)
        return rows.filter(is_basis=True) if asked.choice("basis", ["1"]) else rows


class RelationsEndpoint(PartEndpoint):
    """How documents act on each other; only where the reader may see both."""

    called = "relations"
    model = Relation
    words = _("How documents act on each other: amends, replaces, repeals, suspends...")
    tells = {
        **PartEndpoint.tells,
        "kind": _own("kind"),
        "source": _page("source"),
        "source_provision": _own("source_provision"),
        "target": _page("target"),
        "provisions": _own("provisions"),
        "takes_effect_on": _own("takes_effect_on"),
        "ends_on": _own("ends_on"),
        "acts_from": _own("acts_from"),
        "acts_until": _own("acts_until"),
    }
    parameters = (
        Parameter("document", _("The id of the document that acts."), "12"),
        Parameter("target", _("The id of the document acted on."), "7"),
        Parameter("kind", _("What it does, for example replaces."), "replaces"),
        Parameter("ngay", _("Only those at work on this day."), "2024-06-01"),
    )

    def get_queryset(self) -> Any:
        """Relations between documents that the reader may see."""
        user = self.request.user
        both = visible_rule(user, "source") & visible_rule(user, "target")
        return Relation.objects.filter(both).select_related("source", "target", "span")

    def narrow(self, rows: Any) -> Any:
        asked = self.asked
        if document := asked.number("document"):
            rows = rows.filter(source=document)
        if target := asked.number("target"):
            rows = rows.filter(target=target)
        if kind := asked.choice("kind", Relation.Kind.values):
            rows = rows.filter(kind=kind)
        if day := asked.day("ngay"):
            not_over = Q(span__ends__isnull=True) | Q(span__ends__gt=day)
            rows = rows.filter(not_over, span__starts__lte=day)
        return rows
