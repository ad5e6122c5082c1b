"""The file as it came in: to be downloaded, and its pages to be looked at beside the draft."""

from __future__ import annotations

import io
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from extraction.errors import ReadError
from regulations.intake.error_words import error_sentence
from regulations.intake_screens.drawings import DAY, BusyError, count_of, picture_of, text_of
from regulations.intake_screens.rights import may_see_original
from regulations.models import IntakeFile

# For the panel, and for who looks closely.
WIDTHS = {"": 1000, "lon": 2000}
LONGEST_TEXT = 200_000
MOST_PAGES = 1500


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file itself, as a download: whatever it is, no browser opens it here."""
    row = _row(request, pk)
    try:
        data = row.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    file = FileResponse(data, as_attachment=True, filename=row.name)
    file["Content-Type"] = "application/octet-stream"
    file["X-Content-Type-Options"] = "nosniff"
    return file


@require_safe
def pages(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of the editor: pictures of the pages, or the text when there are none."""
    row = _row(request, pk)
    context: dict[str, Any] = {"row": row, "pages": [], "text": "", "why": ""}
    try:
        context["pages"] = range(1, min(count_of(row), MOST_PAGES) + 1)
        if not context["pages"]:
            context["text"] = text_of(row)[:LONGEST_TEXT]
    except ReadError as error:
        context["why"] = error_sentence(str(error.code), error.data)
    except OSError:
        context["why"] = error_sentence("file-gone")
    except BusyError:
        return _come_again()
    return render(request, "regulations/intake/pages.html", context)


@require_safe
def picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Page `number` (from 1) as WebP; 404 when there is none, 503 while others are drawn."""
    row = _row(request, pk)
    if number > MOST_PAGES:
        raise Http404
    width = WIDTHS.get(request.GET.get("co", ""), WIDTHS[""])
    try:
        data = picture_of(row, number, width)
    except BusyError:
        return _come_again()
    except (ReadError, OSError) as error:
        raise Http404 from error
    if not data:
        raise Http404
    response = FileResponse(io.BytesIO(data), content_type="image/webp")
    # The bytes of a file never change; who may see them can.
    patch_cache_control(response, private=True, max_age=DAY)
    return response


def _come_again() -> HttpResponse:
    """The script asks again."""
    return HttpResponse(status=503, headers={"Retry-After": "2"})


def _row(request: HttpRequest, pk: int) -> IntakeFile:
    """The row, if the user works with it. Raises Http404 otherwise: it tells nothing."""
    row = get_object_or_404(IntakeFile.objects.select_related("page"), pk=pk)
    if not row.file or not may_see_original(row, request.user):
        raise Http404
    return row
