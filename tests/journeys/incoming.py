"""Files that came in, in each state that the intake screen can show, for the eyes of axe."""

from __future__ import annotations

import datetime as dt
import tempfile
import uuid
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import timezone

from regulations.intake import discard, read_waiting, receive
from regulations.models import IntakeFile
from tests.regulations.intake.samples import PLAN, plan_text, plans

SCREEN = "/quan-tri/nhap-van-ban/"
DAMAGED = b"PK\x03\x04" + b"\x00" * 200
FILES = {
    # A number written by hand, as forms print it.
    "ke-hoach-chua-co-so.txt": plan_text(number="      /KH-MNHS").encode(),
    "ke-hoach-du.txt": plan_text(number="15/KH-MNHS").encode(),
    "da-co.txt": plan_text(number="15/KH-MNHS").encode() + b"\n",
    "bo-di.txt": b"",
    "hong.docx": DAMAGED,
    "dang-doc.txt": plan_text(number="16/KH-MNHS").encode(),
}


def incoming(user: Any) -> dict[str, str]:
    """Bring the files in; returns addresses by name."""
    rows = {name: bring(name, content, user) for name, content in FILES.items()}
    being_read(rows["dang-doc.txt"])
    read_waiting()
    for row in rows.values():
        row.refresh_from_db()
    draft = rows["ke-hoach-chua-co-so.txt"]
    IntakeFile.objects.filter(pk=draft.pk).update(
        conversions=[{"encoding": "tcvn3", "before": "KÕ ho¹ch", "after": "Kế hoạch"}]
    )
    discard(rows["bo-di.txt"])
    return {
        "incoming": SCREEN,
        "discard": reverse("intake:discard", args=[rows["da-co.txt"].pk]),
        "draft of a file": reverse("wagtailadmin_pages:edit", args=[draft.page_id]),
        "pages of a file": reverse("intake:pages", args=[draft.pk]),
    }


def bring(name: str, content: bytes, user: Any) -> IntakeFile:
    """Receive a file for the list of plans."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return receive(path, name, parent=plans(), page_type=PLAN, user=user)


def being_read(row: IntakeFile) -> None:
    """Held by a reader that never comes back, so that the screen shows it so."""
    IntakeFile.objects.filter(pk=row.pk).update(
        state=IntakeFile.State.READING,
        lease=uuid.uuid4(),
        leased_until=timezone.now() + dt.timedelta(days=1),
    )
