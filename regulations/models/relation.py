"""How one document acts on another."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from pages.models import PortalPage


class Relation(models.Model):
    """From a day on, `source` acts on `target`, as a whole or on the named provisions."""

    class Kind(models.TextChoices):
        AMENDS = "amends", _("amends")
        REPLACES = "replaces", _("replaces")
        REPEALS = "repeals", _("repeals")
        SUSPENDS = "suspends", _("suspends")
        GUIDES = "guides", _("guides")
        CONSOLIDATES = "consolidates", _("consolidates")
        CORRECTS = "corrects", _("corrects")

    source = ParentalKey(
        PortalPage,
        verbose_name=_("acting document"),
        on_delete=models.CASCADE,
        related_name="relations",
    )
    target = models.ForeignKey(
        PortalPage,
        verbose_name=_("document acted on"),
        on_delete=models.CASCADE,
        related_name="acted_on_by",
    )
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    provisions = models.CharField(
        _("provisions"),
        max_length=500,
        blank=True,
        help_text=_("For example: Điều 5, khoản 2 Điều 7. Empty: the whole document."),
    )
    takes_effect_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The first day on which it no longer acts; for suspensions."),
    )

    panels = [
        FieldPanel("kind"),
        PageChooserPanel(
            "target",
            ["regulations.RegulationPage", "campaigns.PlanPage", "honors.DecisionPage"],
        ),
        FieldPanel("provisions"),
        FieldRowPanel([FieldPanel("takes_effect_on"), FieldPanel("ends_on")]),
    ]

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["takes_effect_on", "pk"]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

    def clean(self) -> None:
        if self.target_id and self.target_id == self.source_id:
            raise ValidationError({"target": _("A document cannot act on itself.")})

    def acts_on(self, day: dt.date) -> bool:
        """Whether the relation is at work on `day`."""
        ended = self.ends_on is not None and day >= self.ends_on
        return self.takes_effect_on <= day and not ended
