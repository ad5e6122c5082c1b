"""Movements, campaigns, drives and contests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField, StreamField

from campaigns.models.milestone import milestones_on
from organizations.models import Organization
from pages.blocks import PROSE_FEATURES, StoryBlock
from pages.models import IntroducedIndexPage, PortalPage


class Status(models.TextChoices):
    """Where a campaign is in its period; computed from dates."""

    UPCOMING = "upcoming", _("Not started")
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")
    UNDATED = "undated", _("Period not stated")


class CampaignIndexPage(IntroducedIndexPage):
    """The campaigns that the reader may see, running ones first."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["campaigns.CampaignPage"]
    feed_filters = ("loai",)

    class Meta:
        verbose_name = _("list of campaigns")
        verbose_name_plural = _("lists of campaigns")

    def children_visible_to(self, request: HttpRequest) -> Any:
        """Campaigns, narrowed by `?loai=` (kind) when that is one."""
        found = CampaignPage.objects.child_of(self).visible_to(request.user)
        kind = request.GET.get("loai", "")
        if kind in CampaignPage.Kind.values:
            found = found.filter(kind=kind)
        return found.order_by(models.F("ends_on").desc(nulls_first=True), "title").defer("body")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `kinds`, the kinds to choose from, and `kind`, the one chosen."""
        context = super().get_context(request, *args, **kwargs)
        context["kinds"] = CampaignPage.Kind.choices
        context["kind"] = request.GET.get("loai", "")
        return context


class CampaignPage(PortalPage):
    """An emulation movement, campaign, drive or contest.

    Fields follow Article 17 of Law 06/2022/QH15: goal, scope, participants, content and criteria,
    time, plan; launch; inspection; interim and final review.
    """

    class Kind(models.TextChoices):
        MOVEMENT = "movement", _("Emulation movement")
        CAMPAIGN = "campaign", _("Campaign")
        DRIVE = "drive", _("Emulation drive")
        CONTEST = "contest", _("Contest")

    class Form(models.TextChoices):
        REGULAR = "regular", _("Regular")
        THEMATIC = "thematic", _("Thematic")

    class Scope(models.TextChoices):
        NATIONAL = "national", _("Nationwide")
        SECTOR = "sector", _("Ministry, sector or province")
        BLOC = "bloc", _("Emulation cluster or bloc")
        UNIT = "unit", _("Agency or unit")

    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types: list[str] = []
    read_with = ("plan", "launched_by", "cover")

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        default=Kind.MOVEMENT,
        help_text=_("What the plan calls it, for example: Đợt thi đua for the weeks before 20/11."),
    )
    form = models.CharField(
        _("form"),
        max_length=12,
        choices=Form,
        default=Form.REGULAR,
        help_text=_("Article 16 of the Law on Emulation and Commendation (06/2022/QH15)."),
    )
    scope = models.CharField(
        _("scope"),
        max_length=12,
        choices=Scope,
        default=Scope.UNIT,
        help_text=_(
            "How far it reaches, for example: Cơ quan, đơn vị for a movement of one school."
        ),
    )
    launched_by = models.ForeignKey(
        Organization,
        verbose_name=_("launched by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The body that called for it, for example: Bộ Giáo dục và Đào tạo."),
    )
    starts_on = models.DateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("The first day of the period, for example 05/09/2026."),
    )
    ends_on = models.DateField(
        _("to"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The last day of the period, for example 20/11/2026."),
    )
    series = models.CharField(
        _("series"),
        max_length=160,
        blank=True,
        help_text=_(
            "The same words link the same movement over the years, for example: Đổi mới, sáng tạo."
        ),
    )
    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=400,
        help_text=_(
            "One or two sentences for the lists, for example: Mỗi lớp một giờ đọc sách mỗi tuần."
        ),
    )
    goal = RichTextField(
        _("goal"),
        blank=True,
        features=PROSE_FEATURES,
        help_text=_("What is to be reached, for example: Mọi lớp đều có góc đọc sách trước Tết."),
    )
    participants = models.CharField(
        _("participants"),
        blank=True,
        max_length=255,
        help_text=_("Who takes part, for example: Toàn thể giáo viên, nhân viên nhà trường."),
    )
    criteria = RichTextField(
        _("content and criteria"),
        blank=True,
        features=PROSE_FEATURES,
        help_text=_(
            "What is done and how it is judged, for example: Mỗi tổ có một sáng kiến được áp dụng."
        ),
    )
    inspection = RichTextField(
        _("inspection"),
        blank=True,
        features=PROSE_FEATURES,
        help_text=_(
            "Who looks at the progress, and when, for example: Công đoàn kiểm tra trong tháng 12."
        ),
    )
    interim_review = RichTextField(
        _("interim review"),
        blank=True,
        features=PROSE_FEATURES,
        help_text=_("How it is looked at midway, for example: Sơ kết vào tuần cuối học kỳ I."),
    )
    final_review = RichTextField(
        _("final review"),
        blank=True,
        features=PROSE_FEATURES,
        help_text=_(
            "How it is closed and rewarded, for example: Tổng kết, khen thưởng ở lễ bế giảng."
        ),
    )
    body = StreamField(
        StoryBlock(),
        verbose_name=_("further text"),
        blank=True,
        help_text=_(
            "What the fields above have no place for, for example the rounds of a contest."
        ),
    )
    plan = models.ForeignKey(
        "campaigns.PlanPage",
        verbose_name=_("plan"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="campaigns",
        help_text=_("The plan that it comes from, for example the plan of the school year."),
    )
    cover = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "A wide picture without words in it, for example the garden that the children planted."
        ),
    )

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("form"), FieldPanel("scope")]),
                FieldPanel("launched_by"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("series"),
                PageChooserPanel("plan"),
            ],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("summary"),
                FieldPanel("goal"),
                FieldPanel("participants"),
                FieldPanel("criteria"),
                FieldPanel("cover"),
            ],
            heading=_("Goal and criteria"),
        ),
        InlinePanel("milestones", label=_("Milestone"), heading=_("Milestones")),
        MultiFieldPanel(
            [
                FieldPanel("inspection"),
                FieldPanel("interim_review"),
                FieldPanel("final_review"),
            ],
            heading=_("Inspection and review"),
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The period ends before it begins.")})

    @property
    def feed_summary(self) -> str:
        """The summary of the lists."""
        return str(self.summary)

    def status_on(self, day: dt.date) -> Status:
        """Where the campaign is on `day`."""
        if self.starts_on is None and self.ends_on is None:
            return Status.UNDATED
        if self.starts_on and day < self.starts_on:
            return Status.UPCOMING
        if self.ends_on and day > self.ends_on:
            return Status.ENDED
        return Status.RUNNING

    @property
    def status(self) -> Status:
        """Where the campaign is today."""
        return self.status_on(timezone.localdate())

    @property
    def progress(self) -> int | None:
        """How much of the period has passed, in per cent; None when a date is missing."""
        if not self.starts_on or not self.ends_on:
            return None
        length = (self.ends_on - self.starts_on).days + 1
        passed = (timezone.localdate() - self.starts_on).days
        return max(0, min(100, round(100 * passed / length)))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `plan` (if the reader may see it), `milestones` and `series` (other years)."""
        context = super().get_context(request, *args, **kwargs)
        plan = self.plan
        context["plan"] = plan if plan and plan.is_visible_to(request.user) else None
        context["milestones"] = milestones_on(self.milestones.all(), timezone.localdate())
        context["series"] = self.others_in_series(request)
        return context

    def others_in_series(self, request: HttpRequest) -> Any:
        """The same movement in other years, newest first, as far as the reader may see them."""
        if not self.series:
            return CampaignPage.objects.none()
        others = CampaignPage.objects.visible_to(request.user).filter(series=self.series)
        return others.exclude(pk=self.pk).order_by("-starts_on").defer("body")
