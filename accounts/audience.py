"""For whom a page is, and which audiences a visitor belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

STAFF_GROUPS = frozenset({"Staff", "Editors", "Reviewers", "Approvers", "Council"})
COUNCIL_GROUPS = frozenset({"Reviewers", "Approvers", "Council"})


class Audience(models.TextChoices):
    """The three circles of readers, each within the one before."""

    PUBLIC = "public", _("Everyone")
    STAFF = "staff", _("Staff of the organization")
    COUNCIL = "council", _("Emulation and Commendation Council")


@dataclass(frozen=True, slots=True)
class Readers:
    """All who may read the same: for queries that are written once for all of them."""

    audiences: tuple[str, ...]

    @classmethod
    def like(cls, user: Any) -> Readers:
        """Those who may read what `user` may."""
        return cls(audiences_of(user))


def audiences_of(user: Any) -> tuple[str, ...]:
    """The audiences whose pages `user` (a User, AnonymousUser or Readers) may read.

    Group names are read once per user object: at most one query per request.
    """
    if isinstance(user, Readers):
        return user.audiences
    if not user.is_authenticated or not user.is_active:
        return (Audience.PUBLIC,)
    if user.is_superuser:
        return tuple(Audience.values)
    return circles_of(user)


def circles_of(user: Any) -> tuple[str, ...]:
    """The audiences that `user` belongs to by groups alone: a superuser reads more."""
    names = user.group_names
    allowed = [Audience.PUBLIC]
    if names & STAFF_GROUPS:
        allowed.append(Audience.STAFF)
    if names & COUNCIL_GROUPS:
        allowed.append(Audience.COUNCIL)
    return tuple(allowed)


def groups_of(audience: str) -> frozenset[str]:
    """Names of the groups whose members a text for `audience` concerns in their work."""
    return COUNCIL_GROUPS if audience == Audience.COUNCIL else STAFF_GROUPS
