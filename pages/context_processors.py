"""What every template may use; looked up only when a template does."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from pages.menu import main_menu
from pages.models import PortalSettings

# Another process may show old settings for so many seconds after a change.
SETTINGS_AGE = 60


def portal(request: HttpRequest) -> dict[str, Any]:
    """`portal_settings`, `social_accounts` and `main_menu` (see `pages.menu`), all lazy."""
    return {
        "portal_settings": SimpleLazyObject(lambda: _settings(request)[0]),
        "social_accounts": SimpleLazyObject(lambda: _settings(request)[1]),
        "main_menu": SimpleLazyObject(lambda: main_menu(request)),
    }


def _settings(request: HttpRequest) -> tuple[PortalSettings, list[Any]]:
    site = Site.find_for_request(request)
    if site is None:
        return PortalSettings(), []
    key = settings_key(site.pk)
    found = cache.get(key)
    if found is None:
        settings = PortalSettings.for_site(site)
        found = settings, list(settings.social_accounts.all())
        cache.set(key, found, SETTINGS_AGE)
    return found


def settings_key(site_id: int) -> str:
    """Where the settings of a site are cached."""
    return f"portal-settings-{site_id}"


def forget_settings(sender: Any, instance: PortalSettings, **kwargs: Any) -> None:
    """`post_save` of the settings: this process shows the change at once."""
    cache.delete(settings_key(instance.site_id))
