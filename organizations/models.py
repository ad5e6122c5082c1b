"""Who issues documents and who is honoured: organizations with dates, aliases and successors."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from vietnamese import fold


class OrganizationQuerySet(models.QuerySet):
    """Organizations, in the words of the domain."""

    def named(self, text: str) -> OrganizationQuerySet:
        """Those whose name, short name or alias equals `text`, however it is spelled."""
        key = fold(text)
        return self.filter(
            Q(folded_name=key) | Q(folded_short_name=key) | Q(aliases__folded_name=key)
        ).distinct()


class Organization(ClusterableModel):
    """A body that issues documents, runs campaigns or is honoured, in the time it exists."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("Government, ministry or agency")
        COMMITTEE = "committee", _("People's Committee")
        EDUCATION_OFFICE = "education_office", _("Education office")
        SCHOOL = "school", _("School")
        COUNCIL = "council", _("Emulation and Commendation Council")
        ASSEMBLY = "assembly", _("National Assembly or People's Council")
        PARTY = "party", _("Party body")
        UNION = "union", _("Trade union or mass organization")
        TEAM = "team", _("Team within a school or office")
        OTHER = "other", _("Other")

    class Level(models.TextChoices):
        CENTRAL = "central", _("Central")
        PROVINCE = "province", _("Province or city")
        DISTRICT = "district", _("District (until 1 July 2025)")
        COMMUNE = "commune", _("Commune or ward")
        INSTITUTION = "institution", _("School or unit")
        TEAM = "team", _("Team")

    name = models.CharField(_("name"), max_length=255, help_text=_("In full, as on its documents."))
    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    level = models.CharField(_("level"), max_length=20, choices=Level)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    valid_from = models.DateField(_("exists from"), null=True, blank=True)
    valid_to = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("The first day on which it no longer exists."),
    )
    note = models.TextField(_("note"), blank=True)
    source = models.CharField(
        _("source"),
        max_length=255,
        blank=True,
        help_text=_("The document that set it up or ended it."),
    )
    folded_name = models.CharField(max_length=255, editable=False, db_index=True)
    folded_short_name = models.CharField(max_length=80, editable=False, db_index=True)

    objects = OrganizationQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("short_name"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
                FieldPanel("parent"),
            ],
            heading=_("Organization"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("source"),
                FieldPanel("note"),
            ],
            heading=_("Existence"),
        ),
        InlinePanel("aliases", label=_("Other name"), heading=_("Other names")),
        InlinePanel("successions", label=_("Successor"), heading=_("Successors")),
    ]

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["level", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=models.F("valid_from")),
                name="organization_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.folded_name = fold(self.name)
        self.folded_short_name = fold(self.short_name)
        super().save(*args, **kwargs)

    @property
    def has_ended(self) -> bool:
        """Whether it no longer exists today."""
        return self.valid_to is not None and self.valid_to <= timezone.localdate()

    def successions_so_far(self) -> list[Succession]:
        """Who has taken over which of its duties up to today, with the successors."""
        known = self.successions.select_related("successor")
        return list(known.filter(happened_on__lte=timezone.localdate()))


class OrganizationAlias(models.Model):
    """Another name under which documents mention an organization."""

    organization = ParentalKey(Organization, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=255)
    folded_name = models.CharField(max_length=255, editable=False, db_index=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        self.folded_name = fold(self.name)
        super().save(*args, **kwargs)


class Succession(models.Model):
    """On a day, one organization took over (part of) the duties of another; many to many."""

    predecessor = ParentalKey(
        Organization,
        verbose_name=_("predecessor"),
        on_delete=models.CASCADE,
        related_name="successions",
    )
    successor = models.ForeignKey(
        Organization,
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        related_name="predecessions",
    )
    happened_on = models.DateField(_("date"))
    scope = models.CharField(
        _("duties taken over"), max_length=255, blank=True, help_text=_("Empty: all of them.")
    )
    source = models.CharField(_("source"), max_length=255, blank=True)

    panels = [
        FieldPanel("successor"),
        FieldRowPanel([FieldPanel("happened_on"), FieldPanel("scope")]),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        ordering = ["happened_on", "pk"]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def clean(self) -> None:
        if self.successor_id and self.successor_id == self.predecessor_id:
            raise ValidationError({"successor": _("An organization cannot succeed itself.")})
