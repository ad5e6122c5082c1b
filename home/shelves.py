"""What the front pages show: short lists, each made with one or two queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, F, Q, Value, When
from django.http import HttpRequest
from django.utils import timezone

from campaigns.models import CampaignIndexPage, CampaignPage, Milestone, PlanIndexPage
from honors.models import DecisionIndexPage, DecisionPage, HonoreeIndexPage, HonoreePage
from honors.models.decision import with_award_count
from honors.models.honoree import for_cards
from news.models import NEWEST_FIRST, NewsIndexPage, NewsPage
from pages.menu import address_of
from pages.models import PortalPage
from regulations.models import RegulationIndexPage


def lead_and_news(home: Any, request: HttpRequest, count: int) -> list[NewsPage]:
    """The lead story, then the `count` newest others, with their pictures.

    The lead is the story the editors chose if the reader may see it, else the newest one.
    """
    stories = NewsPage.objects.visible_to(request.user).for_cards()
    if home.lead_story_id:
        chosen_first = Case(When(pk=home.lead_story_id, then=Value(0)), default=Value(1))
        stories = stories.order_by(chosen_first, *NEWEST_FIRST)
    return list(stories[: count + 1])


def latest_honorees(request: HttpRequest, count: int) -> list[HonoreePage]:
    """The newest profiles, with portrait and highest award."""
    found = for_cards(HonoreePage.objects.visible_to(request.user), request.user)
    return list(found.order_by("-first_published_at", "sort_name")[:count])


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
