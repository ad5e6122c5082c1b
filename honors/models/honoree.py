"""Profiles of those who are honoured, and the wall that shows them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, OuterRef, Subquery, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField

from honors.models.award_type import AwardType
from honors.models.decision import Award
from organizations.models import Organization
from pages.blocks import StoryBlock
from pages.models import IntroducedIndexPage, PortalPage
from regulations.listing import year_asked_for
from vietnamese import fold, name_sort_key, slugify

HIGHEST_LEVEL_FIRST = Case(
    *(When(award_level=level, then=Value(place)) for place, level in enumerate(AwardType.Level)),
    default=Value(len(AwardType.Level)),
)


class HonoreeIndexPage(IntroducedIndexPage):
    """The honour wall: every profile the reader may see, by title, year, kind and name."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["honors.HonoreePage"]
    per_page = 24

    class Meta:
        verbose_name = _("honour wall")
        verbose_name_plural = _("honour walls")

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Cards by level and name, narrowed by `?ten=`, `?nam=`, `?danh-hieu=`, `?loai=`."""
        found = HonoreePage.objects.child_of(self).visible_to(request.user)
        kind = request.GET.get("loai", "")
        if kind in HonoreePage.Kind.values:
            found = found.filter(kind=kind)
        name = fold(request.GET.get("ten", "")[:100].replace("\x00", " ")).strip()
        if name:
            found = found.filter(folded_name__contains=name)
        narrowed = _awards_asked_for(request)
        if narrowed is not None:
            found = found.filter(Exists(narrowed.filter(honoree=OuterRef("pk"))))
        return for_cards(found, request.user).order_by(HIGHEST_LEVEL_FIRST, "sort_name")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `award_types` and `years` to choose from, and `chosen`, what was chosen."""
        context = super().get_context(request, *args, **kwargs)
        awards = Award.objects.seen_by(request.user).standing().filter(honoree__isnull=False)
        context["award_types"] = AwardType.objects.filter(awards__in=awards).distinct()
        context["years"] = years_of_awards(awards)
        context["kinds"] = HonoreePage.Kind.choices
        context["chosen"] = {
            name: request.GET.get(key, "")
            for name, key in {
                "name": "ten",
                "year": "nam",
                "award_type": "danh-hieu",
                "kind": "loai",
            }.items()
        }
        return context


def years_of_awards(awards: Any) -> list[int]:
    """The years in which the decisions behind `awards` were issued, newest first."""
    found = awards.order_by().filter(decision__issued_on__isnull=False)
    years = found.values_list("decision__issued_on__year", flat=True).distinct()
    return sorted(set(years), reverse=True)


def _awards_asked_for(request: HttpRequest) -> Any:
    """The awards that `?nam=` and `?danh-hieu=` name, or None when neither does."""
    year, code = year_asked_for(request), slugify(request.GET.get("danh-hieu", "")[:60])
    awards = Award.objects.seen_by(request.user).standing()
    if year is not None:
        awards = awards.filter(decision__issued_on__year=year)
    if code:
        awards = awards.filter(award_type__code=code)
    return awards if year is not None or code else None


def for_cards(honorees: Any, user: Any) -> Any:
    """`honorees` by name, with portrait and highest award, in two queries whatever their number.

    The highest award is one that stands, of a decision that `user` may read: `award_name`,
    `award_level` and `award_rank`, None without one.
    """
    shown = Award.objects.filter(honoree=OuterRef("pk")).seen_by(user).standing()
    highest = shown.order_by("award_type__rank", "-decision__issued_on")
    named = {
        f"award_{name}": Subquery(highest.values(f"award_type__{name}")[:1])
        for name in ("name", "level", "rank")
    }
    return (
        honorees.select_related("portrait")
        .prefetch_related("portrait__renditions")
        .annotate(**named)
        .defer("body")
        .order_by("sort_name")
    )


