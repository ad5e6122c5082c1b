"""Wagtail's pages for users, with the organization and the position."""

from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    """In place of `wagtail.users` in INSTALLED_APPS; the label stays."""

    user_viewset = "accounts.viewsets.PortalUserViewSet"
    group_viewset = "accounts.viewsets.PortalGroupViewSet"
