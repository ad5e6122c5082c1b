"""What the staff desk tells: the reader's own tasks first, then what is new and what comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.moderation.rounds import Rounds, rounds_of
from pages.querysets import visible_rule
from regulations.effect import EffectStatus
from regulations.effect_query import effect_case
from regulations.models import DocumentRecord
from regulations.review.reasons import MOST_COUNTED, counts_of
from regulations.review.views import PARAMETER
from regulations.to_read.asked import required
from regulations.to_read.lines import Line, lines_of

DOCUMENTS_SHOWN, ROUNDS_SHOWN = 6, 5
# What waits comes first: of so many lines the desk shows the first, counts what waits, and knows
# whether anything was ever asked.
MOST_TO_READ, TO_READ_SHOWN = 50, 5
ADMIN = "wagtailadmin.access_admin"


@dataclass(frozen=True, slots=True)
class Counter:
    """A number that leads to what it counts; `more`: there are at least so many."""

    count: int
    label: str
    url: str
    more: bool = False


class ShownEffect(NamedTuple):
    """The state of a document as `components/status.html` prints it."""

    status: EffectStatus
    label: str


@dataclass(frozen=True, slots=True)
class ReadingTasks:
    """What a reader was asked to read and has, or has not, confirmed; the nearest day first."""

    lines: list[Line]

    @property
    def waiting(self) -> list[Line]:
        """What is still to be read."""
        return [line for line in self.lines if line.given_at is None]

    @property
    def shown(self) -> list[Line]:
        """The first of them."""
        return self.waiting[:TO_READ_SHOWN]


def reading_tasks(user: Any) -> ReadingTasks:
    """Those of `user`; one query, none for a reader who is not asked."""
    return ReadingTasks(lines_of(required(user)[:MOST_TO_READ]))


def works_in_admin(user: Any) -> bool:
    """Whether `user` writes, reviews or approves: others have no tasks of that kind."""
    return bool(user.has_perm(ADMIN))


def new_documents(user: Any) -> list[DocumentRecord]:
    """Records of the documents published last, whatever their kind, with `effect` of today.

    One query.
    """
    today = timezone.localdate()
    seen = DocumentRecord.objects.filter(visible_rule(user, "page"))
    told = seen.select_related("page").annotate(told=effect_case(today))
    records = list(told.order_by("-published_at", "-page")[:DOCUMENTS_SHOWN])
    for record in records:
        status = EffectStatus(record.told)
        record.effect = ShownEffect(status, str(status.label))
    return records


def to_review(user: Any, day: dt.date) -> list[Counter]:
    """The reasons of the review queue that have lines for `user`. One query."""
    address = reverse("regulations:review")
    return [
        Counter(
            min(count, MOST_COUNTED),
            str(reason.label),
            f"{address}?{PARAMETER}={reason.code}",
            count > MOST_COUNTED,
        )
        for reason, count in counts_of(user, day)
        if count
    ]


def tasks_of(request: HttpRequest) -> dict[str, Any]:
    """`works`, `rounds` and `review` of the reader; two queries, none for those without tasks."""
    user = request.user
    works = works_in_admin(user)
    rounds = rounds_of(user) if works else Rounds()
    review = to_review(user, timezone.localdate()) if works else []
    return {"works": works, "rounds": rounds, "review": review, "rounds_shown": ROUNDS_SHOWN}


def counters_of(reading: ReadingTasks, rounds: Rounds, review: list[Counter]) -> list[Counter]:
    """The numbers on top of the desk, those that are not nought."""
    counters = (*_of_reading(reading), *_of_work(rounds, review))
    return [counter for counter in counters if counter.count]


def _of_reading(reading: ReadingTasks) -> Iterator[Counter]:
    waiting = reading.waiting
    over = sum(line.is_over for line in waiting)
    yield Counter(over, _("documents to be read are overdue"), "#can-doc")
    soon = sum(line.is_soon for line in waiting)
    yield Counter(soon, _("documents to be read within a week"), "#can-doc")


def _of_work(rounds: Rounds, review: list[Counter]) -> Iterator[Counter]:
    yield Counter(len(rounds.to_sign), _("texts wait for your approval"), "#cho-duyet")
    yield Counter(len(rounds.returned), _("texts came back to you"), "#tra-lai")
    lines = sum(counter.count for counter in review)
    more = any(counter.more for counter in review)
    yield Counter(lines, _("remarks on documents to be reviewed"), "#ra-soat", more)
