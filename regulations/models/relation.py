"""How one document acts on another."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from pages.models import PortalPage
from pages.querysets import published_rule
from regulations.provision_names import ProvisionName, anchor_in, read_provision_names


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
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=Kind,
        help_text=_(
            "What this document does to the other. A correction or a consolidated text "
            "leaves the other in force."
        ),
    )
    provisions = models.CharField(
        _("provisions"),
        max_length=500,
        blank=True,
        help_text=_(
            "What of the other document, for example: Điều 5, khoản 2 Điều 7. Remarks go in "
            "brackets. Empty: the whole document."
        ),
    )
    source_provision = models.CharField(
        _("provision of this document"),
        max_length=120,
        blank=True,
        help_text=_("Where this document says so, for example: khoản 2 Điều 1."),
    )
    takes_effect_on = models.DateField(
        _("from"),
        help_text=_(
            "The first day of the change, for example 01/07/2025. It acts only while this "
            "document is itself in force."
        ),
    )
    ends_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_(
            "The first day on which it no longer acts, for example when a suspended document "
            "resumes. Empty: not known, or for good."
        ),
    )

    panels = [
        FieldPanel("kind"),
        PageChooserPanel(
            "target",
            ["regulations.RegulationPage", "campaigns.PlanPage", "honors.DecisionPage"],
        ),
        FieldPanel("provisions"),
        FieldPanel("source_provision"),
        FieldRowPanel([FieldPanel("takes_effect_on"), FieldPanel("ends_on")]),
    ]

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["takes_effect_on", "pk"]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

    def clean(self) -> None:
        """Refuses what cannot be meant: itself, an end before its beginning, unknown provisions."""
        errors = {}
        if self.target_id and self.target_id == self.source_id:
            errors["target"] = _("A document cannot act on itself.")
        if self.takes_effect_on and self.ends_on and self.ends_on <= self.takes_effect_on:
            errors["ends_on"] = _("The day it no longer acts must come after the first.")
        for name in ("provisions", "source_provision"):
            unread = read_provision_names(getattr(self, name)).unread
            if unread:
                errors[name] = _(
                    "“%(words)s” names no provision. Write for example: Điều 5, khoản 2 Điều 7; "
                    "put remarks in brackets."
                ) % {"words": unread[:80]}
        if "provisions" not in errors and (sentence := self.fault_of_provisions()):
            errors["provisions"] = sentence
        if errors:
            raise ValidationError(errors)

    def fault_of_provisions(self) -> str:
        """What is wrong with the named provisions in a target whose text is here; "" if nothing."""
        missing, anchors = self.provisions_not_in_target()
        if not missing or not anchors:
            return ""
        return _("The other document has no %(provisions)s.") % {
            "provisions": ", ".join(name.words for name in missing)
        }

    def provisions_not_in_target(self) -> tuple[list[ProvisionName], set[str]]:
        """The named provisions that the target lacks, and the anchors it has; one query if any."""
        names = read_provision_names(self.provisions).names
        if not names or not self.target_id:
            return [], set()
        rows = self.target.provisions.exclude(anchor="")
        anchors = set(rows.values_list("anchor", flat=True))
        return [name for name in names if not anchor_in(name, anchors.__contains__)], anchors

    @property
    def is_whole(self) -> bool:
        """Whether it acts on the whole document."""
        return not self.provisions.strip()

    @property
    def acts_from(self) -> dt.date | None:
        """The first day it is at work, given the life of its source; None when it never is."""
        return self.span.starts if hasattr(self, "span") else None

    @property
    def acts_until(self) -> dt.date | None:
        """The first day it is no longer at work, if that comes and is known."""
        return self.span.ends if hasattr(self, "span") else None

    def acts_on(self, day: dt.date) -> bool:
        """Whether the relation is at work on `day`."""
        starts, ends = self.acts_from, self.acts_until
        return starts is not None and starts <= day and (ends is None or day < ends)


class RelationSpanQuerySet(models.QuerySet):
    """Spans, in the words of the domain."""

    def at_work_on(self, day: dt.date) -> RelationSpanQuerySet:
        """Those of published sources that `day` falls in."""
        not_over = models.Q(ends__isnull=True) | models.Q(ends__gt=day)
        return self.filter(not_over, published_rule("relation__source"), starts__lte=day)


class RelationSpan(models.Model):
    """From when until when a relation is at work: its own dates within the life of its source.

    A derived row of a published source, made by `regulations.relation_spans`; dates only, so that
    nothing but the passing of a day changes what is in force. No row: it is never at work.
    """

    relation = models.OneToOneField(
        Relation, primary_key=True, on_delete=models.CASCADE, related_name="span"
    )
    starts = models.DateField(db_index=True)
    ends = models.DateField(null=True)
    # Stops the whole document, but not for good: a few, which lists look up one by one.
    pauses = models.BooleanField(default=False, db_index=True)

    objects = RelationSpanQuerySet.as_manager()

    class Meta:
        verbose_name = _("span of a relation")

    def __str__(self) -> str:
        return f"{self.relation}: {self.starts} - {self.ends or ''}"
