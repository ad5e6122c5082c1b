"""What belongs to an official document: to whom it goes, and the files that go with it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.models import PortalPage


class Recipient(Orderable):
    """A line of "Nơi nhận": to whom the document goes, and for what."""

    page = ParentalKey(PortalPage, on_delete=models.CASCADE, related_name="recipients")
    name = models.CharField(_("recipient"), max_length=255)
    purpose = models.CharField(
        _("purpose"), max_length=80, blank=True, help_text=_("For example: để b/c, để t/h.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")

    def __str__(self) -> str:
        return f"{self.name} ({self.purpose})" if self.purpose else self.name


class Annex(Orderable):
    """A file that belongs to a document."""

    page = ParentalKey(PortalPage, on_delete=models.CASCADE, related_name="annexes")
    title = models.CharField(_("title"), max_length=255)
    file = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("file"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("annex")
        verbose_name_plural = _("annexes")

    def __str__(self) -> str:
        return self.title
