"""The only door to live pages."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.query import PageQuerySet

from accounts.audience import audiences_of
from pages.late import this_moment


def published_rule(path: str = "") -> Q:
    """The rule of `PortalPageQuerySet.published` for a page that is `path` away, as a condition.

    A join costs what it touches; `page__in=published()` walks through all pages first.
    """
    start = f"{path}__" if path else ""
    no_end = Q(**{f"{start}expire_at__isnull": True})
    return Q(**{f"{start}live": True}) & (no_end | Q(**{f"{start}expire_at__gt": this_moment()}))


def visible_rule(user: Any, path: str = "") -> Q:
    """The rule of `PortalPageQuerySet.visible_to` for a page that is `path` away."""
    start = f"{path}__" if path else ""
    return published_rule(path) & Q(**{f"{start}audience__in": audiences_of(user)})


class PortalPageQuerySet(PageQuerySet):
    """Pages, in the words of the portal."""

    def published(self) -> PortalPageQuerySet:
        """Live and not past their expiry: gone at that second, not at the next clean-up.

        For what is derived from pages (index, effect); what a reader sees goes through
        `visible_to`.
        """
        return self.filter(published_rule())

    def published_or_expired(self) -> PortalPageQuerySet:
        """Live, also past their expiry, which may be put off again.

        For what is derived from pages and asks for the expiry itself when it is read.
        """
        return self.filter(live=True)

    def children_at(self, path: str) -> PortalPageQuerySet:
        """`child_of` by the parent's path in the tree, for a query that is written once."""
        return self.filter(path__startswith=path, depth=len(path) // self.model.steplen + 1)

    def visible_to(self, user: Any) -> PortalPageQuerySet:
        """Published pages whose audience includes `user` (a User or AnonymousUser)."""
        return self.filter(visible_rule(user))
