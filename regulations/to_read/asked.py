"""Which documents somebody is asked to read, and how far the reading of a document has come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from accounts.audience import Audience, Readers, circles_of, groups_of
from accounts.models import User
from pages.querysets import visible_rule
from regulations.effect import EffectStatus
from regulations.effect_query import effect_case
from regulations.models import Acknowledgement, DocumentRecord


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those who are asked to read a document have confirmed it."""

    given: int
    asked: int

    @property
    def percent(self) -> int:
        """0 to 100, never 100 before the last one."""
        return self.given * 100 // self.asked if self.asked else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page of a document asks of a reader; given_at: None before they confirmed.

    text: the words that are shown, see `Acknowledgement`; has_changed: since they confirmed.
    """

    due: dt.date
    share: Share
    text: str
    given_at: dt.datetime | None = None
    has_changed: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the day has passed."""
        return self.due < timezone.localdate()

    @property
    def waits(self) -> bool:
        """Whether there is something to confirm."""
        return self.given_at is None or self.has_changed


def is_asked(user: Any) -> bool:
    """Whether `user` is of the staff; an administrator in no group reads all and is asked nothing.

    At most one query per user object.
    """
    return bool(user.is_authenticated) and Audience.STAFF in circles_of(user)


def required(user: Any) -> QuerySet[DocumentRecord]:
    """Records of what `user` is asked to read, with `given_at` and `read_text`: what waits first.

    Documents that are no longer in force are not asked for.
    """
    if not is_asked(user):
        return DocumentRecord.objects.none()
    mine = Acknowledgement.objects.filter(page=OuterRef("page"), reader=user)
    return (
        still_asked(Readers(circles_of(user)))
        .annotate(
            given_at=Subquery(mine.values("given_at")[:1]),
            read_text=Subquery(mine.values("text")[:1]),
        )
        .order_by(F("given_at").asc(nulls_first=True), "acknowledge_by", "page")
    )


def still_asked(readers: Any) -> QuerySet[DocumentRecord]:
    """Records of the documents in force that staff must read, as far as `readers` may see them."""
    found = DocumentRecord.objects.filter(
        visible_rule(readers, "page"), acknowledge_by__isnull=False
    )
    told = found.annotate(told=effect_case(timezone.localdate()))
    return (
        told.exclude(told=EffectStatus.EXPIRED.value)
        .select_related("page")
        .defer("problems", "context")
        .order_by("acknowledge_by", "page")
    )


def readers_asked(audience: str) -> QuerySet[User]:
    """The active accounts of those whom a document for `audience` concerns."""
    memberships = User.groups.through.objects.filter(
        user=OuterRef("pk"), group__name__in=groups_of(audience)
    )
    return User.objects.filter(Exists(memberships), is_active=True)


def share_of(record: DocumentRecord) -> Share:
    """How far the reading of a document is. One query."""
    given = Acknowledgement.objects.filter(page=record.page_id, reader=OuterRef("pk"))
    told = readers_asked(record.audience).aggregate(
        asked=Count("pk"), given=Count("pk", filter=Exists(given))
    )
    return Share(told["given"], told["asked"])
