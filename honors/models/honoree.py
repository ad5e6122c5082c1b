"""Profiles of those who are honoured."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from accounts.audience import Readers
from honors.drawing_field import DrawingSelect
from honors.drawings import Drawing, Drawn, drawn_for
from honors.models.award_type import AwardType
from honors.models.consent import Consent
from honors.models.decision import Award
from honors.statements import profile
from organizations.models import Organization
from pages.blocks import FigureInWordsBlock, StoryBlock, few
from pages.late import row, this_day
from pages.models import PortalPage
from pages.models.files import give_pictures
from pages.statement import Statement
from vietnamese import fold, name_sort_key


def for_cards(honorees: Any, user: Any, **among: Any) -> Any:
    """`honorees` by name, with their highest award, in one query; pictures are for the caller.

    The highest award is one that stands, of a decision that `user` may read: `award_name`,
    `award_level` and `award_rank`, None without one; `among`: conditions for the awards that count,
    for example of one campaign. `photo_agreed`: see `HonoreePage`.
    """
    shown = Award.objects.filter(honoree=OuterRef("pk"), **among).seen_by(user).standing()
    highest = shown.order_by("award_type__rank", "-decision__issued_on")
    named = {
        f"award_{name}": Subquery(highest.values(f"award_type__{name}")[:1])
        for name in ("name", "level", "rank")
    }
    covered = Consent.objects.valid_on(this_day()).filter(
        honoree=OuterRef("pk"), includes_photo=True
    )
    return (
        honorees.annotate(photo_agreed=Exists(covered), **named)
        .defer("body", "figures", "lessons")
        .order_by("sort_name")
    )


_AWARDS = Statement(
    lambda readers: (
        Award.objects.for_listing()
        .defer("decision__body", "honoree__body", "honoree__figures", "honoree__lessons")
        .filter(honoree=row("honoree"))
        .seen_by(readers)
        .standing()
        .order_by("-decision__issued_on")
    )
)
_VALID_CONSENTS = Statement(
    lambda: Consent.objects.valid_on(this_day()).filter(honoree=row("honoree"))
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
    share_type = "profile"
    # Upright as it is: cut to a strip, a face is lost.
    share_size = "fill-640x800|format-jpeg"
    # It holds the name, which must be gone when consent is (decision 0004).
    leaves_address = False

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
        help_text=_(
            "Shown only while a consent that includes the portrait is recorded; "
            "until then the drawing stands in its place."
        ),
    )
    drawing = models.CharField(
        _("drawing where there is no portrait"),
        max_length=20,
        choices=Drawing,
        blank=True,
        help_text=_("Without a choice the portal takes one that suits everybody."),
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
    figures = StreamField(
        few(FigureInWordsBlock),
        verbose_name=_("in figures"),
        blank=True,
        help_text=_("Up to four, each with what it counts, for example: 14 – năm công tác."),
    )
    lessons = RichTextField(
        _("what colleagues took over"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_(
            "What others can do the same way, for example: Ghi nguyên văn lời trẻ, không sửa."
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
                FieldPanel("drawing", widget=DrawingSelect),
                FieldPanel("summary"),
            ],
            heading=_("Who"),
        ),
        FieldPanel("figures"),
        FieldPanel("body"),
        FieldPanel("lessons"),
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

    @property
    def feed_summary(self) -> str:
        """Why they are honoured."""
        return str(self.summary)

    @cached_property
    def valid_consents(self) -> list[Consent]:
        """The consents that are valid today."""
        return _VALID_CONSENTS.rows(honoree=self.pk) if self.pk else []

    @cached_property
    def photo_agreed(self) -> bool:
        """Whether a valid consent covers the portrait; cards of `for_cards` know it."""
        return any(consent.includes_photo for consent in self.valid_consents)

    @property
    def photo(self) -> Any:
        """The portrait where it may be shown: of a person only with a consent that includes it."""
        if self.kind != self.Kind.PERSON or self.portrait is None or self.photo_agreed:
            return self.portrait
        return None

    @property
    def drawn(self) -> Drawn | None:
        """What stands in the place of a portrait; None where it is the initials."""
        is_group = self.kind == self.Kind.COLLECTIVE
        return drawn_for(self.pk, self.drawing, is_group=is_group)

    @property
    def share_picture(self) -> Any:
        """The portrait; of a person only with a consent that includes it, of a child never.

        What networks copied they keep.
        """
        if self.kind != self.Kind.PERSON or self.photo is None:
            return self.photo
        return None if any(consent.is_child for consent in self.valid_consents) else self.photo

    def statements(self, context: Any) -> list[dict[str, Any]]:
        """A profile with its awards."""
        return [profile(self, context)]

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
        return _AWARDS.rows(Readers.like(user), honoree=self.pk) if self.pk else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `awards`, newest first."""
        context = super().get_context(request, *args, **kwargs)
        context["awards"] = self.awards_for(request.user)
        give_pictures(([self], "portrait"), *context["pictured"])
        return context