class HonoreePage(PortalPage):
    """A person or a collective that was honoured.

    Awards are read from decisions: a profile cannot claim what no decision holds. Office, work and
    achievement only; never birthday, phone, identity number or Party date.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("Person")
        COLLECTIVE = "collective", _("Collective")

    parent_page_types = ["honors.HonoreeIndexPage"]
    subpage_types: list[str] = []
    read_with = ("portrait",)
    read_ahead = ("portrait__renditions",)

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        default=Kind.PERSON,
        help_text=_(
            "A person needs a recorded consent; a collective is a team, for example: "
            "Tổ Mẫu giáo lớn."
        ),
    )
    position = models.CharField(
        _("position"),
        max_length=160,
        blank=True,
        help_text=_("Office or work, nothing private, for example: Giáo viên lớp Mẫu giáo lớn A2."),
    )
    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="honorees",
        help_text=_("Where they work, from the register, for example: Trường Mầm non Hoa Sen."),
    )
    organization_as_printed = models.CharField(
        _("organization or team"),
        max_length=255,
        blank=True,
        help_text=_(
            "As readers should see it, for example: Tổ Mẫu giáo lớn, Trường Mầm non Hoa Sen."
        ),
    )
    portrait = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only with the recorded consent of the person."),
    )
    summary = models.CharField(
        _("why they are honoured"),
        max_length=300,
        blank=True,
        help_text=_("One sentence, for example: Biến vườn rau sau lớp thành một cuốn truyện."),
    )
    body = StreamField(
        StoryBlock(),
        verbose_name=_("achievement"),
        blank=True,
        help_text=_(
            "What was done and what came of it, in figures, for example: 28 trong 31 "
            "trẻ kể được chuyện."
        ),
    )
    folded_name = models.CharField(max_length=255, editable=False, db_index=True)
    sort_name = models.CharField(max_length=400, editable=False, db_index=True)

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("position"),
                FieldRowPanel([FieldPanel("organization"), FieldPanel("organization_as_printed")]),
                FieldPanel("portrait"),
                FieldPanel("summary"),
            ],
            heading=_("Who"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("honoree")
        verbose_name_plural = _("honorees")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError when a person would be published without consent.

        A published person's page expires with the consent, or earlier.
        """
        self.folded_name = fold(self.title)
        by_name = self.kind == self.Kind.PERSON
        self.sort_name = name_sort_key(self.title) if by_name else self.folded_name
        if self.live and self.publication_problems():
            raise ValidationError(self.publication_problems())
        if self.live and by_name:
            ends = [end for end in (self.expire_at, self.consent_ends_at()) if end]
            self.expire_at = min(ends, default=None)
        super().save(*args, **kwargs)

    @property
    def level_label(self) -> str:
        """The level of the highest award in words; on a card of `for_cards` only."""
        return str(AwardType.Level(self.award_level).label) if self.award_level else ""

    def publication_problems(self) -> list[str]:
        """Why the page must not be published now (Article 24 of Law 91/2025/QH15)."""
        if self.kind != self.Kind.PERSON or self.has_consent():
            return []
        return [
            str(_("No valid consent of this person is recorded. Record it under Consents first."))
        ]

    def has_consent(self) -> bool:
        """Whether a consent to publish the profile is valid today."""
        if self.pk is None:
            return False
        return self.consents.valid_on(timezone.localdate()).exists()

    def consent_ends_at(self) -> dt.datetime | None:
        """The first moment without consent; None when a valid consent has no end."""
        valid = self.consents.valid_on(timezone.localdate())
        days = list(valid.values_list("valid_until", flat=True))
        if not days or None in days:
            return None
        return timezone.make_aware(dt.datetime.combine(max(days), dt.time()))

    def awards_for(self, user: Any) -> list[Award]:
        """The awards that stand, newest first, of decisions that `user` may read."""
        shown = Award.objects.for_listing().filter(honoree_id=self.pk)
        return list(shown.seen_by(user).standing().order_by("-decision__issued_on"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `awards`, newest first."""
        context = super().get_context(request, *args, **kwargs)
        context["awards"] = self.awards_for(request.user)
        return context
