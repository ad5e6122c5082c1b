"""Documents of the sample site: read from the files that the project ships, never retyped."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accounts.audience import Audience
from campaigns.models import PlanIndexPage, PlanPage
from organizations.models import Organization
from regulations.intake import draft_from_file
from regulations.models import RegulationIndexPage, RegulationPage

DOCUMENTS = Path(__file__).parent / "documents"
Progress = Callable[[], Any]


def add_plan(index: PlanIndexPage, progress: Progress) -> PlanPage:
    """The real plan of the school, published for staff, its oddities kept."""
    school = Organization.objects.named("Trường Mầm non Yên Hoà").first()
    page = draft_from_file(DOCUMENTS / "plan-yen-hoa-2025.txt", index, PlanPage)
    page.title = "Kế hoạch công tác Thi đua - Khen thưởng năm 2025"
    page.slug = "thi-dua-khen-thuong-2025"
    page.issuer = school
    page.issuer_as_printed = page.issuer_as_printed or school.name
    page.period_from, page.period_to = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    progress()
    return page


def add_statutes(index: RegulationIndexPage, progress: Progress) -> None:
    """The statutes that the project ships, with the dates that `statutes.json` cites."""
    for row in json.loads((DOCUMENTS / "statutes.json").read_text(encoding="utf-8")):
        page = draft_from_file(DOCUMENTS / "statutes" / row["file"], index, RegulationPage)
        for name, value in row["facts"].items():
            is_day = name.endswith("_on") and value
            setattr(page, name, dt.date.fromisoformat(value) if is_day else value)
        page.issuer = Organization.objects.named(row["issuer"]).first()
        page.issuer_as_printed = page.issuer_as_printed or row["issuer"]
        page.audience = Audience.STAFF
        page.save_revision().publish(skip_permission_checks=True)
        progress()
