"""The last look at an answer before it is kept for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import cc_delim_re

from accounts.audience import Audience
from pages.page_cache.marks import audience_of

PERSONAL = frozenset(("cookie", "authorization", "*"))
CLOSED = ("private", "no-store")
FORM_TOKEN = b"csrfmiddlewaretoken"


class NotForEverybodyError(Exception):
    """An answer that is not for everybody was about to be kept for everybody."""


def faults(request: HttpRequest, response: HttpResponse) -> list[str]:
    """Why `response` must not be kept, in words for the log; empty when it may be."""
    user = getattr(request, "user", None)
    vary = {name.lower() for name in cc_delim_re.split(response.get("Vary", ""))}
    control = response.get("Cache-Control", "").lower()
    reasons = {
        "it was not written for everybody": audience_of(response) != Audience.PUBLIC,
        "it is a preview": getattr(request, "is_preview", False),
        "somebody is signed in": user is not None and user.is_authenticated,
        "it sets a cookie": bool(response.cookies),
        "it depends on cookies": not PERSONAL.isdisjoint(vary),
        "it forbids keeping": any(word in control for word in CLOSED),
        "it is streamed": response.streaming,
        "a form in it holds a token": not response.streaming and FORM_TOKEN in response.content,
    }
    return [reason for reason, holds in reasons.items() if holds]


def check(request: HttpRequest, response: HttpResponse) -> None:
    """Raises NotForEverybodyError, naming the path and every fault, unless it may be kept."""
    if found := faults(request, response):
        raise NotForEverybodyError(f"{request.path}: {', '.join(found)}")
