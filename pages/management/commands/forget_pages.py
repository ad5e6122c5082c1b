"""`manage.py forget_pages`: the pages that are kept for visitors are made anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from pages.page_cache.freshness import forget


class Command(BaseCommand):
    """For what changed in another way than through the portal: by SQL, or new code."""

    help = "Makes the pages that are kept for visitors anew."

    def handle(self, *args: Any, **options: Any) -> None:
        forget()
