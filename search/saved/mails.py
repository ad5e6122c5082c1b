"""Mails about what is new in saved searches: only to those, and of that, which may be told now.

A mail is begun by noting a try at each of its finds, and ended by noting that it went out. If a run
is killed in between, nobody knows whether the mail left: the finds are tried once more, an hour
later, and then never again, so that no find is mailed more than twice. A mail server that refuses
uses up no try.
"""

from __future__ import annotations

import datetime as dt
import logging
import smtplib
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from pages.querysets import visible_rule
from search.saved.finds import may_be_told
from search.saved.models import NewFind, SavedSearch

SALT = "search.saved.stop"
# Nobody is woken: mails leave from seven in the morning on.
HOUR = 7
DAYS_BETWEEN = {SavedSearch.Alert.DAILY: 1, SavedSearch.Alert.WEEKLY: 7}
MOST_TRIES = 2
WAIT = dt.timedelta(hours=1)
MOST_IN_A_MAIL = 50
logger = logging.getLogger("search.saved")


def send_due(now: dt.datetime | None = None) -> int:
    """Write to everybody for whom something is due; returns how many mails went out.

    What fails for one is logged; the others get theirs.
    """
    now, count = now or timezone.now(), 0
    if timezone.localtime(now).hour < HOUR:
        return 0
    waiting = NewFind.objects.filter(mailed=False, saved__put_away_at=None)
    waiting = waiting.exclude(saved__alert=SavedSearch.Alert.NONE)
    users = get_user_model().objects.filter(pk__in=waiting.values("saved__user")).order_by("pk")
    for user in users:
        try:
            count += bool(user.email and may_be_told(user) and _write_to(user, now))
        except Exception:
            logger.exception("User %s was not told of saved searches", user.pk)
    return count


def _write_to(user: Any, now: dt.datetime) -> bool:
    """One mail about all that is due; False when there is nothing."""
    finds = _begin(user, now)
    if not finds:
        return False
    message = _message(user, finds)
    rows = NewFind.objects.filter(pk__in=[find.pk for find in finds])
    try:
        message.send()
    except (smtplib.SMTPException, OSError):
        rows.update(tries=F("tries") - 1)
        raise
    rows.update(mailed=True)
    told = {find.saved_id for find in finds}
    SavedSearch.objects.filter(pk__in=told).update(told_at=now)
    return True


def _begin(user: Any, now: dt.datetime) -> list[NewFind]:
    """The finds that are due, each with a try noted; another run that is at it has taken them."""
    due = [saved.pk for saved in user.saved_searches.on_shelf() if _is_due(saved, now)]
    waiting = _waiting(now).filter(saved__in=due).filter(visible_rule(user, "page"))
    newest = waiting.select_related("page").order_by("-found_at", "-pk")[:MOST_IN_A_MAIL]
    # A page that was moved out of the site has no address to write.
    chosen = [find.pk for find in newest if find.page.get_url_parts() is not None]
    # Who changes the row first has it: the other's condition no longer holds.
    taken = [
        pk
        for pk in chosen
        if _waiting(now).filter(pk=pk).update(tries=F("tries") + 1, tried_at=now)
    ]
    finds = NewFind.objects.filter(pk__in=taken).select_related("saved", "page")
    return list(finds.order_by("saved__name", "saved", "-found_at", "-pk"))


def _waiting(now: dt.datetime) -> QuerySet[NewFind]:
    at_rest = Q(tried_at=None) | Q(tried_at__lte=now - WAIT)
    return NewFind.objects.filter(at_rest, mailed=False, is_seen=False, tries__lt=MOST_TRIES)


def _is_due(saved: SavedSearch, now: dt.datetime) -> bool:
    if not saved.alert:
        return False
    last = timezone.localdate(saved.told_at or saved.created_at)
    return timezone.localdate(now) >= last + dt.timedelta(days=DAYS_BETWEEN[saved.alert])


def _message(user: Any, finds: list[NewFind]) -> EmailMessage:
    base = settings.WAGTAILADMIN_BASE_URL
    stop = f"{base}{reverse('search:saved_stop', args=[stop_token(user)])}"
    groups = [
        (saved, [(find.page.title, f"{base}{find.page.get_url_parts()[2]}") for find in group])
        for saved, group in groupby(finds, key=lambda find: find.saved)
    ]
    context = {
        "user": user,
        "groups": groups,
        "count": len({find.page_id for find in finds}),
        "list_url": f"{base}{reverse('search:saved')}",
        "search_url": f"{base}{reverse('search:search')}",
        "stop_url": stop,
    }
    subject = " ".join(render_to_string("search/saved/mail_subject.txt", context).split())
    body = render_to_string("search/saved/mail.txt", context).strip() + "\n"
    # RFC 8058: the mail program's own button; the address alone is enough for it.
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(subject, body, to=[user.email], headers=headers)


def stop_token(user: Any) -> str:
    """What stands in the address that ends all mails to `user`."""
    return signing.dumps({"u": user.pk}, salt=SALT)


def stops(token: str) -> int | None:
    """The number of the user whose mails this token ends; None for any other text."""
    try:
        return int(signing.loads(token, salt=SALT)["u"])
    except signing.BadSignature:
        return None


def stop(user_id: int) -> int:
    """No more mails to this user; returns how many saved searches were silenced."""
    noisy = SavedSearch.objects.filter(user=user_id).exclude(alert=SavedSearch.Alert.NONE)
    return noisy.update(alert=SavedSearch.Alert.NONE)
