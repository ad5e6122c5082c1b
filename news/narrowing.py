"""How the list of the news is narrowed: by section, tag, time and campaign, all in its address."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from campaigns.models import CampaignPage
from news.models.category import Category
from news.models.tags import PortalTag
from regulations.listing import FIRST_YEAR, LAST_YEAR, year_asked_for
from vietnamese import slugify

PARAMETERS = ("chuyen-muc", "the", "nam", "thang", "phong-trao")
MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice in words, and the address of the list without it."""

    kind: str
    name: str
    without: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was asked for; "" and None: everything. `tag` and `campaign` are slugs.

    A year wins over a month of another year: readers who choose another year mean that year.
    """

    category: str = ""
    tag: str = ""
    year: int | None = None
    month: dt.date | None = None
    campaign: str = ""

    @classmethod
    def asked_for(cls, request: HttpRequest) -> Narrowing:
        """`?chuyen-muc=`, `?the=`, `?nam=2026`, `?thang=2026-11`, `?phong-trao=`; nonsense asks
        for nothing."""
        category, year = request.GET.get("chuyen-muc", ""), year_asked_for(request)
        month = _month_of(request.GET.get("thang", ""))
        return cls(
            category=category if category in Category.values else "",
            tag=slugify(request.GET.get("the", "")[:LONGEST]),
            year=year,
            month=month if month and year in {None, month.year} else None,
            campaign=slugify(request.GET.get("phong-trao", "")[:LONGEST]),
        )

    def narrow(self, stories: Any, user: Any) -> Any:
        """Those of `stories` that were asked for; none for a campaign that `user` may not see."""
        if self.category:
            stories = stories.filter(category=self.category)
        if self.tag:
            stories = stories.filter(tagged_items__tag__slug=self.tag)
        if self.year:
            stories = stories.filter(published_on__year=self.year)
        if self.month:
            stories = stories.filter(
                published_on__year=self.month.year, published_on__month=self.month.month
            )
        if self.campaign:
            seen = CampaignPage.objects.visible_to(user).filter(slug=self.campaign)
            stories = stories.filter(campaign__in=seen)
        return stories

    def with_its_campaign(self, told: list[tuple[str, str]], user: Any) -> list[tuple[str, str]]:
        """Campaigns (slug, title) to choose from, and the chosen one if `user` may see it."""
        if not self.campaign or self.campaign in dict(told):
            return told
        seen = CampaignPage.objects.visible_to(user).filter(slug=self.campaign)
        return [*told, *seen.values_list("slug", "title")]

    def chips(self, request: HttpRequest, stories: Any, campaigns: dict[str, str]) -> list[Chip]:
        """What was chosen, by name.

        stories: those the reader may see, which alone give a tag its name. campaigns: titles by
        slug. What has no name for this reader is called as it was asked for.
        """
        named = [
            ("chuyen-muc", _("Category"), dict(Category.choices).get(self.category, "")),
            ("the", _("Tag"), self._tag_name(stories)),
            ("nam", _("Year"), f"{self.year}" if self.year else ""),
            ("thang", _("Month"), f"{self.month:%m/%Y}" if self.month else ""),
            ("phong-trao", _("Campaign"), campaigns.get(self.campaign, self.campaign)),
        ]
        return [
            Chip(kind, str(name), f"?{query_without(request, parameter)}".rstrip("&"))
            for parameter, kind, name in named
            if name
        ]

    def _tag_name(self, stories: Any) -> str:
        if not self.tag:
            return ""
        used = PortalTag.objects.filter(slug=self.tag, news__content_object__in=stories)
        return str(used.values_list("name", flat=True).first() or self.tag)


def query_without(request: HttpRequest, parameter: str) -> str:
    """What else narrows the list, ready for `?{prefix}chuyen-muc=su-kien`; without page number."""
    kept = request.GET.copy()
    for name in list(kept):
        if name == parameter or name not in PARAMETERS or not kept[name]:
            del kept[name]
    encoded = kept.urlencode()
    return f"{encoded}&" if encoded else ""


def _month_of(text: str) -> dt.date | None:
    found = MONTH.fullmatch(text)
    if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return None
    return dt.date(int(found["year"]), int(found["month"]), 1)
