"""Who reads: for a visitor, without asking a session that is not there."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest


class ReaderMiddleware(AuthenticationMiddleware):
    """Django's own, which would open a session for everybody and so make every page personal."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            request.user = AnonymousUser()
