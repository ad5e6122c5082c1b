"""The page of the map."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pages.models import PortalPage
from regulations.cascade.drawing import drawing_of
from regulations.cascade.outline import outline_of
from regulations.cascade.walk import cascade_of
from regulations.linked.cited_by import answer, refusal


@require_safe
def cascade(request: HttpRequest, pk: int) -> HttpResponse:
    """What the document rests on and what rests on it, drawn and as lists."""
    pages = PortalPage.objects.visible_to(request.user).select_related("record__issuer")
    document = pages.filter(pk=pk, record__isnull=False).first()
    if document is None:
        return refusal(request)
    found = cascade_of(document, request.user)
    context = {
        "cascade": found,
        "drawing": drawing_of(found) if len(found.nodes) > 1 else None,
        "above": outline_of(found, -1),
        "below": outline_of(found, 1),
        "root": found.nodes[found.root],
    }
    return answer(request, document, "regulations/cascade/page.html", context)
