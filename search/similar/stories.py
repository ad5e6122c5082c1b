"""Stories that tell of the same: whom, what, in which words. Deterministic, never hidden ones."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Case,
    CharField,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)

from accounts.audience import Readers
from honors.models import HonoreePage
from news.models import NEWEST_FIRST, NewsPage
from pages.late import Given, numbered, row, several
from pages.querysets import visible_rule
from pages.statement import Statement
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
    readers, is_story = Readers.like(user), isinstance(page, NewsPage)
    tied = _TIES.rows(readers, isinstance(page, HonoreePage), page=page.pk)
    found = [tie["page_id"] for tie in tied]
    if not found and not is_story:
        return []
    category = page.category if is_story and len(found) < MOST_SHOWN else ""
    given = {"page": page.pk, "category": category, **numbered("found", found)}
    return _STORIES.rows(readers, len(found), bool(category), **given)


def _stories(readers: Readers, many: int, filled_up: bool) -> Any:
    """So many stories found, the likest first; filled up with the newest of a section."""
    found = several("found", many)
    wanted = Q(id__in=found) if found else Q()
    if filled_up:
        wanted |= Q(category=Given("category", CharField()))
    stories = NewsPage.objects.visible_to(readers).exclude(pk=row("page")).filter(wanted)
    places = [When(pk=pk, then=Value(number)) for number, pk in enumerate(found)]
    likest = [Case(*places, default=Value(LAST), output_field=IntegerField())] if places else []
    cards = stories.for_cards().without_pictures()
    return cards.order_by(*likest, *NEWEST_FIRST)[:MOST_SHOWN]


def _ties(readers: Readers, for_profile: bool) -> Any:
    """The stories that share most with a page; of the same weight the newest, then the last."""
    own = StoryTie.objects.filter(page=row("page"))
    weight = own.filter(key=OuterRef("key")).values("weight")
    shared = StoryTie.objects.filter(
        visible_rule(readers, "page"), key__in=own.values("key"), page__newspage__isnull=False
    ).exclude(page=row("page"))
    if for_profile:
        shared = shared.exclude(page__newspage__honorees=row("page"))
    ranked = (
        shared.annotate(own_weight=Subquery(weight))
        .values("page_id")
        .annotate(total=Sum("own_weight"), day=Max("page__newspage__published_on"))
        .filter(total__gte=LEAST_WEIGHT)
        .order_by("-total", F("day").desc(), "-page_id")
    )
    return ranked[:MOST_SHOWN]


_TIES, _STORIES = Statement(_ties), Statement(_stories)
