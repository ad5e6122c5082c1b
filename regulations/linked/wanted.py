"""Documents to be supplied: cited by what the reader may see, and not here."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.audience import Audience, audiences_of
from pages.models.page import query_prefix
from regulations.cited_by import citing_documents, ties_seen_by
from regulations.known_count import page_asked_for
from regulations.linked.desk import for_staff
from regulations.linked.drafts import draft_for, may_draft
from regulations.models import WantedDocument
from vietnamese import fold, fold_number

PER_PAGE = 25


@for_staff
@require_safe
def wanted(request: HttpRequest) -> HttpResponse:
    """The list, most cited first; `?q=` narrows it by number, name or issuer."""
    # PostgreSQL takes no NUL.
    words = request.GET.get("q", "").replace("\x00", " ").strip()[:100]
    field = count_field(request.user)
    rows = searched(WantedDocument.objects.filter(**{f"{field}__gt": 0}), words)
    page = page_asked_for(request, rows.order_by(f"-{field}", "pk"), PER_PAGE, rows.count())
    context = {
        "page_obj": page,
        "query_prefix": query_prefix(request),
        "rows": counted(list(page), request.user),
        "words": words,
        "may_draft": may_draft(request.user),
    }
    return render(request, "regulations/linked/wanted.html", context)


def count_field(user: Any) -> str:
    """The counter of the circle of readers that `user` belongs to."""
    return "for_council" if Audience.COUNCIL in audiences_of(user) else "for_staff"


def searched(rows: QuerySet[WantedDocument], words: str) -> QuerySet[WantedDocument]:
    """Rows with these words; a number is found from its beginning, however it is typed."""
    if not words:
        return rows
    number = fold_number(words)
    found = Q(folded__contains=fold(words))
    return rows.filter(found | Q(number_key__startswith=number) if number else found)


def counted(rows: list[WantedDocument], user: Any) -> list[WantedDocument]:
    """The rows with `count`, how many documents cite each this moment; one query."""
    ties = ties_seen_by(user).filter(wanted__in=rows, anchor="").order_by()
    counts = dict(ties.values_list("wanted").annotate(count=Count("pk")))
    for row in rows:
        row.count = counts.get(row.pk, 0)
    return [row for row in rows if row.count]


@for_staff
@require_safe
def citing(request: HttpRequest, pk: int) -> HttpResponse:
    """Who cites the document that is wanted. Raises Http404 when nobody whom the reader sees."""
    row = get_object_or_404(WantedDocument, pk=pk)
    ties = ties_seen_by(request.user).filter(wanted=row, anchor="").order_by("-day", "page")
    count = ties.count()
    if not count:
        raise Http404
    page = page_asked_for(request, ties, PER_PAGE, count)
    context = {
        "wanted": row,
        "page_obj": page,
        "query_prefix": query_prefix(request),
        "rows": citing_documents(page.object_list, request.user, Q(wanted=row)),
        "may_draft": may_draft(request.user),
        "breadcrumbs": [],
    }
    return render(request, "regulations/linked/wanted_by.html", context)


@for_staff
@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft with what the citations state, opened in the editor.

    Raises PermissionDenied for those who may add no regulation, Http404 when nothing is wanted.
    """
    if not may_draft(request.user):
        raise PermissionDenied
    row = get_object_or_404(WantedDocument, pk=pk)
    if not ties_seen_by(request.user).filter(wanted=row).exists():
        raise Http404
    page = draft_for(row, request.user)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
