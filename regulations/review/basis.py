"""Documents in force that rest on what is no longer in force, or will soon not be."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.querysets import visible_rule
from regulations.anchors import anchor_words
from regulations.effect_notice import printed
from regulations.models import Citation, DocumentRecord, Tie
from regulations.review.checks import not_checked
from regulations.review.reasons import Item, Reason

EXPIRED, EXPIRING = "basis-expired", "basis-expiring"
MOST_FACTS = 3
# Of so many bases, the last to end, the ties are put in order: more lines than anybody is shown.
MOST_BASES = 1000


def expired(user: Any, day: dt.date) -> QuerySet[Tie]:
    """Ties to one of the bases that ended last before `day` or on it, the latest first."""
    return _latest_first(_ties(user, day, EXPIRED, _ended(day)[:MOST_BASES]))


def expired_before(user: Any, day: dt.date) -> QuerySet[Tie]:
    """The same for all bases that had ended: they come when the latest are worked off."""
    return _latest_first(_ties(user, day, EXPIRED, _ended(day)))


def _ended(day: dt.date) -> QuerySet[DocumentRecord]:
    return DocumentRecord.objects.filter(ended_on__lte=day).order_by("-ended_on", "-page")


def _latest_first(ties: QuerySet[Tie]) -> QuerySet[Tie]:
    return ties.order_by("-target__record__ended_on", "-target__record__page", "-day", "page")


def expiring(user: Any, day: dt.date) -> QuerySet[Tie]:
    """Ties to a basis that ends within `REVIEW_AHEAD_DAYS` of `day`, the first to end first."""
    last = day + dt.timedelta(days=settings.REVIEW_AHEAD_DAYS)
    ending = DocumentRecord.objects.filter(ended_on__gt=day, ended_on__lte=last)
    ties = _ties(user, day, EXPIRING, ending)
    return ties.order_by("target__record__ended_on", "target__record__page", "-day", "page")


def _ties(user: Any, day: dt.date, code: str, bases: QuerySet[DocumentRecord]) -> QuerySet[Tie]:
    # By the keys of the bases: a database without statistics would walk through all ties.
    not_over = Q(page__record__ended_on__isnull=True) | Q(page__record__ended_on__gt=day)
    basis = Tie.objects.filter(anchor="", is_basis=True, target__in=bases.values("pk"))
    in_force = basis.filter(not_over, page__record__starts_on__lte=day)
    seen = in_force.filter(visible_rule(user, "page"), visible_rule(user, "target"))
    unchecked = seen.filter(not_checked(code, "page", "target"))
    return unchecked.select_related("page", "target__record")


def items(rows: list[Tie], user: Any, day: dt.date) -> list[Item]:
    """The lines of these ties. One query."""
    cited = _cited(rows)
    return [
        Item(
            page=tie.page,
            sentence=_sentence(tie.target.record, day),
            facts=cited[tie.page_id, tie.target_id][:MOST_FACTS],
            target=tie.target,
            until=tie.target.record.ended_on,
        )
        for tie in rows
    ]


def _sentence(record: Any, day: dt.date) -> str:
    words = {"basis": record.number or "", "day": printed(record.ended_on)}
    if record.ended_on <= day:
        return _("Its basis %(basis)s is no longer in force since %(day)s.") % words
    return _("Its basis %(basis)s will no longer be in force from %(day)s.") % words


def _cited(rows: list[Tie]) -> dict[tuple[int, int | None], list[tuple[str, str]]]:
    """(words, address in the citing document) of what each document cites of the basis."""
    found: dict[tuple[int, int | None], list[tuple[str, str]]] = defaultdict(list)
    citations = Citation.objects.filter(
        page__in=[tie.page_id for tie in rows], target__in=[tie.target_id for tie in rows]
    ).select_related("provision")
    for citation in citations.order_by("-cited_anchor", "pk"):
        part = anchor_words(citation.cited_anchor)
        words = f"{part} {citation.as_printed}" if part else citation.as_printed
        anchor = citation.provision.anchor if citation.provision else ""
        fact = (words, anchor)
        if fact not in found[citation.page_id, citation.target_id]:
            found[citation.page_id, citation.target_id].append(fact)
    return found


REASONS = (
    Reason(
        EXPIRED,
        1,
        gettext_lazy("Basis no longer in force"),
        gettext_lazy(
            "Documents in force whose legal basis has ended. See whether they still hold, and "
            "what they should rest on now."
        ),
        expired,
        items,
        otherwise=expired_before,
    ),
    Reason(
        EXPIRING,
        2,
        gettext_lazy("Basis ends soon"),
        gettext_lazy("Documents in force whose legal basis will end soon."),
        expiring,
        items,
    ),
)
