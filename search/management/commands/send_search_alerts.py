"""`manage.py send_search_alerts`: what is new in saved searches, and mails about it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from search.saved.finds import look_through_all
from search.saved.mails import send_due


class Command(BaseCommand):
    help = "Looks for new pages in saved searches and writes to those who asked for it."

    def handle(self, *args: Any, **options: Any) -> None:
        look_through_all()
        count = send_due()
        said = ngettext("%(count)d mail sent.", "%(count)d mails sent.", count)
        self.stdout.write(said % {"count": count})
