"""Lists of the staff desk: who may open them, and how they are answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from accounts.audience import Audience, audiences_of
from accounts.sign_in import redirect_to_sign_in

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """Sign-in for visitors; raises PermissionDenied for accounts that are no staff."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_sign_in(request)
        if Audience.STAFF not in audiences_of(request.user):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return asked


def for_editors(view: View) -> View:
    """The same for those who work in the admin."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return for_staff(asked)
