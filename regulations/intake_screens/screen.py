"""The screen of intake: files come in, the list says what became of them."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from extraction.limits import DEFAULT, MEGABYTE
from regulations.intake import receive
from regulations.intake_screens.forms import IntakeForm
from regulations.intake_screens.listing import (
    Asked,
    counts_of,
    owned,
    page_of,
    state_choices,
    whose_choices,
)
from regulations.intake_screens.progress import as_json, wants_json
from regulations.intake_screens.rights import Place, files_of, places_or_refusal
from regulations.intake_screens.rows import rows_of
from regulations.intake_screens.sheets import SheetForm
from regulations.models import IntakeFile


@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: HttpRequest) -> HttpResponse:
    """The form and the list; a POST brings files in. 403 for who may add no document."""
    places = places_or_refusal(request.user)
    if request.method != "POST":
        return answer(request, places, IntakeForm(places=places))
    form = IntakeForm(request.POST, request.FILES, places=places)
    if form.is_valid():
        return came_in(request, places, bring_in(form, request.user))
    if wants_json(request):
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"errors": errors}, status=400)
    return answer(request, places, form, status=400)


def bring_in(form: IntakeForm, user: Any) -> list[IntakeFile]:
    """Receive every file of a valid form, as one batch."""
    place, batch = form.cleaned_data["place"], uuid.uuid4()
    return [
        receive(
            file,
            file.name,
            parent=place.parent,
            page_type=place.model._meta.label,
            user=user,
            batch=batch,
        )
        for file in form.cleaned_data["files"]
    ]


def came_in(request: HttpRequest, places: list[Place], files: list[IntakeFile]) -> HttpResponse:
    """What is answered when files came in: rows for the script, else the list again."""
    if wants_json(request):
        shown = owned(files_of(request.user, places), Asked.by(request), request.user)
        return JsonResponse(as_json(request, files, counts_of(shown)), status=201)
    said = ngettext("%(count)d file came in.", "%(count)d files came in.", len(files))
    messages.success(request, said % {"count": len(files)})
    return redirect(f"{reverse('intake:screen')}#came-in")


def answer(
    request: HttpRequest,
    places: list[Place],
    form: IntakeForm,
    sheet_form: SheetForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole screen."""
    context = {
        "form": form,
        "sheet_form": sheet_form or SheetForm(places=places),
        "words": words(),
        "largest": DEFAULT.file_mb * MEGABYTE,
        "header_title": _("Bring in documents"),
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Bring in documents")},
        ],
        **listed(request, places),
    }
    return render(request, "regulations/intake/screen.html", context, status=status)


def listed(request: HttpRequest, places: list[Place]) -> dict[str, Any]:
    """What the list shows."""
    asked, files = Asked.by(request), files_of(request.user, places)
    mine = owned(files, asked, request.user)
    page = page_of(mine, asked, request)
    rows = rows_of(page, request.user)
    return {
        "rows": rows,
        "page_obj": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "states": state_choices(asked, counts_of(mine)),
        "whose": whose_choices(files, asked, request.user),
        "is_filtered": asked.is_filtered,
        "any_waits": any(row.waits for row in rows),
    }


def words() -> dict[str, str]:
    """What the script says, and what the zone says of files."""
    limit = {"limit": DEFAULT.file_mb}
    return {
        "empty": _("The file is empty: it was not copied whole. Copy it again."),
        "too_large": _(
            "The file is larger than %(limit)s MB. Scan at 300 dpi in grey, or split it."
        )
        % limit,
        "failed": _("The file did not arrive. Check the connection, then send it again."),
        "sent": _("%(done)s of %(total)s files sent."),
        "kinds": _(
            "PDF, Word, ODT, RTF, HTML, text and scans, in Unicode or an old encoding; at most "
            "%(limit)s MB each."
        )
        % limit,
    }
