"""How old what was kept may be: a state of the content that every process reads from the database.

A change writes in the transaction that makes it, so that it counts when the act counts, and not at
all when the act is rolled back.
"""

from __future__ import annotations

import secrets

from django.db import connection, transaction
from django.utils import timezone

from pages.models import ContentChange

WRITER_BITS, TOKEN_BITS = 62, 48
# Names the writer on its connection.
_MINE = "portal_content_writer"
_NOTE = """
INSERT INTO pages_contentchange (writer, token) VALUES (%s, %s)
ON CONFLICT (writer) DO UPDATE SET token = excluded.token
"""
# The next page that ends of itself: its end makes another state without anybody's act.
_STATE = """
SELECT (SELECT SUM(token) FROM pages_contentchange),
(SELECT MIN(expire_at) FROM pages_portalpage WHERE expire_at > %s)
"""


def note_change() -> None:
    """Whatever was kept is out of date once the transaction that runs now is committed."""
    writer = getattr(connection, _MINE, None)
    if writer is None:
        writer = secrets.randbits(WRITER_BITS)
        setattr(connection, _MINE, writer)
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, [writer, secrets.randbits(TOKEN_BITS)])


def state() -> str:
    """The state of the content now, for comparison only: it changes with every noted change, when
    the next page expires, and at midnight. One query.

    Ask before the content is read: what is read later is as new as the state, or newer.
    """
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_STATE, [connection.ops.adapt_datetimefield_value(now)])
        changes, next_end = cursor.fetchone()
    return f"{changes} {next_end} {timezone.localdate(now)}"


def forget() -> None:
    """Out of date is everything, and the rows of writers that are gone leave.

    Rows of acts that run now stay, so that this waits for nobody.
    """
    with transaction.atomic():
        note_change()
        others = ContentChange.objects.exclude(writer=getattr(connection, _MINE))
        idle = others.select_for_update(skip_locked=True).values_list("pk", flat=True)
        ContentChange.objects.filter(pk__in=list(idle)).delete()
