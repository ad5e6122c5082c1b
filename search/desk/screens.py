"""The desk in the admin: what was asked, and why a search answers as it does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.audience import Audience, audiences_of
from search.desk.models import Abbreviation
from search.desk.pruning import DAYS_KEPT
from search.desk.recording import DAYS, TIMES, flush_quietly
from search.desk.report import EXPORTED, LISTS, lines, totals
from search.desk.rights import at_the_desk, stand_in
from search.query import search
from search.request import read_request
from vietnamese import parse_date

STRETCHES = (7, 30, 90)
USUAL = 30
FIRST_YEAR, LONGEST_DAY = 2000, 10
LONGEST_SHORT = Abbreviation._meta.get_field("abbreviation").max_length


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that is, or is not, what is shown now."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days looked at, both included; error: a sentence when they were not understood."""

    first: dt.date
    last: dt.date
    error: str = ""

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """Both days."""
        return self.first, self.last

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def query(self) -> str:
        """As the address holds it."""
        return urlencode({"tu": self.first.isoformat(), "den": self.last.isoformat()})


def stretch_asked(given: QueryDict) -> Stretch:
    """`?tu=` and `?den=`: 2026-06-01 or 01/06/2026; else the last USUAL days."""
    today = timezone.localdate()
    usual = Stretch(today - dt.timedelta(days=USUAL - 1), today)
    texts = [given.get(name, "").strip() for name in ("tu", "den")]
    days = [_day(text) for text in texts]
    if any(text and day is None for text, day in zip(texts, days, strict=True)):
        error = _("Write days as 20/11/2026. Shown are the last %(days)d days.")
        return Stretch(usual.first, usual.last, error % {"days": USUAL})
    last = days[1] or today
    first = days[0] or last - dt.timedelta(days=USUAL - 1)
    return Stretch(min(first, last), max(first, last))


def _day(text: str) -> dt.date | None:
    """The day as typed; None for what is none, or lies before the first searches."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = parse_date(text) if len(text) <= LONGEST_DAY else None
    return day if day and day.year >= FIRST_YEAR else None


class Export(SpreadsheetExportMixin):
    """A list of questions as a spreadsheet."""

    list_export = ["text", "asked", "not_found", "yes", "no"]
    export_headings = {
        "text": gettext_lazy("Question"),
        "asked": gettext_lazy("Asked"),
        "not_found": gettext_lazy("Without result"),
        "yes": gettext_lazy("Was it"),
        "no": gettext_lazy("Was not it"),
    }

    def __init__(self, filename: str) -> None:
        self.export_filename = filename


@at_the_desk
@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What was asked: `?muc=` the list, `?tu=`, `?den=` the days, `?export=csv|xlsx` a file."""
    flush_quietly()
    which = request.GET.get("muc", "")
    which = which if which in LISTS else next(iter(LISTS))
    days = stretch_asked(request.GET)
    wanted = request.GET.get("export")
    if wanted in Export.FORMATS:
        rows = lines(which, days.first, days.last, EXPORTED)
        name = f"tim-kiem-{which}-{days.first:%Y%m%d}-{days.last:%Y%m%d}"
        return Export(name).as_spreadsheet(rows, wanted)
    context = {
        "which": which,
        "lists": _lists(which, days),
        "stretches": _stretches(which, days),
        "stretch": days,
        "rows": [(line, _acts(line.text)) for line in lines(which, days.first, days.last)],
        "totals": totals(days.first, days.last),
        "here": f"?muc={which}&{days.query}",
        "times": TIMES,
        "days": DAYS,
        "days_kept": DAYS_KEPT,
        **_frame(_("Search desk")),
    }
    return render(request, "search/desk/asked.html", context)


def _lists(which: str, days: Stretch) -> list[Choice]:
    return [
        Choice(str(label), f"?muc={name}&{days.query}", name == which)
        for name, label in LISTS.items()
    ]


def _stretches(which: str, days: Stretch) -> list[Choice]:
    today = timezone.localdate()
    found = [Stretch(today - dt.timedelta(days=count - 1), today) for count in STRETCHES]
    return [
        Choice(
            _("%(count)d days") % {"count": one.days},
            f"?muc={which}&{one.query}",
            one.bounds == days.bounds,
        )
        for one in found
    ]


def _acts(text: str) -> dict[str, str]:
    """The addresses of what can be done about a question.

    A long one is no short form, but may be what one stands for.
    """
    part = "abbreviation" if len(text) <= LONGEST_SHORT else "expansion"
    addresses = {
        "explain": ("search_desk:explain", "q"),
        "pin": ("search_pinnedanswer_modeladmin_create", "questions"),
        "abbreviation": ("search_abbreviation_modeladmin_create", part),
    }
    return {
        act: f"{reverse(name)}?{urlencode({parameter: text})}"
        for act, (name, parameter) in addresses.items()
    }


@at_the_desk
@require_safe
def explain(request: HttpRequest) -> HttpResponse:
    """Why a search answers as it does: `?q=` and the search page's filters, `?la=` as whom."""
    audiences = audiences_of(request.user)
    asked_as = request.GET.get("la", "")
    asked_as = asked_as if asked_as in audiences else Audience.PUBLIC
    given = request.GET.copy()
    given["giai-thich"] = "1"
    wanted = read_request(given, may_explain=True)
    found = search(wanted, stand_in(asked_as, request.user)) if wanted.text else None
    context = {
        "found": found,
        "query": wanted.text,
        "asked_as": asked_as,
        "readers": [(value, label) for value, label in Audience.choices if value in audiences],
        "pages": _pages(found, wanted.text, asked_as),
        "acts": _acts(wanted.text),
        **_frame(_("Why this answer"), inner=True),
    }
    return render(request, "search/desk/explain.html", context)


def _pages(found: Any, text: str, asked_as: str) -> list[Choice]:
    if found is None or found.pages < 2:
        return []
    near = range(max(1, found.number - 2), min(found.pages, found.number + 2) + 1)
    return [
        Choice(
            str(number),
            "?" + urlencode({"q": text, "la": asked_as, "trang": number}),
            number == found.number,
        )
        for number in near
    ]


def _frame(title: str, *, inner: bool = False) -> dict[str, Any]:
    """The head of a page of the desk."""
    steps = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if inner:
        steps.append({"url": reverse("search_desk:asked"), "label": _("Search desk")})
    return {
        "header_title": title,
        "header_icon": "search",
        "breadcrumbs_items": [*steps, {"url": "", "label": title}],
    }
