"""`manage.py gather_static`: collectstatic, but only when something changed; and the 503 page."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.template.loader import get_template


class Command(BaseCommand):
    """Compares names, sizes and times with the last time; a second start costs no collecting."""

    help = "Collects, hashes and compresses the static files when they changed."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.STATIC_ROOT)
        stamp, state = folder / ".stamp", fingerprint()
        if not (stamp.exists() and stamp.read_text(encoding="ascii") == state):
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            stamp.write_text(state, encoding="ascii")
        # For a proxy to show while no server of the portal answers.
        pause = get_template("503.html").render()
        (folder / "503.html").write_text(pause, encoding="utf-8")


def fingerprint() -> str:
    """A digest over all static files' names, sizes and times of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}".encode())
    return digest.hexdigest()
