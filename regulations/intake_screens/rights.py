"""Who may bring files in, where to, and who may look at what came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from pages.models import PortalPage
from regulations.intake import parents_for, types_below
from regulations.models import IntakeFile, OfficialDocument


@dataclass(frozen=True, slots=True)
class Place:
    """Where drafts of one kind go: below `parent`, as pages of type `model`."""

    parent: PortalPage
    model: type[OfficialDocument]

    @property
    def key(self) -> str:
        """What the form sends: `12:campaigns.planpage`."""
        return f"{self.parent.pk}:{self.model._meta.label_lower}"

    @property
    def label(self) -> str:
        """The title of the parent, and the kind of page when the title does not say it."""
        kind = str(self.model._meta.verbose_name)
        title = self.parent.get_admin_display_title()
        return title if title.casefold() == kind.casefold() else f"{title} ({kind})"


def places_of(user: Any) -> list[Place]:
    """Where `user` may add an official document, in the order of the site's tree."""
    return [Place(parent, model) for parent in parents_for(user) for model in types_below(parent)]


def places_or_refusal(user: Any) -> list[Place]:
    """The places of `user`. Raises PermissionDenied for whoever may add no document anywhere."""
    places = places_of(user)
    if not places:
        raise PermissionDenied
    return places


def files_of(user: Any, places: list[Place]) -> Any:
    """What came in for the sections in which `user` may add documents (a queryset).

    Whoever writes in a section sees its drafts anyway; files of a section that is gone are left to
    those who brought them and to superusers.
    """
    if user.is_superuser:
        return IntakeFile.objects.all()
    sections = {place.parent.pk for place in places}
    return IntakeFile.objects.filter(Q(parent__in=sections) | Q(parent=None, user=user))


def may_see_original(row: IntakeFile, user: Any) -> bool:
    """Whether `user` works with the file: adds to its section, or edits or signs its draft."""
    return files_of(user, places_of(user)).filter(pk=row.pk).exists() or may_confirm(row, user)


def may_confirm(row: IntakeFile, user: Any) -> bool:
    """Whether `user` edits or signs the draft that was made from the file.

    The page of a row that was there already is not made from this file: its editors learn nothing.
    """
    if row.page is None or row.state != IntakeFile.State.DRAFTED:
        return False
    return row.page.permissions_for_user(user).can_edit()
