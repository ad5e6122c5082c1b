"""Pages by their number, pictures, what there is without a network, and error pages."""

from __future__ import annotations

import sys
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalPage
from pages.models.files import RENDITION_FOLDER
from pages.suggestions import suggestions

PICTURE_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}
# A withdrawn picture must leave browsers soon; its random name never comes back.
PICTURE_MAX_AGE = 3600
# In how many seconds a browser or a crawler should ask again.
RETRY_AFTER = 120


@require_safe
def rendition(request: HttpRequest, name: str) -> FileResponse:
    """A size of a picture. Only the renditions' folder is public; originals are never served.

    Raises Http404 for every other name.
    """
    path = PurePosixPath(name)
    content_type = PICTURE_TYPES.get(path.suffix)
    if path.parent != PurePosixPath(RENDITION_FOLDER) or content_type is None:
        raise Http404
    try:
        file = default_storage.open(str(path))
    except (OSError, SuspiciousOperation) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = f"public, max-age={PICTURE_MAX_AGE}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def page_by_id(request: HttpRequest, pk: int) -> HttpResponse:
    """Redirect to the page with this number; sign-in for a visitor who may not see it.

    Raises Http404 for anybody else: whether there is such a page is not told.
    """
    page = PortalPage.objects.visible_to(request.user).filter(pk=pk).first()
    address = page and page.get_url(request)
    if address:
        return redirect(address)
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_sign_in(request)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: tells what to do, nothing of what was asked for."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with pages the reader may see and may have meant."""
    return render(request, "404.html", {"suggestions": suggestions(request)}, status=404)


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """500; 503 while the database does not answer.

    No context, because whatever failed may fail again.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return unavailable(request)
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: for a while; no context either."""
    body = loader.get_template("503.html").render()
    return HttpResponse(body, status=503, headers={"Retry-After": str(RETRY_AFTER)})


@require_safe
@cache_control(public=True, max_age=PICTURE_MAX_AGE)
def offline(request: HttpRequest) -> HttpResponse:
    """What a browser shows when it has no network: the same for everybody."""
    return HttpResponse(loader.get_template("offline.html").render())


@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the offline page, and nothing else, in the browser."""
    return render(request, "pages/service_worker.js", {}, "text/javascript; charset=utf-8")
