"""`manage.py prune_searches`: what was asked long ago leaves; so do saved searches put away."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from search.desk.pruning import prune
from search.saved.shelf import clear_away


class Command(BaseCommand):
    help = "Deletes the record of searches older than 90 days, and saved searches put away."

    def handle(self, *args: Any, **options: Any) -> None:
        count = prune() + clear_away()
        said = ngettext("%(count)d row deleted.", "%(count)d rows deleted.", count)
        self.stdout.write(said % {"count": count})
