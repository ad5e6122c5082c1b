"""`manage.py publish_scheduled`: what is due goes live, what expired leaves.

In place of Wagtail's command, which stops at the first page that fails and forgets its schedule.
"""

from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from pages.models import PortalPage
from pages.signal_handlers import report_failed_schedule

logger = logging.getLogger("pages")


class Command(BaseCommand):
    """Each page on its own; one that fails keeps its schedule and is reported."""

    help = "Publish what is due and unpublish what expired, each page on its own."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dryrun", action="store_true", help="Only say what would be done.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError, which ends with status 1, when a page failed."""
        failed = 0
        for page in expired_pages():
            self.stdout.write(_("Expired: %(title)s") % {"title": page.title})
            if not options["dryrun"]:
                failed += not unpublish(page)
        for revision in due_revisions():
            self.stdout.write(_("Due: %(title)s") % {"title": revision.object_str})
            if not options["dryrun"]:
                failed += not publish(revision)
        if failed:
            raise CommandError(
                _("%(count)d page(s) failed and stay scheduled; see the page history.")
                % {"count": failed}
            )


def expired_pages() -> Any:
    """Published pages past their expiry, the oldest first."""
    due = PortalPage.objects.filter(live=True, expire_at__lt=timezone.now())
    return list(due.order_by("expire_at"))


def due_revisions() -> list[Revision]:
    """Approved revisions whose time has come, the oldest first."""
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    return list(due.order_by("approved_go_live_at"))


def publish(revision: Revision) -> bool:
    """Whether the page went live; if not, the error is kept and the schedule stays."""
    try:
        with transaction.atomic():
            if still_due(revision):
                revision.publish(log_action="wagtail.publish.scheduled")
    except Exception as error:
        logger.exception("Scheduled publication of revision %s failed", revision.pk)
        report_failed_schedule(revision, error)
        return False
    return True


def still_due(revision: Revision) -> bool:
    """Locks the row: the clock of another server may be publishing it, or just has."""
    waiting = Revision.objects.select_for_update(of=("self",)).filter(pk=revision.pk)
    return waiting.filter(approved_go_live_at__isnull=False).exists()


def unpublish(page: PortalPage) -> bool:
    """Whether the page left; `visible_to` hides an expired page in any case."""
    try:
        with transaction.atomic():
            page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except Exception:
        logger.exception("Scheduled expiry of page %s failed", page.pk)
        return False
    return True
