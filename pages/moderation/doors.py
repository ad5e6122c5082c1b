"""Doors of Wagtail's admin that show titles to users who may not see the pages behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.permissions import policy_registry

from pages.models import PortalDocument, PortalImage, PortalPage

REPORTS, PRIVACY = "wagtailadmin_reports", "set_privacy"


def explorable(user: Any) -> Any:
    """The pages whose titles `user` may see in the admin (a queryset)."""
    return policy_registry.get_by_type(PortalPage).explorable_instances(user)


def choosable(pages: Any, request: HttpRequest) -> Any:
    """The pages among `pages` that the page chooser offers this user."""
    return pages & explorable(request.user)


def _explores_something(request: HttpRequest, **kwargs: Any) -> bool:
    return explorable(request.user).exists()


def _explores_parent(request: HttpRequest, parent_page_id: int, **kwargs: Any) -> bool:
    return explorable(request.user).filter(pk=parent_page_id).exists()


def _moves_it(
    request: HttpRequest, page_to_move_id: int, destination_id: int, **kwargs: Any
) -> bool:
    """Wagtail asks for the right to move only when the move is confirmed."""
    page = PortalPage.objects.filter(pk=page_to_move_id).first()
    movable = page is not None and page.permissions_for_user(request.user).can_move()
    return movable and _explores_parent(request, destination_id)


def _opens_editor(request: HttpRequest, page_id: int, **kwargs: Any) -> bool:
    """Wagtail names the page when it says that the page waits for nobody."""
    page = PortalPage.objects.filter(pk=page_id).first()
    return page is not None and page.permissions_for_user(request.user).can_edit()


def _in_round(request: HttpRequest, page_id: int, **kwargs: Any) -> bool:
    """While a round is under way Wagtail itself asks who may act."""
    page = PortalPage.objects.filter(pk=page_id).first()
    return (page is not None and page.workflow_in_progress) or _opens_editor(request, page_id)


def _edits_files(request: HttpRequest, **kwargs: Any) -> bool:
    """Wagtail's API of the admin lists every file and picture, whoever asks."""
    policies = [policy_registry.get_by_type(model) for model in (PortalDocument, PortalImage)]
    return all(policy.user_has_permission(request.user, "change") for policy in policies)


def _explores_chosen(request: HttpRequest, **kwargs: Any) -> bool:
    return _explores_all(request, request.GET.getlist("id"))


def _explores_listed(request: HttpRequest, app_label: str, model_name: str, **kwargs: Any) -> bool:
    """Bulk acts on pages name the pages that the user may not act on."""
    if (app_label, model_name) != ("pages", "portalpage"):
        return True
    return _explores_all(request, request.GET.getlist("id"))


def _explores_all(request: HttpRequest, ids: list[str]) -> bool:
    numbers = {int(pk) for pk in ids if pk.isdecimal()}
    seen = explorable(request.user)
    if len(numbers) != len(set(ids)):
        return request.user.is_superuser or seen.filter(depth=1).exists()
    return seen.filter(pk__in=numbers).count() == len(numbers)


GUARDS: dict[str, Callable[..., bool]] = {
    "wagtailadmin_choose_page": _explores_something,
    "wagtailadmin_choose_page_search": _explores_something,
    "wagtailadmin_choose_page_child": _explores_parent,
    "wagtailadmin_choose_page_chosen_multiple": _explores_chosen,
    "wagtailadmin_tag_autocomplete": _explores_something,
    "wagtailadmin_tag_model_autocomplete": _explores_something,
    "wagtail_bulk_action": _explores_listed,
    "wagtailadmin_pages:move_confirm": _moves_it,
    "wagtailadmin_pages:workflow_preview": _opens_editor,
    "wagtailadmin_pages:workflow_action": _in_round,
    "wagtailadmin_pages:collect_workflow_action_data": _in_round,
    **{
        f"wagtailadmin_api:{kind}:{view}": _edits_files
        for kind in ("documents", "images")
        for view in ("listing", "detail", "find")
    },
}


def check_door(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """Raises PermissionDenied when the address would tell `request.user` titles of others.

    Reports list whatever anybody wrote: they are for superusers. Wagtail's privacy is for nobody:
    who reads a page is its audience, who opens a file is who reads its pages.
    """
    match = request.resolver_match
    if match.url_name == PRIVACY or (REPORTS in match.namespaces and not request.user.is_superuser):
        raise PermissionDenied
    guard = GUARDS.get(match.view_name)
    if guard is not None and not guard(request, **kwargs):
        raise PermissionDenied
