"""Answers to signed-in readers are theirs alone; the admin has doors and a policy of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.functional import cached_property

from pages.moderation.doors import check_door

FILES = "wagtaildocs_serve"
# Wagtail's admin writes scripts and styles into its pages; nothing else is looser than outside.
ADMIN_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}


class PrivateResponseMiddleware:
    """Keeps every answer to a signed-in reader, and every sign-in redirect, out of shared caches.

    A cache that ignores `Vary` would otherwise hand a colleague's page to a visitor. A file of a
    public page may be kept but is asked for again each time: it goes when the page goes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            add_never_cache_headers(response)
            patch_cache_control(response, private=True)
        elif match and match.view_name == FILES and "Cache-Control" not in response:
            patch_cache_control(response, no_cache=True)
        return response


class AdminMiddleware:
    """The admin: no titles to those who may not see the pages, and its own content policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    @cached_property
    def prefix(self) -> str:
        """Where the admin begins."""
        return reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(self.prefix):
            # Read by django-csp's middleware, which writes the header.
            response._csp_config = ADMIN_POLICY
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> None:
        """Raises PermissionDenied where an address would tell titles; others pass."""
        inside = request.path_info.startswith(self.prefix) and request.user.is_authenticated
        if inside and request.user.has_perm("wagtailadmin.access_admin"):
            check_door(request, kwargs)
