"""What is searched of the awarded list of a decision: a passage a row, as its page prints it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from honors.models import Award, Consent
from search.indexing.passage import Passage

ANCHOR = "khen-"


def awarded_rows(decision: Any) -> Iterator[Passage]:
    """The rows that everybody who reads the decision is shown, each under its recipient's name.

    What the decision takes back is left out: who may read of it depends on another decision.
    """
    rows = findable(Award.objects.filter(decision=decision.pk), timezone.localdate())
    for row in rows.select_related("award_type").order_by("sort_order", "pk"):
        told = (row.position, row.award_type.name, row.period, row.reason)
        body = "; ".join(text for text in told if text)
        yield Passage(row.recipient_name, body, f"{ANCHOR}{row.pk}")


def findable(awards: Any, day: dt.date) -> QuerySet[Award]:
    """Those of `awards` that stand, without people whose consent to a profile was taken back or
    is over and who gave no other.

    The decision keeps the name (decision 0004); the portal does not lead to it any more
    (Law 91/2025/QH15 on personal data).
    """
    given = Consent.objects.filter(honoree=OuterRef("honoree"))
    ended = given.filter(Q(withdrawn_at__isnull=False) | Q(valid_until__lte=day))
    return awards.standing().exclude(Exists(ended) & ~Exists(given.valid_on(day)))


def decisions_that_name(honoree_id: int) -> list[int]:
    """The decisions with a row that leads to this profile."""
    return _decisions(Award.objects.filter(honoree=honoree_id))


def decisions_taken_back_by(decision_id: int) -> list[int]:
    """The decisions of which this one takes an award back."""
    return _decisions(Award.objects.filter(revoked_by=decision_id))


def _decisions(awards: Any) -> list[int]:
    return list(awards.order_by("decision").values_list("decision", flat=True).distinct())
