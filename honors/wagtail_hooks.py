"""Registers of organizations, award types, awards and consents, in one group of the menu."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from honors.consent import WITHDRAW
from honors.consent_views import (
    ConsentButtons,
    ConsentPermissions,
    WithdrawView,
    consents_seen_by,
)
from honors.models import Award, AwardType, Consent
from organizations.models import Organization
from pages.registers import ReadOnlyPermissions, Register


class OrganizationRegister(Register):
    """Who issues and who is honoured."""

    model = Organization
    menu_label = _("Organizations")
    menu_icon = "home"
    list_display = ("name", "kind", "level", "valid_from", "valid_to")
    list_filter = ("kind", "level")
    list_export = ("name", "short_name", "kind", "level", "valid_from", "valid_to", "note")
    search_fields = ("folded_name", "folded_short_name", "aliases__folded_name", "name")
    ordering = ("level", "name")


class AwardTypeRegister(Register):
    """Titles and forms of commendation, with their legal source."""

    model = AwardType
    menu_label = _("Award types")
    menu_icon = "tag"
    list_display = ("name", "level", "legal_article", "checked_on", "is_verified")
    list_filter = ("is_verified", "category", "level", "for_individuals", "for_collectives")
    list_export = (
        "name",
        "category",
        "level",
        "for_individuals",
        "for_collectives",
        "for_households",
        "legal_article",
        "legal_document",
        "valid_from",
        "checked_on",
        "is_verified",
    )
    search_fields = ("folded_name", "name")
    ordering = ("rank",)


class AwardPermissions(ReadOnlyPermissions):
    """An award is looked at by those who may read its decision."""

    def user_can_inspect_obj(self, user: Any, obj: Award) -> bool:
        seen = Award.objects.seen_by(user).filter(pk=obj.pk).exists()
        return seen and super().user_can_inspect_obj(user, obj)


class AwardRegister(Register):
    """Every award with its decision; edited in the decision, through its two signatures."""

    model = Award
    menu_label = _("Awards")
    menu_icon = "list-ul"
    permission_helper_class = AwardPermissions
    list_display = ("recipient_name", "award_type", "decision", "period", "revoked_by")
    list_filter = ("award_type", "route", "recipient_kind")
    list_export = (
        "recipient_name",
        "position",
        "organization_as_printed",
        "award_type",
        "route",
        "period",
        "reason",
        "decision",
    )
    search_fields = ("folded_name", "recipient_name")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Awards of decisions that the reader may see, with what the list prints."""
        rows = super().get_queryset(request)
        return rows.for_listing().select_related("revoked_by").seen_by(request.user)


class ConsentRegister(Register):
    """Who agreed to be shown, for what, until when."""

    model = Consent
    menu_label = _("Consents")
    menu_icon = "user"
    list_display = ("honoree", "relation", "given_by", "given_on", "valid_until", "withdrawn_at")
    list_filter = ("relation", "is_child")
    list_export = ("honoree", "relation", "given_by", "given_on", "valid_until", "withdrawn_at")
    search_fields = ("honoree__folded_name", "given_by")
    permission_helper_class = ConsentPermissions
    button_helper_class = ConsentButtons
    # Consents are no papers to throw away: what others call deletion is withdrawal here.
    delete_view_class = WithdrawView
    delete_template_name = "honors/withdraw_consent.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Consents of profiles that the user may know of: a draft names a person too."""
        rows = super().get_queryset(request).select_related("honoree")
        return rows.filter(pk__in=consents_seen_by(request.user).values("pk"))


@hooks.register("register_log_actions")
def acts_of_the_honours(actions: Any) -> None:
    """What the audit log says about consent."""
    actions.register_action(WITHDRAW, _("Withdraw consent"), _("Consent withdrawn"))


@modeladmin_register
class Registers(ModelAdminGroup):
    """One entry of the menu for all."""

    menu_label = _("Registers")
    menu_icon = "table"
    menu_order = 300
    items = (OrganizationRegister, AwardTypeRegister, AwardRegister, ConsentRegister)
