"""The index: one row per passage of a published page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage


class SearchEntry(models.Model):
    """A passage: an article of a document, or the whole of another page.

    Folded and exact columns hold tokens with a blank on either side, so that ` from ` finds whole
    words only. Who may see an entry is decided by its page, never here.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=40, db_index=True)
    position = models.PositiveIntegerField(default=0)
    anchor = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    cited_keys = models.TextField(blank=True)
    folded_title = models.TextField(blank=True)
    folded_body = models.TextField(blank=True)
    exact_title = models.TextField(blank=True)
    exact_body = models.TextField(blank=True)
    length = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("search entry")
        constraints = [
            models.UniqueConstraint(fields=["page", "position"], name="unique_search_position")
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.label}".strip()
