"""The page that explains the read API to people."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pages.models import PortalPage


@require_safe
def about(request: HttpRequest, endpoints: tuple[Any, ...]) -> HttpResponse:
    """What there is, each with an example that opens."""
    first = PortalPage.objects.visible_to(request.user).filter(record__isnull=False).first()
    shown = [
        {
            "name": endpoint.called,
            "words": endpoint.words,
            "address": reverse(f"api:{endpoint.called}:listing"),
            "example": f"?document={first.pk}" if first and endpoint.needs_document else "",
            "parameters": endpoint.own_parameters(),
        }
        for endpoint in endpoints
    ]
    return render(
        request, "regulations/api/about.html", {"endpoints": shown, "paging": endpoints[0].paging}
    )
