"""The address under which the portal tells of itself: sitemap, feeds, previews, mails."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def name_site() -> None:
    """Give the default site the host and port of PORTAL_ADDRESS, if it has others.

    Wagtail keeps them in its table; an administrator sets one variable, not two places.
    """
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    wanted = {"hostname": parts.hostname, "port": parts.port or PORTS[parts.scheme]}
    site = Site.objects.filter(is_default_site=True).exclude(**wanted).first()
    if site is not None:
        site.hostname, site.port = wanted["hostname"], wanted["port"]
        # Saved, not updated: Wagtail's own cache of sites is emptied by the signal.
        site.save()
