"""`/thanh-phan/`: the gallery, for developers and staff."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.audience import Audience, audiences_of
from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalSettings
from portal.gallery.specimens import Specimen, groups

ICON = re.compile(r"<symbol id=\"([\w-]+)\"")
SAMPLE_SETTINGS = PortalSettings(
    name="Trường Mầm non Yên Hoà",
    address="Phường Hà Đông, Thành phố Hà Nội",
    email="lien-he@yen-hoa.example",
    phone="024 0000 0000",
)


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in the public theme, or with `?giao-dien=noi-bo` in that of the staff.

    Sign-in for a visitor; raises Http404 for an account without the right. Open to everybody
    while developing.
    """
    if not (settings.DEBUG or Audience.STAFF in audiences_of(request.user)):
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_sign_in(request)
    shown = [
        (group, [(specimen, rendered(specimen, request)) for specimen in group.specimens])
        for group in groups()
    ]
    context = {
        "groups": shown,
        "icons": ICON.findall((settings.ROOT / "static/img/icons.svg").read_text(encoding="utf-8")),
        "staff_theme": request.GET.get("giao-dien") == "noi-bo",
    }
    return render(request, "portal/gallery/page.html", context)


def rendered(specimen: Specimen, request: HttpRequest) -> str:
    """The real partial with the specimen's plain data."""
    context: dict[str, Any] = {"portal_settings": SAMPLE_SETTINGS, **specimen.context}
    return render_to_string(specimen.template, context, request)
