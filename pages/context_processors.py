"""What every template may use; looked up only when a template does."""

from __future__ import annotations

from typing import Any

from django.db.models import F, FilteredRelation, Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from pages.kept import kept
from pages.menu import information_menu, main_menu
from pages.models import PortalSettings, SocialAccount
from pages.sites import site_of

LOGO = "max-112x112|format-webp"


def portal(request: HttpRequest) -> dict[str, Any]:
    """`portal_settings`, `social_accounts`, `logo`, `main_menu`, `information_menu`; all lazy."""
    return {
        "portal_settings": SimpleLazyObject(lambda: _settings(request)[0]),
        "social_accounts": SimpleLazyObject(lambda: _settings(request)[1]),
        "logo": SimpleLazyObject(lambda: _settings(request)[2]),
        "main_menu": SimpleLazyObject(lambda: main_menu(request)),
        "information_menu": SimpleLazyObject(lambda: information_menu(request)),
    }


def _settings(request: HttpRequest) -> tuple[PortalSettings, list[SocialAccount], Any]:
    site = site_of(request)
    if site is None:
        return PortalSettings(), [], None
    return kept(request, ("settings", site.pk), lambda: _read(site))


def _read(site: Site) -> tuple[PortalSettings, list[SocialAccount], Any]:
    """The settings of `site`, its social accounts and the size of its logo: one query."""
    logo = FilteredRelation("logo__renditions", condition=Q(logo__renditions__filter_spec=LOGO))
    rows = list(
        PortalSettings.objects.filter(site=site)
        .annotate(
            logo_size=logo,
            account_name=F("social_accounts__name"),
            account_url=F("social_accounts__url"),
        )
        .select_related("logo", "logo_size")
        .order_by("social_accounts__sort_order")
    )
    if not rows:
        return PortalSettings(site=site), [], None
    settings = rows[0]
    size = getattr(settings, "logo_size", None)
    if settings.logo and size is None:
        size = settings.logo.get_rendition(LOGO)
    accounts = [
        SocialAccount(name=row.account_name, url=row.account_url)
        for row in rows
        if row.account_name
    ]
    return settings, accounts, size
