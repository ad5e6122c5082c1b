"""The way to the sign-in page."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


def redirect_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Redirect (302) to the sign-in page, which comes back here afterwards."""
    response = redirect_to_login(request.get_full_path(), str(settings.LOGIN_URL))
    add_never_cache_headers(response)
    return response
