"""Whole pages for visitors: what was read once is not made again until something changes."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

from pages.page_cache.address import address_of, digest, is_visitors, without_noise
from pages.page_cache.answer import Answer, answer_of, coding_for
from pages.page_cache.freshness import state
from pages.page_cache.guard import NotForEverybodyError, check
from pages.page_cache.marks import audience_of

CACHE = "pages"
# A long law is about 90 KB compressed. The number of entries is bounded by the cache itself.
LARGEST = 192 * 1024
OK = 200
logger = logging.getLogger("pages.page_cache")


class PageCacheMiddleware:
    """Stands outside sessions and sign-in: whoever has a session is never seen here.

    `PAGE_CACHE_SECONDS` 0: everything is looked at, nothing kept (development, most tests).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_visitors(request):
            return self.get_response(request)
        without_noise(request)
        address = address_of(request)
        if address is None:
            return self.get_response(request)
        # Whether the browser's copy is still right is answered here, not further inside.
        known = request.META.pop("HTTP_IF_NONE_MATCH", "")
        request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
        coding, key = coding_for(request), ""
        if settings.PAGE_CACHE_SECONDS:
            request.content_state = state()
            key = digest(request.content_state, address, coding)
            found = caches[CACHE].get(key)
            if found is not None:
                return Answer(*found).give(known)
        return self._made(request, key, coding, known)

    def _made(self, request: HttpRequest, key: str, coding: str, known: str) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != OK or audience_of(response) is None:
            return response
        try:
            check(request, response)
        except NotForEverybodyError:
            if settings.PAGE_CACHE_RAISES:
                raise
            logger.exception("Not kept")
            return response
        answer = answer_of(response, coding)
        if key and request.method == "GET" and len(answer.body) <= LARGEST:
            caches[CACHE].set(key, tuple(answer), settings.PAGE_CACHE_SECONDS)
        return answer.give(known)
