"""What was asked is not kept for ever."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from search.desk.counted import AskedDay, AskedText, Verdict

DAYS_KEPT = 90


@transaction.atomic
def prune() -> int:
    """Delete counts and verdicts of more than DAYS_KEPT days ago, and words without counts.

    Returns how many rows went.
    """
    last = timezone.localdate() - dt.timedelta(days=DAYS_KEPT)
    gone = [model.objects.filter(day__lt=last).delete()[0] for model in (AskedDay, Verdict)]
    counted = AskedDay.objects.values("digest")
    return sum(gone) + AskedText.objects.exclude(digest__in=counted).delete()[0]
