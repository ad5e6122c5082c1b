"""Those a story tells of, each with what decisions recognise of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Window

from accounts.audience import Readers
from honors.models import HonoreePage
from honors.models.decision import Award
from honors.models.honoree import for_cards
from pages.late import numbered, row, several
from pages.statement import Statement

# A story about one or two shows more of each than one about a whole school.
MOST_SHOWN, FEW = 12, 2
SHOWN_OF_FEW, SHOWN_OF_MANY = 3, 1


@dataclass(frozen=True, slots=True)
class Recognised:
    """An honoree with the newest awards, and how many more the profile holds."""

    honoree: HonoreePage
    awards: list[Award]
    more: int


def recognised(story: Any, user: Any, *, as_edited: bool = False) -> tuple[list[Recognised], int]:
    """The first MOST_SHOWN honorees of `story` that `user` may see, by name, with awards that
    stand; and how many more there are.

    Only awards of decisions that `user` may read. as_edited: those of a preview, which are not in
    the database yet. Two queries whatever their number; their portraits are for the caller
    to give.
    """
    readers = Readers.like(user)
    if as_edited:
        edited = [honoree.pk for honoree in story.honorees.all()]
        honorees = list(_cards(HonoreePage.objects.filter(pk__in=edited), readers))
    else:
        honorees = _CARDS.rows(readers, story=story.pk)
    given = _awards_of(honorees, readers)
    shown = SHOWN_OF_FEW if len(honorees) <= FEW else SHOWN_OF_MANY
    shelf = [
        Recognised(one, given[one.pk][:shown], max(0, len(given[one.pk]) - shown))
        for one in honorees
    ]
    return shelf, honorees[0].in_all - len(shelf) if shelf else 0


def _cards(honorees: Any, readers: Readers) -> Any:
    """The first of those that may be seen, each with the number of all."""
    cards = for_cards(honorees.visible_to(readers), readers)
    return cards.annotate(in_all=Window(Count("pk")))[:MOST_SHOWN]


_CARDS = Statement(
    lambda readers: _cards(HonoreePage.objects.filter(stories=row("story")), readers)
)
_AWARDS = Statement(
    lambda readers, many: (
        Award.objects.select_related("award_type", "decision")
        .defer("decision__body")
        .filter(honoree__id__in=several("honoree", many))
        .seen_by(readers)
        .standing()
        .order_by("-decision__issued_on", "award_type__rank")
    )
)


def _awards_of(honorees: list[HonoreePage], readers: Readers) -> dict[int, list[Award]]:
    """Newest first, by honoree."""
    found: dict[int, list[Award]] = {one.pk: [] for one in honorees}
    if found:
        for award in _AWARDS.rows(readers, len(found), **numbered("honoree", found)):
            found[award.honoree_id].append(award)
    return found
