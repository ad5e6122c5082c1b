"""The search desk in the admin's menu, with its registers; saved searches on the staff desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from search.desk.registers import AbbreviationRegister, PinnedRegister
from search.desk.rights import works_at_desk
from search.saved.news import news_on_desk

hooks.register("portal_page_context", news_on_desk)


class DeskMenuItem(MenuItem):
    """Shown to those who work at the desk."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the reader has the right."""
        return works_at_desk(request.user)


@modeladmin_register
class SearchGroup(ModelAdminGroup):
    """One entry of the menu: what was asked, why an answer comes, and what the search is told."""

    menu_label = _("Search desk")
    menu_item_name = "search-desk"
    menu_icon = "search"
    menu_order = 320
    items = (AbbreviationRegister, PinnedRegister)

    def get_submenu_items(self) -> list[Any]:
        """The two screens before the registers."""
        screens = [
            (_("What was asked"), "search_desk:asked", "list-ul"),
            (_("Why this answer"), "search_desk:explain", "help"),
        ]
        return [
            *(
                DeskMenuItem(
                    label, reverse(name), name=name.replace(":", "-"), icon_name=icon, order=0
                )
                for label, name, icon in screens
            ),
            *super().get_submenu_items(),
        ]


@hooks.register("register_admin_urls")
def addresses_of_the_desk() -> list[Any]:
    """Below the admin: signing in and the right to the admin are asked for there."""
    return [path("tim-kiem/", include("search.desk.admin_urls"))]


@hooks.register("register_permissions")
def rights_of_the_desk() -> Any:
    """The right to the desk can be given to a group."""
    return Permission.objects.filter(content_type__app_label="search", codename="use_desk")
