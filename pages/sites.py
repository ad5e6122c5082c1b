"""The site that a request asks for, with the addresses of all sites."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Site
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
    SiteRootPath,
)

from pages.kept import kept

# As Wagtail keeps the addresses of sites, in seconds.
ADDRESSES_AGE = 3600


def site_of(request: HttpRequest) -> Site | None:
    """What `Site.find_for_request` gives, kept where Wagtail keeps it.

    A portal has one site: then all that Wagtail asks about sites is told by it. With several, or
    one that is not the default, Wagtail looks itself.
    """
    if not hasattr(request, "_wagtail_site"):
        sites = kept(request, "sites", _first_sites)
        if len(sites) != 1 or not sites[0].is_default_site:
            return Site.find_for_request(request)
        site = request._wagtail_site = sites[0]
        root = site.root_page
        paths = [SiteRootPath(site.pk, root.url_path, site.root_url, root.locale.language_code)]
        request._wagtail_cached_site_root_paths = paths
        # For addresses that are asked of a page alone, without the request.
        cache.add(
            SITE_ROOT_PATHS_CACHE_KEY, paths, ADDRESSES_AGE, version=SITE_ROOT_PATHS_CACHE_VERSION
        )
    return request._wagtail_site


def _first_sites() -> list[Site]:
    return list(Site.objects.select_related("root_page", "root_page__locale")[:2])
