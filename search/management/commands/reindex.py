"""`manage.py reindex`: make the search index anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from pages.models import PortalPage
from search.index import rebuild


class Command(BaseCommand):
    """Page by page, each in its own transaction; safe to stop and to repeat."""

    help = "Makes the search index of every published page anew."

    def handle(self, *args: Any, **options: Any) -> None:
        total = PortalPage.objects.published().count()
        with tqdm(total=total, desc=_("Pages")) as bar:
            count = rebuild(bar.update)
        self.stdout.write(_("%(count)d passages are in the index.") % {"count": count})
