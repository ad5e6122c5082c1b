"""A movement, campaign, drive or contest."""

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

from accounts.audience import Readers
from campaigns.models.linked import LINKED
from campaigns.models.milestone import milestones_on
from campaigns.models.result import TeamResultBlock
from campaigns.statements import event
from organizations.models import Organization
from pages.blocks import PROSE_FEATURES, FigureInWordsBlock, StoryBlock, few
from pages.models import PortalPage
from pages.models.files import give_pictures

NOT_ON_CARDS = ("body", "figures", "results")
MOST_TEAMS = 60


class Status(models.TextChoices):
    """Where a campaign is in its period; computed from dates."""

    UPCOMING = "upcoming", _("Not started")
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")
    UNDATED = "undated", _("Period not stated")


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
    read_with = ("plan", "launched_by")

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
    figures = StreamField(
        few(FigureInWordsBlock),
        verbose_name=_("in figures"),
        blank=True,
        help_text=_("Up to four, each with what it counts, for example: 23 – giải pháp đã nộp."),
    )
    results = StreamField(
        few(TeamResultBlock, MOST_TEAMS),
        verbose_name=_("results by team"),
        blank=True,
        help_text=_(
            "A row for each team: what is expected of it and what it has handed in, for example: "
            "Mẫu giáo lớn, 7, 6."
        ),
    )
    contact_office = models.CharField(
        _("whom to ask"),
        max_length=160,
        blank=True,
        help_text=_(
            "An office, not a person, for example: Thường trực Hội đồng Thi đua - Khen thưởng."
        ),
    )
    contact_email = models.EmailField(
        _("e-mail of that office"),
        blank=True,
        help_text=_("Empty for the address of the portal, for example: thi-dua@hoa-sen.example."),
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
        FieldPanel("figures"),
        InlinePanel("milestones", label=_("Milestone"), heading=_("Milestones")),
        FieldPanel("results"),
        InlinePanel("documents", label=_("Document"), heading=_("Documents beside the plan")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("contact_office"), FieldPanel("contact_email")])],
            heading=_("Contact"),
        ),
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

    @property
    def share_picture(self) -> Any:
        """The wide picture."""
        return self.cover

    def statements(self, context: Any) -> list[dict[str, Any]]:
        """An event in time."""
        return [event(self, context)]

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
        """Adds `documents` (the plan first, as far as the reader may see them), `milestones` and
        `series` (other years).
        """
        context = super().get_context(request, *args, **kwargs)
        documents, context["series"] = self.linked_for(request.user)
        plan = [self.plan] if self.plan and self.plan.is_visible_to(request.user) else []
        context["documents"] = plan + documents
        context["milestones"] = milestones_on(self.milestones.all(), timezone.localdate())
        give_pictures(([self], "cover"), *context["pictured"])
        return context

    def linked_for(self, user: Any) -> tuple[list[PortalPage], list[PortalPage]]:
        """What `user` may read of it: the documents beside the plan, in the order of the editor,
        and the same movement in other years, newest first. One query.
        """
        found = LINKED.rows(
            Readers.like(user), campaign=self.pk, plan=self.plan_id or 0, series=self.series
        )
        documents = [page for page in found if page.place is not None]
        return documents, [page for page in found if page.place is None]
