"""The honour wall: every profile the reader may see, and by what the wall is narrowed."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, Exists, F, OuterRef, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from honors.models.award_type import AwardType
from honors.models.decision import Award
from honors.models.honoree import HonoreePage, for_cards
from pages.menu import contact_address
from pages.models import IntroducedIndexPage
from regulations.listing import year_asked_for
from vietnamese import fold, slugify, sort_key

HIGHEST_LEVEL_FIRST = Case(
    *(When(award_level=level, then=Value(place)) for place, level in enumerate(AwardType.Level)),
    default=Value(len(AwardType.Level)),
)
# As readers see it; from the register where nothing is printed.
TEAM = Coalesce(NullIf(F("organization_as_printed"), Value("")), F("organization__name"))
# By what the wall is narrowed: what a template calls it, and the name in the address.
FILTERS = {
    "name": "ten",
    "year": "nam",
    "award_type": "danh-hieu",
    "level": "cap",
    "team": "don-vi",
    "kind": "loai",
}


class HonoreeIndexPage(IntroducedIndexPage):
    """The honour wall: every profile the reader may see, by title, year, kind and name."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["honors.HonoreePage"]
    per_page = 24
    # No feed: whoever withdraws consent must be gone from the memory of feed readers too.
    feed_filters = None

    class Meta:
        verbose_name = _("honour wall")
        verbose_name_plural = _("honour walls")

    def profiles_asked_for(self, request: HttpRequest) -> Any:
        """The profiles that the reader may see, narrowed by what the address holds (FILTERS).

        A kind or level that there is not narrows nothing; a team that there is not leaves none.
        """
        found = HonoreePage.objects.child_of(self).visible_to(request.user)
        kind = request.GET.get("loai", "")
        if kind in HonoreePage.Kind.values:
            found = found.filter(kind=kind)
        name = fold(given(request, "ten")).strip()
        if name:
            found = found.filter(folded_name__contains=name)
        team = given(request, "don-vi").strip()
        if team:
            found = found.annotate(team=TEAM).filter(team=team)
        narrowed = _awards_asked_for(request)
        if narrowed is not None:
            found = found.filter(Exists(narrowed.filter(honoree=OuterRef("pk"))))
        return found

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Cards by level and name."""
        found = for_cards(self.profiles_asked_for(request), request.user)
        return found.order_by(HIGHEST_LEVEL_FIRST, "sort_name")

    def page_of(self, request: HttpRequest, items: Any) -> Any:
        """Adds `counts` by kind, whose sum spares the database counting the whole once more."""
        counts = counts_by_kind(self.profiles_asked_for(request))
        paginator = Paginator(items, self.per_page)
        paginator.count = sum(counts.values())
        page = paginator.get_page(request.GET.get("trang"))
        page.counts = counts
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what there is to choose from, `chosen`, `year`, `is_narrowed` and `contact_url`."""
        context = super().get_context(request, *args, **kwargs)
        awards = Award.objects.seen_by(request.user).standing().filter(honoree__isnull=False)
        context["award_types"] = AwardType.objects.filter(awards__in=awards).distinct()
        context["levels"] = AwardType.Level.choices
        context["years"] = years_of_awards(awards)
        context["teams"] = teams_of(HonoreePage.objects.child_of(self).visible_to(request.user))
        context["kinds"] = HonoreePage.Kind.choices
        chosen = {name: request.GET.get(key, "") for name, key in FILTERS.items()}
        context["chosen"] = chosen
        context["year"] = year_asked_for(request)
        context["is_narrowed"] = any(chosen.values())
        context["contact_url"] = contact_address(request)
        return context


def given(request: HttpRequest, name: str) -> str:
    """What the address says under `name`, without what no database takes."""
    return request.GET.get(name, "")[:255].replace("\x00", " ")


def years_of_awards(awards: Any) -> list[int]:
    """The years in which the decisions behind `awards` were issued, newest first."""
    found = awards.order_by().filter(decision__issued_on__isnull=False)
    years = found.values_list("decision__issued_on__year", flat=True).distinct()
    return sorted(set(years), reverse=True)


def teams_of(honorees: Any) -> list[str]:
    """The teams and organizations of `honorees`, each once, in the order of the alphabet."""
    named = honorees.order_by().annotate(team=TEAM).filter(team__gt="")
    return sorted(named.values_list("team", flat=True).distinct(), key=sort_key)


def counts_by_kind(honorees: Any) -> dict[str, int]:
    """How many of `honorees` are persons and how many are collectives."""
    rows = honorees.order_by().values_list("kind").annotate(Count("pk"))
    return dict.fromkeys(HonoreePage.Kind.values, 0) | dict(rows)


def _awards_asked_for(request: HttpRequest) -> Any:
    """The awards that `?nam=`, `?danh-hieu=` and `?cap=` name, or None when none of them does."""
    narrowed: dict[str, Any] = {
        "decision__issued_on__year": year_asked_for(request),
        "award_type__code": slugify(request.GET.get("danh-hieu", "")[:60]),
    }
    level = request.GET.get("cap", "")
    if level in AwardType.Level.values:
        narrowed["award_type__level"] = level
    named = {field: value for field, value in narrowed.items() if value}
    return Award.objects.seen_by(request.user).standing().filter(**named) if named else None
