"""Which documents somebody is asked to read, and how far the reading of a document has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from accounts.audience import Audience, Readers, circles_of, groups_of
from accounts.models import User
from pages.querysets import visible_rule
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
    """What the page of a document asks of a reader; given_at: None before they confirmed."""

    due: dt.date
    share: Share
    given_at: dt.datetime | None

    @property
    def is_over(self) -> bool:
        """Whether the day has passed."""
        return self.due < timezone.localdate()


def is_asked(user: Any) -> bool:
    """Whether `user` is of the staff; an administrator in no group reads all and is asked nothing.

    At most one query per user object.
    """
    return bool(user.is_authenticated) and Audience.STAFF in circles_of(user)


def required(user: Any) -> QuerySet[DocumentRecord]:
    """Records of what `user` is asked to read, with `given_at`: what waits first, by its day.

    Documents that are no longer in force are not asked for.
    """
    mine = Acknowledgement.objects.filter(page=OuterRef("page"), reader=user)
    found = still_asked(Readers(circles_of(user)))
    told = found.annotate(given_at=Subquery(mine.values("given_at")[:1]))
    ordered = told.order_by(F("given_at").asc(nulls_first=True), "acknowledge_by", "page")
    return ordered if is_asked(user) else ordered.none()


def still_asked(readers: Any) -> QuerySet[DocumentRecord]:
    """Records of the documents in force that staff must read, as far as `readers` may see them."""
    in_force = Q(ended_on__isnull=True) | Q(ended_on__gt=timezone.localdate())
    found = DocumentRecord.objects.filter(
        in_force, visible_rule(readers, "page"), acknowledge_by__isnull=False
    )
    return found.select_related("page").order_by("acknowledge_by", "page")


def readers_asked(audience: str) -> QuerySet[User]:
    """The active accounts of those whom a document for `audience` concerns."""
    groups = groups_of(audience)
    return User.objects.filter(is_active=True, groups__name__in=groups).distinct()


def asked_of(document: Any, user: Any) -> Asked | None:
    """For the page of `document`; None where nobody, or not this reader, is asked. One query."""
    if not document.acknowledge_by or not is_asked(user):
        return None
    of_it = Q(acknowledgements__page=document.pk)
    told = readers_asked(document.audience).aggregate(
        asked=Count("pk", distinct=True),
        given=Count("pk", filter=of_it, distinct=True),
        mine=Max("acknowledgements__given_at", filter=of_it & Q(pk=user.pk)),
    )
    return Asked(document.acknowledge_by, Share(told["given"], told["asked"]), told["mine"])


def shares_of(records: Iterable[DocumentRecord]) -> dict[int, Share]:
    """By page, how far each of `records` is. Two queries for each audience among them."""
    shares: dict[int, Share] = {}
    by_audience: dict[str, list[int]] = {}
    for record in records:
        by_audience.setdefault(record.audience, []).append(record.page_id)
    for audience, pages in by_audience.items():
        asked = readers_asked(audience)
        given = Acknowledgement.objects.filter(page__in=pages, reader__in=asked.values("pk"))
        counts = dict(given.values_list("page").annotate(count=Count("pk")))
        everybody = asked.count()
        shares |= {page: Share(counts.get(page, 0), everybody) for page in pages}
    return shares
