"""Downloads made from a page. Who may read the page may take it along; nobody else learns of it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import (
    add_never_cache_headers,
    get_conditional_response,
    patch_cache_control,
)
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from accounts.audience import Audience
from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalPage
from regulations.leaving.akoma_ntoso import CONTENT_TYPE as AKOMA_NTOSO
from regulations.leaving.akoma_ntoso import akoma_ntoso_of
from regulations.leaving.docx.package import CONTENT_TYPE as DOCX
from regulations.leaving.docx.package import docx_of
from regulations.leaving.letters import file_stem
from regulations.leaving.paper import paper_of
from regulations.models import OfficialDocument

# Raise it when the same text gives other bytes than before.
WRITER = 1


@require_safe
def docx(request: HttpRequest, pk: int, stem: str) -> HttpResponseBase:
    """The live text in the layout of Decree 30/2020; the entity tag is that of its revision.

    Sign-in for a visitor without the right; raises Http404 for anybody else without it: numbers
    can be counted through, and must not tell which of them is a page.
    """
    return _download(request, pk, stem, "docx", DOCX, _docx)


@require_safe
def akoma_ntoso(request: HttpRequest, pk: int, stem: str) -> HttpResponseBase:
    """The live text as Akoma Ntoso 3.0; who may see it as for `docx`."""
    return _download(request, pk, stem, "xml", AKOMA_NTOSO, akoma_ntoso_of)


def _docx(page: Any, request: HttpRequest) -> bytes:
    paper = paper_of(page, page.provisions.all())
    return docx_of(page, paper, list(page.recipients.all()))


def _download(
    request: HttpRequest,
    pk: int,
    stem: str,
    ending: str,
    content_type: str,
    make: Callable[[Any, HttpRequest], bytes],
) -> HttpResponseBase:
    page = _readable(request, pk)
    if not isinstance(page, OfficialDocument):
        return page if isinstance(page, HttpResponseBase) else _not_here()
    name = file_stem(page.number, page.slug)
    if stem != name:
        return redirect(address_of(page, ending))
    etag = _etag(page, ending) if ending == "docx" else ""
    # A file that is made from this page alone need not be made again to know that it is the same.
    response = get_conditional_response(request, etag) if etag else None
    if response is None:
        content = make(page, request)
        etag = etag or quote_etag(sha256(content).hexdigest()[:32])
        response = get_conditional_response(
            request, etag, response=_file(content, content_type, f"{name}.{ending}")
        )
    response["ETag"] = etag
    return _cached(response, page)


def _readable(request: HttpRequest, pk: int) -> Any:
    """The specific page, the redirect to the sign-in page, or None."""
    page = PortalPage.objects.filter(pk=pk).first()
    if page is not None and page.is_visible_to(request.user):
        return page.specific
    if not request.user.is_authenticated:
        return redirect_to_sign_in(request)
    return None


def _not_here() -> HttpResponse:
    raise Http404


def _etag(page: Any, ending: str) -> str:
    issuer = page.issuer_id or 0
    return quote_etag(f"{page.live_revision_id}-{issuer}-{ending}-{WRITER}")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _cached(response: Any, page: Any) -> Any:
    """A public file may be kept but is asked for again; any other is not stored."""
    if page.audience == Audience.PUBLIC:
        patch_cache_control(response, no_cache=True)
    else:
        add_never_cache_headers(response)
        patch_cache_control(response, private=True)
    return response


def address_of(page: Any, ending: str) -> str:
    """Where `page` is downloaded as "docx" or "xml"; the last step is the name of the file."""
    view = {"docx": "regulations:docx", "xml": "regulations:akoma_ntoso"}[ending]
    return reverse(view, args=[page.pk, file_stem(page.number, page.slug)])
