"""An address that no page has: the page that once stood there answers."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control

from accounts.sign_in import redirect_to_sign_in
from regulations.addresses.ledger import page_once_at


class ServedAddressMiddleware:
    """Leads from an old address to the new one those who may read the page, nobody else.

    A visitor who may not is asked to sign in, as at that address before: neither title nor new
    address is told. A signed-in reader without the right gets the same 404 as for any other one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        return _answer(request) or response


def _answer(request: HttpRequest) -> HttpResponse | None:
    path = request.path if request.path.endswith("/") else f"{request.path}/"
    page = page_once_at(path)
    if page is None:
        return None
    if not page.is_visible_to(request.user):
        return None if request.user.is_authenticated else redirect_to_sign_in(request)
    address = page.get_url(request)
    if not address or address == path:
        return None
    query = request.META.get("QUERY_STRING", "")
    moved = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    # It may move back: no browser may remember this without asking.
    patch_cache_control(moved, no_cache=True)
    return moved
