"""Who works at the search desk: administrators, and the groups to which they give the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from accounts.audience import Audience, audiences_of

RIGHT = "search.use_desk"


def works_at_desk(user: Any) -> bool:
    """Whether `user` may open the desk."""
    return bool(user.has_perm(RIGHT))


def at_the_desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views below the admin: raises PermissionDenied for others."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_at_desk(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return asked


class StandIn:
    """Somebody of a circle of readers, through whose eyes a search is looked at."""

    is_authenticated = is_active = True
    is_anonymous = is_superuser = is_staff = False
    pk = id = None
    GROUPS = {
        Audience.PUBLIC: frozenset[str](),
        Audience.STAFF: frozenset({"Staff"}),
        Audience.COUNCIL: frozenset({"Staff", "Council"}),
    }

    def __init__(self, audience: str) -> None:
        self.is_authenticated = audience != Audience.PUBLIC
        self.group_names = self.GROUPS[Audience(audience)]

    def has_perm(self, *args: Any) -> bool:
        """No right in the admin."""
        return False


def stand_in(audience: str, user: Any) -> StandIn:
    """A reader of this circle, or of the widest one when `user` does not belong to it."""
    return StandIn(audience if audience in audiences_of(user) else Audience.PUBLIC)
