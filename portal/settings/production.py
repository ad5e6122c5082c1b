"""The real server: `make run` on one machine, or behind a proxy that speaks HTTPS."""

from __future__ import annotations

from portal.settings import env
from portal.settings.base import *  # noqa: F403

# Plain http://localhost must work out of the box; behind HTTPS set PORTAL_HTTPS=1.
if env.flag("PORTAL_HTTPS"):
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # the editor shows its preview in a frame of the same origin
    "security.W021",  # the browsers' preload list is for the owner of the domain to decide
]
