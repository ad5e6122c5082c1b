"""The information pages that a new portal begins with; editors make them their own."""

from __future__ import annotations

import re
from pathlib import Path

from home.models import HomePage
from pages.models import InformationPage

TEXTS = Path(__file__).parent / "data" / "information"
# In the order of the foot; the first also stands in the main menu.
SLUGS = ("gioi-thieu", "lien-he", "tro-nang", "rieng-tu")
SHAPE = re.compile(r"<h1>(?P<title>.+?)</h1>\s*<p>(?P<lead>.+?)</p>\s*(?P<body>.+)", re.DOTALL)


def add_information(home: HomePage) -> list[InformationPage]:
    """Publish below `home` each shipped page that is not there yet; returns those made.

    A page of that address which editors changed or moved into draft is left as it is.
    """
    there = set(home.get_children().values_list("slug", flat=True))
    return [_add(home, slug) for slug in SLUGS if slug not in there]


def _add(home: HomePage, slug: str) -> InformationPage:
    text = SHAPE.fullmatch((TEXTS / f"{slug}.html").read_text(encoding="utf-8"))
    if text is None:
        raise ValueError(f"{slug}.html has no title, lead and text")
    page = InformationPage(
        title=text["title"],
        slug=slug,
        lead=text["lead"],
        search_description=text["lead"],
        body=[("paragraph", text["body"].strip())],
        show_in_menus=slug == SLUGS[0],
        live=False,
    )
    home.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    return page
