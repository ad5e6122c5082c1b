"""Lists of official documents by year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from pages.models import IntroducedIndexPage
from regulations.day_asked import day_asked, without_day
from regulations.effect_query import status_asked_for, status_choices, with_effect
from regulations.listed import NEWEST_FIRST, Listed, issued_by
from regulations.listing import year_asked_for
from regulations.models.derived import DocumentRecord


class DocumentIndexPage(IntroducedIndexPage):
    """A list of the documents of one type that the reader may see."""

    feed_filters = ("nam", "loai", "hieu-luc", "ngay")

    class Meta:
        abstract = True

    def records(self, request: HttpRequest) -> Any:
        """The records of all documents below this page that the reader may see."""
        return DocumentRecord.objects.filter(parent=self.pk).seen_by(request.user)

    def narrowed(self, request: HttpRequest) -> Any:
        """The records, narrowed by `?nam=`, `?hieu-luc=` and `?ngay=`.

        As of a day that was asked, what was issued later is not in the list.
        """
        found, year = self.records(request), year_asked_for(request)
        if year is not None:
            found = found.filter(year=year)
        asked, status = day_asked(request), status_asked_for(request)
        if asked.is_asked:
            found = found.filter(issued_by(asked.day))
        if status is not None:
            found = with_effect(found, status, asked.day, record="")
        return found.order_by(*NEWEST_FIRST)

    def pages(self, request: HttpRequest) -> Any:
        """The pages with what the table prints of them; which of them the records say."""
        (model,) = self.allowed_subpage_models()
        return model.objects.visible_to(request.user).select_related("original").defer("body")

    def children_visible_to(self, request: HttpRequest) -> Listed:
        """The documents as the table prints them, newest first."""
        return Listed(self.narrowed(request), self.pages(request))

    def newest_for_feed(self, request: HttpRequest, most: int) -> list[Any]:
        return self.children_visible_to(request).order_by("-published_at", "-page")[:most]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `years`, `types` (value, label), `statuses`, the day `asked`, and `effect` then."""
        context = super().get_context(request, *args, **kwargs)
        asked = context["asked"] = day_asked(request)
        context["statuses"], context["status"] = status_choices(), status_asked_for(request)
        rows = self.records(request).order_by().values_list("year", "document_type").distinct()
        facets = list(rows)
        context["years"] = sorted({year for year, _ in facets if year}, reverse=True)
        context["types"] = self.types_to_choose({kind for _, kind in facets})
        context["without_day"] = without_day(request)
        (model,) = self.allowed_subpage_models()
        model.attach_effects(context["page_obj"], asked.day)
        return context

    def types_to_choose(self, used: set[str]) -> list[tuple[str, str]]:
        """The types (value, label) that the list can be narrowed by: here none."""
        return []
