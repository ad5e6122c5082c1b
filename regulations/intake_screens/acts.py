"""What a person does with a file that came in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from regulations import intake
from regulations.intake import RefusedError
from regulations.intake.wording import refusal_sentence
from regulations.intake_screens.progress import wants_json
from regulations.intake_screens.rights import files_of, may_confirm, places_or_refusal
from regulations.models import IntakeFile


@require_POST
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a file again that was not read."""
    return _done(request, pk, intake.retry, _("The file waits to be read again."))


@require_POST
def draft_anyway(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft although the document is there."""
    return _done(request, pk, intake.draft_anyway, _("A draft is being made."))


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take the file off the list."""
    if request.method == "POST":
        return _done(request, pk, intake.discard, _("The file was discarded."))
    file = _file(request, pk)
    context = {
        "file": file,
        "header_title": _("Discard"),
        "header_icon": "bin",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("intake:screen"), "label": _("Bring in documents")},
            {"url": "", "label": _("Discard")},
        ],
    }
    return render(request, "regulations/intake/discard.html", context)


@require_POST
def confirm(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """Note that an unsure value was compared with the original and is right."""
    file = get_object_or_404(IntakeFile.objects.select_related("page"), pk=pk)
    page = file.page
    if page is None or not may_confirm(file, request.user):
        return HttpResponse(status=404)
    intake.confirm(file, field)
    if wants_json(request):
        return JsonResponse({"said": _("Compared with the original.")})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _file(request: HttpRequest, pk: int) -> IntakeFile:
    """The file, if it is one that the user works with. Raises PermissionDenied, Http404."""
    files = files_of(request.user, places_or_refusal(request.user))
    return get_object_or_404(files, pk=pk)


def _done(request: HttpRequest, pk: int, act: Callable[[Any], Any], said: str) -> HttpResponse:
    """Do it, say so or why not, and show the row in the list."""
    file = _file(request, pk)
    try:
        act(file)
    except RefusedError as refusal:
        messages.error(request, refusal_sentence(refusal.code, refusal.data))
    else:
        messages.success(request, said)
    return redirect(f"{reverse('intake:screen')}#tep-{file.pk}")
