"""What was asked in a stretch of days, for those who keep the search."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from search.desk.counted import AskedDay, AskedText, Verdict

ASKED, NOT_FOUND, NOT_IT = "hoi-nhieu", "khong-thay", "khong-phai"
LISTS = {
    ASKED: _("Asked most"),
    NOT_FOUND: _("Not found"),
    NOT_IT: _("Not what was looked for"),
}
SHOWN, EXPORTED = 50, 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """A question: how often asked, how often without a result, what readers said of the first."""

    text: str
    asked: int
    not_found: int
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Of all questions of those days, those included whose words are not kept."""

    asked: int
    not_found: int
    yes: int
    no: int

    @property
    def found_percent(self) -> int | None:
        """Of a hundred questions, how many had a result; None without questions."""
        return round(100 * (self.asked - self.not_found) / self.asked) if self.asked else None


def totals(first: dt.date, last: dt.date) -> Totals:
    """The sums of the days from `first` to `last`."""
    counts = AskedDay.objects.filter(day__range=(first, last))
    said = Verdict.objects.filter(day__range=(first, last))
    sums = counts.aggregate(asked=Sum("asked", default=0), not_found=Sum("not_found", default=0))
    return Totals(**sums, **said.aggregate(yes=Sum("yes", default=0), no=Sum("no", default=0)))


def lines(which: str, first: dt.date, last: dt.date, most: int = SHOWN) -> list[Line]:
    """The questions of a list (ASKED, NOT_FOUND, NOT_IT), the weightiest first; three queries."""
    known = AskedText.objects.values("digest")
    model, weight = (Verdict, "no") if which == NOT_IT else (AskedDay, "asked")
    weight = "not_found" if which == NOT_FOUND else weight
    rows = model.objects.filter(day__range=(first, last), digest__in=known).values("digest")
    rows = rows.annotate(weight=Sum(weight)).filter(weight__gt=0).order_by("-weight", "digest")
    digests = [row["digest"] for row in rows[:most]]
    counted = _sums(AskedDay, first, last, digests, ("asked", "not_found"))
    said = _sums(Verdict, first, last, digests, ("yes", "no"))
    texts = dict(AskedText.objects.filter(digest__in=digests).values_list("digest", "text"))
    return [
        Line(texts[digest], *counted.get(digest, (0, 0)), *said.get(digest, (0, 0)))
        for digest in digests
    ]


def _sums(
    model: type, first: dt.date, last: dt.date, digests: list[str], names: tuple[str, str]
) -> dict[str, tuple[int, int]]:
    rows = model.objects.filter(day__range=(first, last), digest__in=digests).values("digest")
    summed = rows.annotate(first=Sum(names[0]), second=Sum(names[1]))
    return {row["digest"]: (row["first"], row["second"]) for row in summed}
