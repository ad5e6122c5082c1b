"""Official documents in the read API."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework.response import Response

from organizations.models import Organization
from pages.models import PortalPage
from regulations.api.endpoint import ReadEndpoint, stamp
from regulations.api.parameters import FIRST_YEAR, LAST_YEAR, Parameter
from regulations.api.telling import Context, attach_effects, effect_told, html_url, type_of
from regulations.effect import EffectStatus
from regulations.effect_query import with_effect
from regulations.listed import issued_by
from regulations.models import DocumentRecord, DocumentType
from vietnamese import fold, fold_number


def _issuer(page: Any, context: Context) -> dict[str, Any] | None:
    issuer = page.record.issuer
    return {"id": issuer.pk, "name": issuer.name} if issuer else None


def _from_record(name: str) -> Any:
    return lambda page, context: getattr(page.record, name)


def _from_document(name: str) -> Any:
    return lambda page, context: getattr(page.document, name)


def _original(page: Any, context: Context) -> str | None:
    file = page.document.original
    return context["request"].build_absolute_uri(file.url) if file else None


def _rows(endpoint: str, parameter: str) -> Any:
    def address(page: Any, context: Context) -> str:
        path = f"{reverse(f'api:{endpoint}:listing')}?{parameter}={page.pk}"
        return str(context["request"].build_absolute_uri(path))

    return address


class DocumentsEndpoint(ReadEndpoint):
    """Published documents: regulations, plans, decisions, whatever page type they have."""

    called = "documents"
    model = PortalPage
    words = _("Documents: type, number, issuer, dates, effect on a day.")
    meta_tells = {"type": type_of, "html_url": html_url}
    tells = {
        "id": lambda page, context: page.pk,
        "title": lambda page, context: page.title,
        "document_type": _from_record("document_type"),
        "number": _from_record("number"),
        "issuer": _issuer,
        "issuer_as_printed": _from_record("issuer_as_printed"),
        "issued_on": _from_record("issued_on"),
        "effective_on": _from_record("effective_on"),
        "expires_on": _from_record("expires_on"),
        "effect": effect_told,
        "is_sample": lambda page, context: page.is_sample,
        "updated": lambda page, context: page.last_published_at,
        "abstract": _from_document("abstract"),
        "signer": _from_document("signer"),
        "signer_office": _from_document("signer_office"),
        "checked_on": _from_document("checked_on"),
        "source_url": _from_document("source_url"),
        "original": _original,
        "provisions": _rows("provisions", "document"),
        "citations": _rows("citations", "document"),
        "cited_by": _rows("citations", "target"),
        "relations": _rows("relations", "document"),
    }
    detail_only_fields = [
        "abstract",
        "signer",
        "signer_office",
        "checked_on",
        "source_url",
        "original",
        "provisions",
        "citations",
        "cited_by",
        "relations",
    ]
    orders = {
        "id": "pk",
        "issued_on": "listed_on",
        "-issued_on": "-listed_on",
        "updated": "published_at",
        "-updated": "-published_at",
    }
    parameters = (
        Parameter("type", _("The type of document, for example law, decree, plan."), "law"),
        Parameter("number", _("The number and symbol, however it is written."), "152/2025/NĐ-CP"),
        Parameter("issuer", _("The issuer: its id, or a name in the register."), "Quốc hội"),
        Parameter("year", _("The year of issue."), "2025"),
        Parameter("status", _("The effect on the day asked, or today."), "in-force"),
        Parameter("ngay", _("As of this day: effect then, nothing issued later."), "2024-06-01"),
        Parameter("updated_since", _("Published anew since this day or time."), "2026-11-01"),
    )
    detail_parameters = ("fields", "ngay")

    def get_queryset(self) -> Any:
        """The documents that the reader may see."""
        pages = PortalPage.objects.visible_to(self.request.user)
        return pages.filter(record__isnull=False).select_related("record__issuer")

    def listed_rows(self) -> Any:
        """Their records: a list of 100,000 is counted and put in order from an index of these."""
        return DocumentRecord.objects.seen_by(self.request.user)

    def narrow(self, rows: Any) -> Any:
        asked = self.asked
        if kind := asked.choice("type", DocumentType.values):
            rows = rows.filter(document_type=kind)
        if number := asked.text("number"):
            key = fold_number(number)
            rows = rows.filter(number_key=key) if key else rows.none()
        if year := asked.number("year", FIRST_YEAR, LAST_YEAR):
            rows = rows.filter(year=year)
        if moment := asked.moment("updated_since"):
            rows = rows.filter(published_at__gte=moment)
        return self._of_issuer(self._as_of_day(rows))

    def _as_of_day(self, rows: Any) -> Any:
        if self.asked.text("ngay"):
            rows = rows.filter(issued_by(self.day))
        status = self.asked.choice("status", EffectStatus.values)
        return with_effect(rows, EffectStatus(status), self.day, record="") if status else rows

    def _of_issuer(self, rows: Any) -> Any:
        text = self.asked.text("issuer")
        if not text:
            return rows
        if text.isdecimal():
            return rows.filter(issuer=self.asked.number("issuer"))
        named = Organization.objects.named(text).values_list("pk", flat=True) if fold(text) else []
        return rows.filter(issuer__in=list(named))

    def prepare(self, rows: list[Any]) -> list[Any]:
        if self.action == "listing_view":
            found = self.get_queryset().in_bulk([record.pk for record in rows])
            rows = [found[record.pk] for record in rows if record.pk in found]
        attach_effects(rows, self.day)
        if self.action == "detail_view":
            for page in rows:
                documents = page.specific_class.objects.defer("body").select_related("original")
                page.document = documents.get(pk=page.pk)
        return rows

    def detail_view(self, request: Any, pk: int) -> Response:
        response = super().detail_view(request, pk)
        return stamp(response, self.get_object().last_published_at)
