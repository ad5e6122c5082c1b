"""How far the reading of files has come, for the script of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from pages.row_number import is_row_number
from regulations.intake_screens.listing import Asked, counts_of, owned
from regulations.intake_screens.rights import files_of, places_or_refusal
from regulations.intake_screens.rows import rows_of
from regulations.models import IntakeFile

# A page of the list, and what one drop adds to it.
MOST = 200


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """The rows asked for by `?tep=1&tep=2` as JSON; others' files and nonsense are left out.

    Numbers beside the states are those of the list that the rest of the query asks for.
    """
    places = places_or_refusal(request.user)
    numbers = [int(pk) for pk in request.GET.getlist("tep")[:MOST] if is_row_number(pk)]
    files = files_of(request.user, places)
    asked = files.filter(pk__in=numbers).select_related("user", "parent", "page")
    shown = owned(files, Asked.by(request), request.user)
    return JsonResponse(as_json(request, asked, counts_of(shown)))


def wants_json(request: HttpRequest) -> bool:
    """Whether the script asks, not a browser."""
    return request.headers.get("Accept", "").startswith("application/json")


def as_json(
    request: HttpRequest, files: Iterable[IntakeFile], counts: dict[str, int]
) -> dict[str, Any]:
    """The rows as the list shows them, and the numbers beside the states."""
    rows = [
        {
            "id": row.id,
            "state": row.file.state,
            "says": row.news,
            "html": render_to_string("regulations/intake/row.html", {"row": row}, request),
        }
        for row in rows_of(files, request.user)
    ]
    return {"rows": rows, "counts": counts}
