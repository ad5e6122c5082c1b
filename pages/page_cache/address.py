"""Which requests may be answered from what is kept, and under which address it is kept."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import resolve

from pages.page_cache.marks import takes_part

# What lists are narrowed by, each with few values. Free words and days (`ten`, `ngay`, `q`) are
# left out: there is no end to them.
KNOWN = frozenset(
    [
        "trang",
        "nam",
        "thang",
        "chuyen-muc",
        "the",
        "loai",
        "danh-hieu",
        "cap",
        "don-vi",
        "phong-trao",
        "hieu-luc",
        "trang-thai",
    ]
)
VALUE = re.compile(r"[a-z0-9-]{0,60}")
LONGEST_PATH, LONGEST_QUERY = 300, 200
# What other sites hang on a link to count their own readers: no page of the portal reads it.
NOISE = frozenset(("fbclid", "gclid", "zarsrc", "msclkid", "igshid", "mibextid", "utm_source"))
NOISE_START = ("utm_", "zalo_")
PAGES = "wagtail_serve"


def is_visitors(request: HttpRequest) -> bool:
    """Whether nobody in particular reads: no session, no credentials, no preview, nothing sent."""
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
        and not getattr(request, "is_preview", False)
    )


def without_noise(request: HttpRequest) -> None:
    """Take counters of other sites off the query of `request`, before anybody has read it."""
    query = request.META.get("QUERY_STRING", "")
    if not query or len(query) > LONGEST_QUERY * 10:
        return
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0] not in NOISE and not pair[0].startswith(NOISE_START)]
    if len(kept) < len(pairs):
        request.META["QUERY_STRING"] = urlencode(kept)


def address_of(request: HttpRequest) -> str | None:
    """Scheme, host, path and the known part of the query in order; None: this is never kept.

    Raises DisallowedHost for a host that the portal does not answer to.
    """
    host, path = request.get_host(), request.path_info
    if len(path) > LONGEST_PATH or not _is_own(host, request.get_port()) or not _is_kept(path):
        return None
    query = request.META.get("QUERY_STRING", "")
    pairs = _known(query) if query else ()
    return None if pairs is None else f"{request.scheme}://{host}{path}?{urlencode(pairs)}"


def digest(*parts: str) -> str:
    """A short name for the parts together."""
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _is_own(host: str, port: str) -> bool:
    """A host with another port than the portal's would be kept once for every port there is."""
    name, colon, asked = host.rpartition(":")
    if not colon or not name or not asked.isdecimal():
        return True
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL).port
    return asked in {port, str(own)}


@lru_cache(maxsize=2048)
def _is_kept(path: str) -> bool:
    try:
        match = resolve(path)
    except Http404:
        return False
    return match.url_name == PAGES or takes_part(match.func)


def _known(query: str) -> list[tuple[str, str]] | None:
    if len(query) > LONGEST_QUERY:
        return None
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    names = [name for name, _ in pairs]
    plain = all(name in KNOWN and VALUE.fullmatch(value) for name, value in pairs)
    return pairs if plain and len(set(names)) == len(names) else None
