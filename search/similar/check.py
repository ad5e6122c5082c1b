"""The screen on which staff see what of a text stands in the repository already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pages.models import PortalPage
from regulations.linked.desk import for_staff
from regulations.models import OfficialDocument
from search.similar.finder import Similar, similar_to_text
from search.similar.forms import CheckForm
from search.similar.side_by_side import Match, matches_between
from search.similar.stretches import LEAST_SHARE
from search.similar.texts import Text, slots_of, texts_by_page

PARAMETER = "trang"
MOST_SHOWN = 8
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Found:
    """A page alike, and the longest stretches that it shares with the text."""

    similar: Similar
    kind: str
    matches: list[Match]
    is_document: bool


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def check_copies(request: HttpRequest) -> HttpResponse:
    """The form; what is alike for a text that was sent, or for the page `?trang=` (its number).

    Nothing that is sent is kept. Raises Http404 for a page that the reader may not see.
    """
    context: dict[str, Any] = {"least": int(LEAST_SHARE * 100)}
    if request.method == "POST":
        form = CheckForm(request.POST, request.FILES)
        if form.is_valid():
            text = Text(form.cleaned_data["whole"])
            context |= {"found": _found(text, request.user), "words": len(text.tokens)}
    else:
        form = CheckForm()
        if request.GET.get(PARAMETER):
            page, text = _asked(request)
            found = _found(text, request.user, page.pk)
            context |= {"found": found, "words": len(text.tokens), "asked": page}
            context["asked_is_document"] = _is_document(page)
    return render(request, "search/similar/check.html", {**context, "form": form})


def _asked(request: HttpRequest) -> tuple[PortalPage, Text]:
    """The page whose number was asked for, and its words in the index."""
    number = request.GET[PARAMETER]
    pk = int(number) if number.isdecimal() and len(number) <= MOST_DIGITS else 0
    page = PortalPage.objects.visible_to(request.user).filter(pk=pk).first()
    if page is None:
        raise Http404
    return page, texts_by_page(slots_of([page.pk])).get(page.pk, Text(""))


def _found(text: Text, user: Any, except_page: int | None = None) -> list[Found]:
    alike = similar_to_text(text.text, user, except_page)[:MOST_SHOWN]
    there = texts_by_page(slots_of([one.page.pk for one in alike]))
    return [
        Found(
            one,
            one.page.type_name,
            matches_between(text, there[one.page.pk]),
            _is_document(one.page),
        )
        for one in alike
        if one.page.pk in there
    ]


def _is_document(page: PortalPage) -> bool:
    """Whether the two can be compared provision by provision."""
    return issubclass(page.specific_class, OfficialDocument)
