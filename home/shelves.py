"""What the front pages show: short lists, each made with one or two queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.http import HttpRequest

from accounts.audience import Readers
from campaigns.models import CampaignIndexPage, CampaignPage, Milestone, PlanIndexPage
from honors.models import DecisionIndexPage, DecisionPage, HonoreeIndexPage, HonoreePage
from honors.models.decision import Award, with_award_count
from honors.models.honoree import for_cards
from news.models import NEWEST_FIRST, NewsIndexPage, NewsPage
from pages.late import row, this_day
from pages.menu import address_of
from pages.statement import Statement
from regulations.models import RegulationIndexPage

_STORIES = Statement(
    lambda readers, count: (
        NewsPage.objects.visible_to(readers)
        .for_cards()
        .without_pictures()
        .defer(None)
        .order_by(Case(When(pk=row("chosen"), then=Value(0)), default=Value(1)), *NEWEST_FIRST)[
            :count
        ]
    )
)
_CAMPAIGNS = Statement(
    lambda readers, count: (
        CampaignPage.objects.visible_to(readers)
        .defer("body")
        .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=this_day()))
        .order_by(F("ends_on").asc(nulls_last=True), "title")[:count]
    )
)
_DECISIONS = Statement(
    lambda readers, count: with_award_count(
        DecisionPage.objects.visible_to(readers).defer("body")
    ).order_by("-issued_on", "-pk")[:count]
)
_DATES = Statement(
    lambda readers, count: (
        Milestone.objects.filter(
            campaign__in=CampaignPage.objects.visible_to(readers), day__gte=this_day()
        )
        .select_related("campaign")
        .defer("campaign__body")
        .order_by("day")[:count]
    )
)


def _newest_honoured(readers: Readers, count: int) -> Any:
    """Profiles as cards with `award_on`, the newest first."""
    found = for_cards(HonoreePage.objects.visible_to(readers), readers)
    given = Award.objects.filter(honoree=OuterRef("pk"), decision__issued_on__isnull=False)
    seen = given.seen_by(readers).standing().order_by("-decision__issued_on")
    found = found.annotate(award_on=Subquery(seen.values("decision__issued_on")[:1]))
    newest = F("award_on").desc(nulls_last=True)
    return found.order_by(newest, "-first_published_at", "sort_name")[:count]


_HONOREES = Statement(_newest_honoured)


def lead_and_news(home: Any, request: HttpRequest, count: int) -> list[NewsPage]:
    """The lead story, then the `count` newest others, in full; `give_pictures` is for the caller.

    The lead is the story the editors chose if the reader may see it, else the newest one.
    """
    # No story has the number 0: without a choice the newest leads.
    chosen = home.lead_story_id or 0
    return _STORIES.rows(Readers.like(request.user), count + 1, chosen=chosen)


def latest_honorees(request: HttpRequest, count: int) -> list[HonoreePage]:
    """Profiles with highest award and `award_on`, the day of the newest one; newest first.

    `award_on` is None for a profile of which the reader may see no dated award. `give_pictures` is
    for the caller.
    """
    return _HONOREES.rows(Readers.like(request.user), count)


def running_campaigns(request: HttpRequest, count: int) -> list[CampaignPage]:
    """Campaigns that are not over, those that end first on top."""
    return _CAMPAIGNS.rows(Readers.like(request.user), count)


def latest_decisions(request: HttpRequest, count: int) -> list[DecisionPage]:
    """The newest decisions with `award_count`."""
    return _DECISIONS.rows(Readers.like(request.user), count)


def coming_dates(request: HttpRequest, count: int) -> list[Milestone]:
    """The next milestones of campaigns the reader may see."""
    return _DATES.rows(Readers.like(request.user), count)


def addresses_of_lists(request: HttpRequest) -> dict[str, str]:
    """Where the whole of each list stands, by what it lists; empty for one the reader has not."""
    lists = {
        "news": NewsIndexPage,
        "honorees": HonoreeIndexPage,
        "campaigns": CampaignIndexPage,
        "decisions": DecisionIndexPage,
        "plans": PlanIndexPage,
        "regulations": RegulationIndexPage,
    }
    return {name: address_of(model, request) for name, model in lists.items()}
