"""How the portal shapes Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import WorkflowMenuItem

from pages.links import PortalPageLinkHandler
from pages.moderation.doors import choosable
from pages.moderation.files import check_file
from pages.moderation.models import APPROVE
from pages.moderation.panels import (
    BeginPanel,
    MyDraftsPanel,
    SubmittedByMePanel,
    WaitingForMePanel,
    without_repeats,
)
from pages.moderation.views import PortalPageViewSet
from pages.signal_handlers import PAST_WORKFLOW, SCHEDULE_FAILED

FIRST, LAST = -100, 100


@hooks.register("register_admin_viewset")
def portal_pages() -> PortalPageViewSet:
    """The views of every page type."""
    return PortalPageViewSet()


@hooks.register("construct_homepage_panels")
def panels_of_moderation(request: HttpRequest, panels: list[Any]) -> None:
    """The admin's home begins with what waits for the user."""
    without_repeats(panels)
    panels += [WaitingForMePanel(), SubmittedByMePanel(), MyDraftsPanel(), BeginPanel()]


@hooks.register("construct_page_chooser_queryset")
def pages_to_choose(pages: Any, request: HttpRequest) -> Any:
    """Only pages whose titles the user may see."""
    return choosable(pages, request)


@hooks.register("before_serve_document", order=FIRST)
def files_follow_pages(document: Any, request: HttpRequest) -> HttpResponse | None:
    """Before anything about the file is said, its ETag included."""
    return check_file(document, request)


@hooks.register("register_rich_text_features", order=LAST)
def links_tell_no_names(features: Any) -> None:
    """After Wagtail's own handler, whose links name pages that the reader may not see."""
    features.register_link_type(PortalPageLinkHandler)


@hooks.register("register_log_actions")
def acts_of_the_portal(actions: Any) -> None:
    """What the audit log says about acts that Wagtail has no word for."""
    actions.register_action(
        PAST_WORKFLOW, _("Publish without signatures"), _("Published without the two signatures")
    )
    actions.register_action(
        SCHEDULE_FAILED, _("Publish on schedule: failed"), _("Could not be published on schedule")
    )


@hooks.register("construct_main_menu")
def menu_without_what_is_not_theirs(request: HttpRequest, items: list[Any]) -> None:
    """Reports list whatever anybody wrote: they are for superusers; so is Wagtail's help."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in {"reports", "help"}]


@hooks.register("insert_global_admin_css")
def admin_theme() -> SafeString:
    """The portal's colours, through Wagtail's own variables."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def days_as_they_are_typed() -> SafeString:
    """Before Wagtail makes the fields of the page."""
    return format_html('<script src="{}"></script>', static("js/admin-dates.js"))


@hooks.register("construct_page_action_menu")
def signing_comes_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever may sign came to sign or to return, not to save."""
    acts = [item for item in items if isinstance(item, WorkflowMenuItem)]
    signs = [item for item in acts if item.name == APPROVE and not item.launch_modal]
    if signs:
        others = [item for item in acts if item not in signs]
        items[:] = [*signs, *others, *(item for item in items if item not in acts)]
