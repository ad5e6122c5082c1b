"""Links in prose to pages of the portal: the address of a page tells its name."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from pages.models import PortalPage


class PortalPageLinkHandler(PageLinkHandler):
    """A public page has its own address; any other one that asks the reader's right first.

    Prose is written out without knowing who reads it, so the right cannot be asked here.
    """

    @staticmethod
    def get_model() -> type[PortalPage]:
        return PortalPage

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, Any]]) -> list[PortalPage | None]:
        """The linked pages in one query; None for one that is gone."""
        ids = [str(attrs.get("id")) for attrs in attrs_list]
        found = PortalPage.objects.in_bulk([int(pk) for pk in ids if pk.isdecimal()])
        return [found.get(int(pk)) if pk.isdecimal() else None for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tags of the links."""
        return [
            f'<a href="{escape(address_of(page))}">' if page else "<a>"
            for page in cls.get_many(attrs_list)
        ]


def address_of(page: PortalPage) -> str:
    """The page's own address if everybody may read it, else one made of its number."""
    own = page.url if page.is_visible_to(AnonymousUser()) else None
    return own or reverse("page_by_id", args=[page.pk])
