"""The registers of the desk: abbreviations and pinned answers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import DjangoORMSearchHandler, PermissionHelper
from wagtail_modeladmin.views import CreateView

from pages.models import PortalPage
from pages.registers import Register
from search.desk.models import Abbreviation, PinnedAnswer
from search.desk.words import key_of

LONGEST_GIVEN = 200
HANDED_OVER = frozenset({"questions", "abbreviation", "expansion"})


class PrefilledView(CreateView):
    """A new row that begins with the words that the desk's list hands over."""

    def get_initial(self) -> dict[str, Any]:
        """The words in the address, cut; a page is never chosen there: its title would be told."""
        given = self.request.GET.items()
        return {name: value[:LONGEST_GIVEN] for name, value in given if name in HANDED_OVER}


class PinView(PrefilledView):
    """A new pin, which notes whose it is."""

    def get_instance(self) -> PinnedAnswer:
        instance = super().get_instance()
        instance.created_by = instance.created_by or self.request.user
        return instance


class AbbreviationPermissions(PermissionHelper):
    """Lines that come with the portal are switched off: deleted, an upgrade brings them back."""

    def user_can_delete_obj(self, user: Any, obj: Abbreviation) -> bool:
        return not obj.is_shipped and super().user_can_delete_obj(user, obj)


class FoldedSearch(DjangoORMSearchHandler):
    """Looks for the folded words in fields that hold folded words."""

    def search_queryset(self, queryset: QuerySet, search_term: str, **kwargs: Any) -> QuerySet:
        """The rows with every word; all rows for a term without words."""
        return super().search_queryset(queryset, key_of(search_term or ""), **kwargs)


class AbbreviationRegister(Register):
    """What short forms stand for, those that come with the portal included."""

    model = Abbreviation
    menu_label = _("Abbreviations")
    menu_icon = "resubmit"
    create_view_class = PrefilledView
    permission_helper_class = AbbreviationPermissions
    list_display = ("abbreviation", "expansion", "ambiguous", "is_active", "is_shipped")
    list_filter = ("is_active", "is_shipped", "ambiguous")
    list_export = (
        "abbreviation",
        "expansion",
        "ambiguous",
        "is_active",
        "is_shipped",
        "source",
        "checked_on",
    )
    search_handler_class = FoldedSearch
    search_fields = ("folded_abbreviation", "folded_expansion")


class PinnedRegister(Register):
    """Pages that come first for certain questions."""

    model = PinnedAnswer
    menu_label = _("Pinned answers")
    menu_icon = "thumbtack"
    create_view_class = PinView
    list_display = ("__str__", "page", "anchor", "valid_until", "created_by")
    list_export = ("questions", "page", "anchor", "note", "valid_until", "created_by", "created_at")
    search_fields = ("questions", "note", "page__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """All for superusers; others see no pin of a page that they may not read."""
        rows = super().get_queryset(request).select_related("page", "created_by")
        if request.user.is_superuser:
            return rows
        return rows.filter(page__in=PortalPage.objects.visible_to(request.user))
