"""What the front pages show: short lists, each made with one or two queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.http import HttpRequest
from django.utils import timezone

from campaigns.models import CampaignIndexPage, CampaignPage, Milestone, PlanIndexPage
from honors.models import DecisionIndexPage, DecisionPage, HonoreeIndexPage, HonoreePage
from honors.models.decision import Award, with_award_count
from honors.models.honoree import for_cards
from news.models import NEWEST_FIRST, NewsIndexPage, NewsPage
from pages.menu import address_of
from pages.models import PortalPage
from regulations.models import RegulationIndexPage


def lead_and_news(home: Any, request: HttpRequest, count: int) -> list[NewsPage]:
    """The lead story, then the `count` newest others, in full; `give_pictures` is for the caller.

    The lead is the story the editors chose if the reader may see it, else the newest one.
    """
    stories = NewsPage.objects.visible_to(request.user).for_cards().defer(None)
    stories = stories.select_related(None).prefetch_related(None)
    if home.lead_story_id:
        chosen_first = Case(When(pk=home.lead_story_id, then=Value(0)), default=Value(1))
        stories = stories.order_by(chosen_first, *NEWEST_FIRST)
    return list(stories[: count + 1])


def latest_honorees(request: HttpRequest, count: int) -> list[HonoreePage]:
    """Profiles with highest award and `award_on`, the day of the newest one; newest first.

    `award_on` is None for a profile of which the reader may see no dated award. `give_pictures` is
    for the caller.
    """
    found = for_cards(HonoreePage.objects.visible_to(request.user), request.user)
    found = found.select_related(None).prefetch_related(None)
    given = Award.objects.filter(honoree=OuterRef("pk"), decision__issued_on__isnull=False)
    seen = given.seen_by(request.user).standing().order_by("-decision__issued_on")
    found = found.annotate(award_on=Subquery(seen.values("decision__issued_on")[:1]))
    newest = F("award_on").desc(nulls_last=True)
    return list(found.order_by(newest, "-first_published_at", "sort_name")[:count])


def running_campaigns(request: HttpRequest, count: int) -> list[CampaignPage]:
    """Campaigns that are not over, those that end first on top."""
    today = timezone.localdate()
    found = CampaignPage.objects.visible_to(request.user).defer("body")
    going_on = found.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    return list(going_on.order_by(F("ends_on").asc(nulls_last=True), "title")[:count])


def latest_decisions(request: HttpRequest, count: int) -> list[DecisionPage]:
    """The newest decisions with `award_count`."""
    found = DecisionPage.objects.visible_to(request.user).defer("body")
    return list(with_award_count(found).order_by("-issued_on", "-pk")[:count])


def latest(model: Any, request: HttpRequest, count: int) -> list[Any]:
    """The pages of a document type published last."""
    found = model.objects.visible_to(request.user).defer("body")
    return list(found.order_by("-last_published_at")[:count])


def counters(request: HttpRequest, models: list[Any]) -> list[dict[str, Any]]:
    """`{label, count}` per page type that the reader may see. One query."""
    visible = PortalPage.objects.visible_to(request.user).order_by()
    rows = visible.values_list("content_type__model").annotate(Count("pk"))
    found = dict(rows)
    return [
        {
            "label": str(model._meta.verbose_name_plural),
            "count": found.get(model._meta.model_name, 0),
            "model": model._meta.model_name,
        }
        for model in models
    ]


def coming_dates(request: HttpRequest, count: int) -> list[Milestone]:
    """The next milestones of campaigns the reader may see."""
    visible = CampaignPage.objects.visible_to(request.user)
    coming = Milestone.objects.filter(campaign__in=visible, day__gte=timezone.localdate())
    return list(coming.select_related("campaign").order_by("day")[:count])


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
