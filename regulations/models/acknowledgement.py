"""Somebody of the staff confirmed to have read a document."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage


class Acknowledgement(models.Model):
    """Given by the reader alone, once for a document; can be taken back, or given anew.

    `text` tells which words were read (`regulations.to_read.acts.text_of`): where they changed
    since, the reader and those who look at the list are told.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="acknowledgements")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="acknowledgements"
    )
    text = models.CharField(max_length=32)
    given_at = models.DateTimeField(_("confirmed at"))

    class Meta:
        verbose_name = _("confirmation of reading")
        verbose_name_plural = _("confirmations of reading")
        constraints = [
            models.UniqueConstraint(fields=["page", "reader"], name="one_acknowledgement_each")
        ]

    def __str__(self) -> str:
        return f"{self.reader}: {self.page}"
