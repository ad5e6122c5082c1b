"""Stories that tell of the same: whom, what, in which words. Deterministic, never hidden ones."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, F, IntegerField, Max, OuterRef, Q, Subquery, Sum, Value, When

from honors.models import HonoreePage
from news.models import NEWEST_FIRST, NewsPage
from pages.querysets import visible_rule
from search.similar.models import StoryTie

MOST_SHOWN = 3
# What two stories must have in common, on the scale of `search.similar.ties`.
LEAST_WEIGHT = 200
LAST = 99


def related_stories(page: Any, user: Any) -> list[NewsPage]:
    """Up to MOST_SHOWN stories like the story or profile `page`, the likest first; two queries.

    A story with fewer is filled up with the newest of its section; beside a profile stand no
    stories that tell of it: these have their own place. Their pictures are for the caller to give.
    """
    found = _tied(page, user)
    wanted = Q(pk__in=found)
    if isinstance(page, NewsPage) and len(found) < MOST_SHOWN:
        wanted |= Q(category=page.category)
    if not found and not isinstance(page, NewsPage):
        return []
    stories = NewsPage.objects.visible_to(user).exclude(pk=page.pk).filter(wanted)
    cards = stories.for_cards().without_pictures()
    return list(cards.order_by(*_likest_first(found), *NEWEST_FIRST)[:MOST_SHOWN])


def _likest_first(found: list[int]) -> list[Case]:
    """The order of `found`, then all others; nothing where none was found."""
    places = [When(pk=pk, then=Value(number)) for number, pk in enumerate(found)]
    if not places:
        return []
    return [Case(*places, default=Value(LAST), output_field=IntegerField())]


def _tied(page: Any, user: Any) -> list[int]:
    """The stories that share most with `page`; of the same weight the newest, then the last."""
    own = StoryTie.objects.filter(page=page.pk)
    weight = own.filter(key=OuterRef("key")).values("weight")
    shared = StoryTie.objects.filter(
        visible_rule(user, "page"), key__in=own.values("key"), page__newspage__isnull=False
    ).exclude(page=page.pk)
    if isinstance(page, HonoreePage):
        shared = shared.exclude(page__newspage__honorees=page.pk)
    ranked = (
        shared.annotate(own_weight=Subquery(weight))
        .values("page_id")
        .annotate(total=Sum("own_weight"), day=Max("page__newspage__published_on"))
        .filter(total__gte=LEAST_WEIGHT)
        .order_by("-total", F("day").desc(), "-page_id")
    )
    return [row["page_id"] for row in ranked[:MOST_SHOWN]]
