"""The honour wall: every profile the reader may see, and by what the wall is narrowed."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.audience import Readers
from honors.models.award_type import AwardType
from honors.models.decision import Award
from honors.models.honoree import HonoreePage, for_cards
from pages.menu import contact_address
from pages.models import IntroducedIndexPage
from pages.models.files import give_pictures
from pages.statement import Statement
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
        """Cards by level and name; the caller gives them their portraits."""
        return on_the_wall(self.profiles_asked_for(request), request.user)

    def page_of(self, request: HttpRequest) -> Any:
        """Adds `counts` by kind, whose sum spares the database counting the whole once more."""
        if request.GET:
            items = self.children_visible_to(request)
            counted = counted_by_kind(self.profiles_asked_for(request))
        else:
            readers = Readers.like(request.user)
            items = _FIRST.rows(readers, self.path, self.per_page)
            counted = _COUNTED.rows(readers, self.path)
        counts = dict.fromkeys(HonoreePage.Kind.values, 0) | dict(counted)
        page = self.page_from(items, request, sum(counts.values()))
        page.counts = counts
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what there is to choose from, `chosen`, `year`, `is_narrowed` and `contact_url`."""
        context = super().get_context(request, *args, **kwargs)
        give_pictures((context["page_obj"], "portrait"), *context["pictured"])
        readers = Readers.like(request.user)
        context["award_types"] = _AWARD_TYPES.rows(readers)
        context["levels"] = AwardType.Level.choices
        context["years"] = sorted(_YEARS.rows(readers), reverse=True)
        context["teams"] = sorted(_TEAMS.rows(readers, self.path), key=sort_key)
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


def on_the_wall(honorees: Any, user: Any) -> Any:
    """Cards of `honorees` by level and name; `give_pictures` is for the caller."""
    return for_cards(honorees, user).order_by(HIGHEST_LEVEL_FIRST, "sort_name")


def counted_by_kind(honorees: Any) -> Any:
    """How many of `honorees` are persons and how many are collectives: (kind, number)."""
    return honorees.order_by().values_list("kind").annotate(Count("pk"))


def _profiles(readers: Readers, wall: str) -> Any:
    """All profiles below the wall at this path of the tree that `readers` may see."""
    return HonoreePage.objects.children_at(wall).visible_to(readers)


def _awards(readers: Readers) -> Any:
    """The awards of profiles."""
    return Award.objects.seen_by(readers).standing().filter(honoree__isnull=False)


def _years(readers: Readers) -> Any:
    """The years in which the decisions behind awards were issued."""
    found = _awards(readers).order_by().filter(decision__issued_on__isnull=False)
    return found.values_list("decision__issued_on__year", flat=True).distinct()


def _teams(readers: Readers, wall: str) -> Any:
    """The teams and organizations of profiles, each once."""
    named = _profiles(readers, wall).order_by().annotate(team=TEAM).filter(team__gt="")
    return named.values_list("team", flat=True).distinct()


# The whole wall from its start, which most ask for, and what there is to choose from.
_FIRST = Statement(
    lambda readers, wall, most: on_the_wall(_profiles(readers, wall), readers)[:most]
)
_COUNTED = Statement(lambda readers, wall: counted_by_kind(_profiles(readers, wall)))
_AWARD_TYPES = Statement(
    lambda readers: AwardType.objects.filter(awards__in=_awards(readers)).distinct()
)
_YEARS, _TEAMS = Statement(_years), Statement(_teams)


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
