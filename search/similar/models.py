"""What is kept of published pages to find those alike: signatures, and ties of stories."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage


class SignatureValue(models.Model):
    """One value of the signature of a page's words (`search.similar.shingles`)."""

    pk = models.CompositePrimaryKey("value", "page_id")
    value = models.BigIntegerField()
    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="signature_values")

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = "search_signature"
        verbose_name = _("value of a signature")

    def __str__(self) -> str:
        return f"{self.page_id} {self.value}"


class StoryTie(models.Model):
    """What a story or a profile tells of, and how much it says when another tells of it, too.

    key: "h:12" (honoree), "c:5" (campaign), "t:7" (tag), "w:vuon_rau" (a rare pair of words).
    weight: whole, so that sums are the same on every database.
    """

    pk = models.CompositePrimaryKey("key", "page_id")
    key = models.CharField(max_length=100)
    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="story_ties")
    weight = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = "search_story_tie"
        verbose_name = _("tie of a story")

    def __str__(self) -> str:
        return f"{self.page_id} {self.key}"
