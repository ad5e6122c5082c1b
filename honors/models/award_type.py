"""The catalogue of emulation titles and forms of commendation: dated, cited data."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from vietnamese import fold


class RecipientKind(models.TextChoices):
    """To whom an award can be given (Article 2 of Law 06/2022/QH15)."""

    INDIVIDUAL = "individual", _("Individual")
    COLLECTIVE = "collective", _("Collective")
    HOUSEHOLD = "household", _("Household")


class AwardType(models.Model):
    """A title or form of commendation, where the law names it, and who checked that when."""

    class Category(models.TextChoices):
        TITLE = "title", _("Emulation title")
        COMMENDATION = "commendation", _("Form of commendation")
        HONORARY = "honorary", _("Honorary title of the State")

    class Level(models.TextChoices):
        STATE = "state", _("State")
        MINISTRY_PROVINCE = "ministry-province", _("Ministry, sector or province")
        BASE = "base", _("Base unit")

    name = models.CharField(_("name"), max_length=160)
    code = models.SlugField(_("code"), max_length=60, unique=True)
    category = models.CharField(_("category"), max_length=15, choices=Category)
    level = models.CharField(_("level"), max_length=20, choices=Level)
    for_individuals = models.BooleanField(_("given to persons"), default=False)
    for_collectives = models.BooleanField(_("given to collectives"), default=False)
    for_households = models.BooleanField(_("given to households"), default=False)
    criteria = models.TextField(_("criteria in short"), blank=True)
    legal_article = models.CharField(
        _("article"), max_length=120, blank=True, help_text=_("For example: Điều 23.")
    )
    legal_document = models.CharField(
        _("legal source"), max_length=255, blank=True, help_text=_("Number and name.")
    )
    source_url = models.URLField(_("where it was read"), blank=True, max_length=500)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The first day it is not valid.")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    is_verified = models.BooleanField(
        _("verified"),
        default=False,
        help_text=_("Somebody compared it with the text of the law itself."),
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"), default=100, help_text=_("Smaller stands first on the honour wall.")
    )
    folded_name = models.CharField(max_length=160, editable=False, db_index=True)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("code"),
                FieldRowPanel([FieldPanel("category"), FieldPanel("level")]),
                FieldRowPanel(
                    [
                        FieldPanel("for_individuals"),
                        FieldPanel("for_collectives"),
                        FieldPanel("for_households"),
                    ]
                ),
                FieldPanel("rank"),
                FieldPanel("criteria"),
            ],
            heading=_("Award"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("legal_article"), FieldPanel("legal_document")]),
                FieldPanel("source_url"),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldRowPanel([FieldPanel("checked_on"), FieldPanel("is_verified")]),
            ],
            heading=_("Legal source"),
        ),
    ]

    class Meta:
        verbose_name = _("award type")
        verbose_name_plural = _("award types")
        ordering = ["rank", "name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.folded_name = fold(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if not (self.for_individuals or self.for_collectives or self.for_households):
            raise ValidationError(_("Say to whom it is given: tick at least one."))
