"""Consent to publish a person: who gave it, for what, until when."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel


class ConsentQuerySet(models.QuerySet):
    """Consents, in the words of the domain."""

    def valid_on(self, day: dt.date) -> ConsentQuerySet:
        """Those given by `day`, not past their end and not withdrawn."""
        return self.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=day),
            given_on__lte=day,
            withdrawn_at__isnull=True,
        )


class Consent(models.Model):
    """A recorded consent.

    Law 91/2025/QH15, Article 24: for a child the representative gives it, and from the age of
    seven the child as well; processing stops when it is withdrawn.
    """

    class Relation(models.TextChoices):
        SELF = "self", _("The person")
        REPRESENTATIVE = "representative", _("The representative of a child")

    honoree = models.ForeignKey(
        "honors.HonoreePage",
        verbose_name=_("honoree"),
        on_delete=models.CASCADE,
        related_name="consents",
    )
    relation = models.CharField(_("given by"), max_length=15, choices=Relation)
    given_by = models.CharField(_("name of who gave it"), max_length=160)
    is_child = models.BooleanField(_("the honoree is under 16"), default=False)
    child_agrees = models.BooleanField(
        _("the child agrees as well"), default=False, help_text=_("Needed from the age of seven.")
    )
    includes_photo = models.BooleanField(_("includes the portrait"), default=False)
    given_on = models.DateField(_("given on"))
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The first day on which it is no longer valid."),
    )
    evidence = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("signed paper"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    panels = [
        PageChooserPanel("honoree", "honors.HonoreePage"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("relation"), FieldPanel("given_by")]),
                FieldRowPanel([FieldPanel("is_child"), FieldPanel("child_agrees")]),
                FieldPanel("includes_photo"),
                FieldRowPanel([FieldPanel("given_on"), FieldPanel("valid_until")]),
                FieldPanel("evidence"),
            ],
            heading=_("Consent"),
        ),
    ]

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_on"]

    def __str__(self) -> str:
        return f"{self.honoree}: {self.given_by}, {self.given_on:%d/%m/%Y}"

    def clean(self) -> None:
        if self.is_child and self.relation != self.Relation.REPRESENTATIVE:
            raise ValidationError(
                {"relation": _("For a child under 16 the representative gives the consent.")}
            )
        if self.valid_until and self.given_on and self.valid_until <= self.given_on:
            raise ValidationError({"valid_until": _("The end must come after the start.")})
