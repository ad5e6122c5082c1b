"""Where drafts go: the pages below which official documents stand, and of which type they are.

Plans and decisions live in rooms above this one; they are met through the page tree, by what
their list pages allow below them.
"""

from __future__ import annotations

from typing import Any

from pages.models import PortalPage
from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.models import DocumentIndexPage, OfficialDocument
from vietnamese import fold


def document_types() -> list[Any]:
    """Every page type that is an official document."""
    return OfficialDocument.__subclasses__()


def types_below(parent: Any) -> list[Any]:
    """The types of official documents that may stand below `parent` (a page)."""
    return [
        model
        for model in parent.specific_class.allowed_subpage_models()
        if issubclass(model, OfficialDocument)
    ]


def all_parents() -> list[PortalPage]:
    """The list pages below which drafts can go, in the order of the tree."""
    lists = DocumentIndexPage.__subclasses__()
    return list(PortalPage.objects.type(*lists).order_by("path"))


def parents_for(user: Any) -> list[PortalPage]:
    """Those below which `user` may add a page; all of them for no user (a command)."""
    return [parent for parent in all_parents() if may_add(user, parent)]


def may_add(user: Any, parent: PortalPage) -> bool:
    """Whether `user` may add a page below `parent`; None is the administrator at the machine."""
    return user is None or parent.permissions_for_user(user).can_add_subpage()


def find_parent(wanted: str, wanted_type: str = "") -> PortalPage:
    """The list page meant by an id, a slug or a path ("ke-hoach", "/ke-hoach/", "7").

    "" is enough where only one list takes documents of `wanted_type`. Raises RefusedError.
    """
    parents = all_parents()
    found = [parent for parent in parents if not wanted or _is_meant(parent, wanted)]
    if not wanted and wanted_type:
        found = [parent for parent in found if _takes(parent, wanted_type)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(parent.slug for parent in parents)
    code = RefusalCode.PARENT_UNCLEAR if found or not wanted else RefusalCode.NO_PARENT
    raise RefusedError(code, wanted=wanted, known=known)


def type_below(parent: PortalPage, wanted: str = "") -> Any:
    """The type of the drafts below `parent`: "plan", "PlanPage", "campaigns.PlanPage", "kế hoạch".

    "" is enough where only one type may stand there. Raises RefusedError.
    """
    models = types_below(parent)
    if not models:
        raise RefusedError(RefusalCode.NO_DOCUMENTS_BELOW, parent=parent.title)
    found = [model for model in models if not wanted or fold(wanted) in _names(model)]
    if len(found) != 1:
        known = ", ".join(str(model._meta.verbose_name) for model in models)
        raise RefusedError(RefusalCode.NO_SUCH_TYPE, wanted=wanted, known=known)
    return found[0]


def check_right(user: Any, parent: PortalPage) -> None:
    """Raises RefusedError when `user` may not add a page below `parent`."""
    if not may_add(user, parent):
        raise RefusedError(RefusalCode.NO_RIGHT, parent=parent.title)


def _is_meant(parent: PortalPage, wanted: str) -> bool:
    path = wanted.strip("/")
    return wanted == str(parent.pk) or path == parent.slug or parent.url_path.endswith(f"/{path}/")


def _takes(parent: PortalPage, wanted: str) -> bool:
    return any(fold(wanted) in _names(model) for model in types_below(parent))


def _names(model: Any) -> set[str]:
    name = model.__name__
    words = (model._meta.label, name, name.removesuffix("Page"), str(model._meta.verbose_name))
    return {fold(word) for word in words}
