"""Lists of official documents by year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from pages.models import IntroducedIndexPage
from regulations.listing import year_filter, years_of


class DocumentIndexPage(IntroducedIndexPage):
    """A list of the documents of one type that the reader may see."""

    order: tuple[Any, ...] = ("-issued_on", "title")

    class Meta:
        abstract = True

    def documents(self, request: HttpRequest) -> Any:
        """All documents below this page that the reader may see."""
        (model,) = self.allowed_subpage_models()
        return model.objects.child_of(self).visible_to(request.user)

    def children_visible_to(self, request: HttpRequest) -> Any:
        """The documents as the table prints them, narrowed by `?nam=` when that is a year."""
        found = year_filter(self.documents(request), request).select_related("original")
        return found.order_by(*self.order).defer("body")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `years`, and `effect` on every listed document."""
        context = super().get_context(request, *args, **kwargs)
        context["years"] = years_of(self.documents(request))
        (model,) = self.allowed_subpage_models()
        model.attach_effects(context["page_obj"], timezone.localdate())
        return context
