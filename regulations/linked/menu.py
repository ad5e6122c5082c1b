"""Both lists in the menu of the admin, and the words of the audit log for their acts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accounts.audience import Audience, audiences_of
from regulations.review.checks import CHECKED


class StaffMenuItem(MenuItem):
    """Shown to staff: whoever only signs in to the admin may read less."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user belongs to the staff."""
        return Audience.STAFF in audiences_of(request.user)


def review_in_the_menu() -> MenuItem:
    """Below the screen of intake."""
    return StaffMenuItem(
        _("Documents to be reviewed"),
        reverse("regulations:review"),
        name="review",
        icon_name="clipboard-list",
        order=120,
    )


def wanted_in_the_menu() -> MenuItem:
    """Below the review queue."""
    return StaffMenuItem(
        _("Documents to be supplied"),
        reverse("regulations:wanted"),
        name="wanted",
        icon_name="doc-empty-inverse",
        order=121,
    )


def acts_of_review(actions: Any) -> None:
    """What the audit log says of a checked line."""
    actions.register_action(
        CHECKED, _("Review: checked"), _("Checked and taken off the review queue")
    )


def register_hooks() -> None:
    """Called once at start-up."""
    hooks.register("register_admin_menu_item", review_in_the_menu)
    hooks.register("register_admin_menu_item", wanted_in_the_menu)
    hooks.register("register_log_actions", acts_of_review)
