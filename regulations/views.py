"""A document by its number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pages.models import PortalPage
from regulations.day_asked import day_asked
from vietnamese import fold_number


@require_safe
def by_number(request: HttpRequest, number: str) -> HttpResponse:
    """Redirect to the document with this number, or a choice when several have it.

    Numbers repeat: `01/KH-HĐTĐKT` exists in every body and year. Only what the reader may see
    counts; with none the answer is 404 and says what to do.
    """
    key = fold_number(number[:80])
    visible = PortalPage.objects.visible_to(request.user).filter(record__number_key=key)
    found = list(visible.select_related("record").order_by("-record__issued_on")) if key else []
    if len(found) == 1:
        return redirect(day_asked(request).keep(found[0].get_url(request)))
    context = {"number": number, "documents": found, "asked": day_asked(request)}
    status = 200 if found else 404
    return render(request, "regulations/by_number.html", context, status=status)
