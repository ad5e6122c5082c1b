"""`manage.py rebuild`: make the derived rows of every published document anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from pages.models import PortalPage
from pages.page_cache.freshness import note_change
from regulations.derive import forget, rebuild
from regulations.models import DocumentRecord, OfficialDocument


class Command(BaseCommand):
    """Provisions, citations and records, page by page; safe to stop and to repeat."""

    help = "Makes provisions, citations and records of every published document anew."

    def handle(self, *args: Any, **options: Any) -> None:
        models = OfficialDocument.__subclasses__()
        published = PortalPage.objects.published_or_expired().type(*models)
        for record in DocumentRecord.objects.exclude(page__in=published):
            forget(record.page_id)
        for page in tqdm(
            published.specific(), desc=_("Official documents"), total=published.count()
        ):
            rebuild(page)
        note_change()
