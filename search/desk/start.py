"""What the desk listens to."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_migrate, post_save

from honors.models import Consent
from search.desk.models import PinnedAnswer
from search.desk.recording import forget
from search.desk.shipped import keep_shipped_rows


def start(app: Any) -> None:
    """Connect everything; called once by `SearchConfig.ready()`."""
    post_migrate.connect(keep_shipped_rows, sender=app, dispatch_uid="search-abbreviations")
    post_save.connect(forget_the_person, sender=Consent, dispatch_uid="search-forget")


def forget_the_person(sender: Any, instance: Consent, **kwargs: Any) -> None:
    """`post_save` of a consent: once withdrawn, nobody reads that the person was asked for.

    What is pinned to the person's page has the name in its questions and goes, too.

    Law 91/2025/QH15 on personal data: what rested on the consent goes with it.
    """
    if instance.withdrawn_at is not None:
        forget(instance.honoree.title)
        PinnedAnswer.objects.filter(page=instance.honoree_id).delete()
