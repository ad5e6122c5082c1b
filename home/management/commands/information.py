"""`manage.py information`: the shipped information pages, where a portal has none."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from home.information import add_information
from home.models import HomePage


class Command(BaseCommand):
    """Adds about, contact, accessibility and personal data; what is there stays as it is."""

    help = "Adds the information pages that the portal does not have yet."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        home = HomePage.objects.first()
        if home is None:
            raise CommandError(_("The portal has no home page yet."))
        for page in add_information(home):
            self.stdout.write(f"{page.title}: {page.url}")
