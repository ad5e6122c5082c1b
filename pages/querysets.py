"""The only door to live pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.query import PageQuerySet

from accounts.audience import audiences_of


class PortalPageQuerySet(PageQuerySet):
    """Pages, in the words of the portal."""

    def published(self) -> PortalPageQuerySet:
        """Live and not past their expiry: gone at that second, not at the next clean-up.

        For what is derived from pages (index, effect); what a reader sees goes through
        `visible_to`.
        """
        return self.live().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))

    def visible_to(self, user: Any) -> PortalPageQuerySet:
        """Published pages whose audience includes `user` (a User or AnonymousUser)."""
        return self.published().filter(audience__in=audiences_of(user))
