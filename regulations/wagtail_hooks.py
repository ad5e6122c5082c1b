"""What documents add to the admin: the intake screen, the original beside a draft."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from regulations.effect_editor import warn_of_unchecked_provisions
from regulations.file_versions.reading import lead_on, old_copies
from regulations.intake import intake_of
from regulations.intake_screens.panel import OriginalSidePanel
from regulations.intake_screens.rights import may_see_original, places_of
from regulations.leaving.context import leaving_of
from regulations.models import OfficialDocument
from regulations.to_read.acts import asked_of
from regulations.to_read.panels import ToReadPanel

# Before `pages` asks for the right to the file itself.
BEFORE_THE_RIGHT = -200


@hooks.register("register_admin_urls")
def addresses_of_intake() -> list[Any]:
    """Below the admin: signing in and the right to the admin are asked for there."""
    return [path("nhap-van-ban/", include("regulations.intake_screens.urls"))]


class IntakeMenuItem(MenuItem):
    """Shown to those who may add an official document somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is a place for a draft."""
        return bool(places_of(request.user))


@hooks.register("register_admin_menu_item")
def intake_in_the_menu() -> MenuItem:
    """Right below the pages: the first thing a clerk comes for."""
    return IntakeMenuItem(
        _("Bring in documents"),
        reverse("intake:screen"),
        name="intake",
        icon_name="upload",
        order=110,
    )


@hooks.register("portal_side_panels")
def original_beside_the_text(page: Any, request: HttpRequest) -> list[OriginalSidePanel]:
    """For pages that intake made, and those who work with the file."""
    row = intake_of(page) if isinstance(page, OfficialDocument) else None
    if row is None or not row.file or not may_see_original(row, request.user):
        return []
    return [OriginalSidePanel(page, request, row)]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_unchecked_provisions(request: HttpRequest, page: Any) -> None:
    """A relation may name provisions of a document whose text is not here."""
    if isinstance(page, OfficialDocument):
        warn_of_unchecked_provisions(request, page)


@hooks.register("portal_page_context")
def ways_out(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`leaving`, for the page of a document."""
    return {"leaving": leaving_of(page, request)} if isinstance(page, OfficialDocument) else {}


@hooks.register("portal_page_context")
def files_before(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`old_copies`, for the page of a document."""
    if not isinstance(page, OfficialDocument):
        return {}
    return {"old_copies": old_copies(page, request.user)}


@hooks.register("portal_page_context")
def what_the_reader_is_asked(page: Any, request: HttpRequest) -> dict[str, Any]:
    """`acknowledging`, for the page of a published document."""
    if not isinstance(page, OfficialDocument) or getattr(request, "is_preview", False):
        return {}
    return {"acknowledging": asked_of(page, request.user)}


@hooks.register("construct_homepage_panels")
def how_far_staff_have_read(request: HttpRequest, panels: list[Any]) -> None:
    """Between the drafts and what may be begun."""
    panels.append(ToReadPanel())


@hooks.register("before_serve_document", order=BEFORE_THE_RIGHT)
def replaced_file(file: Any, request: HttpRequest) -> HttpResponse | None:
    """The address of a replaced file leads on; it asks for the right to read by itself."""
    return lead_on(file, request)
