"""Somebody looked at a document of the review queue: who, when, and what was found."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage


class ReviewCheck(models.Model):
    """Takes a line off the review queue until something changes.

    The line comes back when the document is published anew (`revision`), when the basis ends on
    another day (`until`), or for another reason.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="review_checks")
    reason = models.CharField(_("reason"), max_length=20)
    target = models.ForeignKey(PortalPage, null=True, on_delete=models.CASCADE, related_name="+")
    until = models.DateField(null=True)
    revision = models.PositiveBigIntegerField(null=True)
    note = models.CharField(_("note"), max_length=300)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("checked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("check of the review queue")
        ordering = ["-checked_at"]
        indexes = [models.Index(fields=["page", "reason"], name="review_check_of_page")]

    def __str__(self) -> str:
        return f"{self.page}: {self.note}"
