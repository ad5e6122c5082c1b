"""Award decisions and the awards they give."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    PageChooserPanel,
)
from wagtail.models import Orderable

from accounts.audience import Audience
from honors.models.award_type import AwardType, RecipientKind
from organizations.models import Organization
from pages.models import PortalPage
from regulations.models import DocumentIndexPage, DocumentType, OfficialDocument
from vietnamese import fold


class DecisionIndexPage(DocumentIndexPage):
    """The decisions that the reader may see, newest first."""

    default_audience = Audience.PUBLIC
    parent_page_types = ["home.HomePage", "home.StaffDeskPage"]
    subpage_types = ["honors.DecisionPage"]

    class Meta:
        verbose_name = _("list of decisions")
        verbose_name_plural = _("lists of decisions")

    def pages(self, request: HttpRequest) -> Any:
        """Decisions with `award_count`."""
        return with_award_count(super().pages(request))


class DecisionPage(OfficialDocument):
    """A decision (quyết định) that gives awards, or takes them back."""

    parent_page_types = ["honors.DecisionIndexPage"]
    subpage_types: list[str] = []
    meant_for = frozenset({DocumentType.DECISION})

    award_panels = [InlinePanel("awards", label=_("Award"), heading=_("Awarded list"))]

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `awards` (rows that still stand) and `revokes` (rows this decision took back)."""
        context = super().get_context(request, *args, **kwargs)
        given, revoked = self.awards_for(request)
        for award in given:
            award.honoree_visible = bool(
                award.honoree_id and award.honoree.is_visible_to(request.user)
            )
        context["awards"], context["revokes"] = given, revoked
        return context

    def awards_for(self, request: HttpRequest) -> tuple[list[Award], list[Award]]:
        """The awards that this decision gave and that stand, and those it took back."""
        if getattr(request, "is_preview", False):
            return list(self.awards.all()), []
        either = Q(decision=self.pk) | Q(revoked_by=self.pk)
        rows = list(Award.objects.for_listing().select_related("revoked_by").filter(either))
        given = [
            row
            for row in rows
            if row.decision_id == self.pk and not (row.revoked_by and row.revoked_by.is_published)
        ]
        taken_back = [row for row in rows if row.revoked_by_id == self.pk]
        return given, [row for row in taken_back if row.decision.is_visible_to(request.user)]


def with_award_count(decisions: Any) -> Any:
    """`decisions` with `award_count`, the number of their awards that stand."""
    standing = Award.objects.standing().filter(decision=OuterRef("pk")).order_by()
    counted = standing.values("decision").annotate(number=Count("pk")).values("number")
    return decisions.annotate(award_count=Coalesce(Subquery(counted), 0))


class AwardQuerySet(models.QuerySet):
    """Awards, in the words of the domain."""

    def standing(self) -> AwardQuerySet:
        """Those that no published decision has taken back."""
        return self.exclude(revoked_by__in=PortalPage.objects.published())

    def seen_by(self, user: Any) -> AwardQuerySet:
        """Those given by a decision that `user` may read."""
        return self.filter(decision__in=PortalPage.objects.visible_to(user))

    def for_listing(self) -> AwardQuerySet:
        """With everything a list prints, in one query."""
        return self.select_related("award_type", "decision", "organization", "honoree")


class Award(Orderable):
    """A row of the awarded list: who, as printed, received what, why."""

    class Route(models.TextChoices):
        MERIT = "merit", _("Merit")
        IRREGULAR = "irregular", _("Irregular")
        THEMATIC = "thematic", _("Thematic")

    decision = ParentalKey(
        DecisionPage,
        verbose_name=_("decision"),
        on_delete=models.CASCADE,
        related_name="awards",
    )
    recipient_name = models.CharField(
        _("recipient"), max_length=255, help_text=_("Exactly as printed in the decision.")
    )
    folded_name = models.CharField(max_length=255, editable=False, db_index=True)
    recipient_kind = models.CharField(
        _("kind of recipient"),
        max_length=12,
        choices=RecipientKind,
        default=RecipientKind.INDIVIDUAL,
    )
    position = models.CharField(_("position at that time"), max_length=160, blank=True)
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    organization_as_printed = models.CharField(
        _("organization as printed"), max_length=255, blank=True
    )
    award_type = models.ForeignKey(
        AwardType,
        verbose_name=_("award"),
        on_delete=models.PROTECT,
        related_name="awards",
    )
    route = models.CharField(_("route"), max_length=12, choices=Route, default=Route.MERIT)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    period = models.CharField(
        _("period"), max_length=60, blank=True, help_text=_("For example: năm học 2024-2025.")
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="awards",
    )
    honoree = models.ForeignKey(
        "honors.HonoreePage",
        verbose_name=_("profile"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="awards",
    )
    revoked_by = models.ForeignKey(
        DecisionPage,
        verbose_name=_("revoked by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="revoked_awards",
        help_text=_("The later decision that takes this award back (Article 93 of the Law)."),
    )

    objects = AwardQuerySet.as_manager()

    panels = [
        FieldPanel("recipient_name"),
        FieldRowPanel([FieldPanel("recipient_kind"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("organization"), FieldPanel("organization_as_printed")]),
        FieldRowPanel([FieldPanel("award_type"), FieldPanel("route")]),
        FieldPanel("reason"),
        FieldPanel("period"),
        PageChooserPanel("campaign"),
        PageChooserPanel("honoree"),
        PageChooserPanel("revoked_by"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("award")
        verbose_name_plural = _("awards")

    def __str__(self) -> str:
        return f"{self.recipient_name}: {self.award_type}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded_name = fold(self.recipient_name)
        super().save(*args, **kwargs)


DecisionPage.edit_handler = DecisionPage.tabs(
    ObjectList(DecisionPage.award_panels, heading=_("Awarded list"))
)
