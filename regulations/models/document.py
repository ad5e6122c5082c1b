"""What regulations, plans and decisions share: the fields of an official document."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField

from accounts.audience import Audience
from organizations.models import Organization
from pages.blocks import OfficialBodyBlock
from pages.models import PortalPage
from regulations.as_of import as_of
from regulations.day_asked import day_asked
from regulations.effect_history import history_of
from regulations.effect_notice import notice_of
from regulations.models.has_effect import HasEffect
from regulations.models.kind import DocumentType
from regulations.models.parts import Annex, Recipient
from regulations.parts_read import parts_of
from regulations.reading import reading_of
from vietnamese import fold_number


class OfficialDocument(HasEffect, PortalPage):
    """An official document (văn bản). Identity is number + issuer + date: numbers repeat."""

    default_audience = Audience.STAFF
    read_with = ("issuer", "original", "record")
    # What pages of a type are for; another type may stand there, and whoever brings it in is told.
    meant_for: frozenset[DocumentType] = frozenset(DocumentType)

    document_type = models.CharField(
        _("document type"),
        max_length=20,
        choices=DocumentType,
        help_text=_("As the title of the document says, for example: Kế hoạch."),
    )
    number = models.CharField(
        _("number and symbol"),
        max_length=80,
        blank=True,
        help_text=_("Exactly as printed, for example 12/KH-MNYH."),
    )
    number_key = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    issued_on = models.DateField(
        _("issue date"),
        null=True,
        blank=True,
        help_text=_("The date below the national motto, for example 24/09/2024."),
    )
    issue_place = models.CharField(
        _("place"),
        max_length=80,
        blank=True,
        help_text=_("The words before that date, for example: Hà Đông."),
    )
    issuer = models.ForeignKey(
        Organization,
        verbose_name=_("issuer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_(
            "The body in the register, also one that has ended, for example Phòng GDĐT "
            "quận Hà Đông."
        ),
    )
    issuer_as_printed = models.CharField(
        _("issuer as printed"),
        max_length=255,
        blank=True,
        help_text=_("The bold line at the top left, for example: TRƯỜNG MẦM NON HOA SEN."),
    )
    parent_body_as_printed = models.CharField(
        _("parent body as printed"),
        max_length=255,
        blank=True,
        help_text=_("The line above the issuer, for example: ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG."),
    )
    abstract = models.TextField(
        _("abstract"),
        blank=True,
        max_length=1000,
        help_text=_(
            "One sentence, without the type, for example: Công tác thi đua, khen thưởng năm 2026."
        ),
    )
    signer = models.CharField(
        _("signer"),
        max_length=120,
        blank=True,
        help_text=_("The full name below the signature, for example: Nguyễn Thị Mẫu."),
    )
    signer_office = models.CharField(
        _("office of the signer"),
        max_length=160,
        blank=True,
        help_text=_("The line above the signature, for example: HIỆU TRƯỞNG."),
    )
    signer_capacity = models.CharField(
        _("capacity"),
        max_length=20,
        blank=True,
        help_text=_("TM., KT., TL., TUQ. or Q., as printed."),
    )
    effective_on = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_(
            "As the text states it, for example 01/01/2024. Empty: the day of issue, "
            "but not for laws."
        ),
    )
    expires_on = models.DateField(
        _("expires on"),
        null=True,
        blank=True,
        help_text=_("The first day on which it is no longer in force, for example 01/03/2027."),
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody compared these facts with the official source."),
    )
    source_url = models.URLField(
        _("official source"),
        blank=True,
        max_length=500,
        help_text=_("Where the official text stands, for example a page of vbpl.vn."),
    )
    body = StreamField(
        OfficialBodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_(
            "The words of the document; a table or figure goes where it stands, for "
            "example an annex."
        ),
    )
    original = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("signed original"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The file as it was signed: PDF or Word."),
    )

    acknowledge_by = models.DateField(
        _("to be read by"),
        null=True,
        blank=True,
        help_text=_(
            "Staff who may read it are asked to confirm by this day that they have, for example "
            "30/11/2026. Empty: nobody is asked."
        ),
    )

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("document_type"),
                FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on")]),
                FieldPanel("issuer"),
                FieldRowPanel(
                    [FieldPanel("issuer_as_printed"), FieldPanel("parent_body_as_printed")]
                ),
                FieldPanel("issue_place"),
                FieldPanel("abstract"),
            ],
            heading=_("Identity"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("signer_capacity"), FieldPanel("signer_office")]),
                FieldPanel("signer"),
            ],
            heading=_("Signature"),
        ),
        InlinePanel("recipients", label=_("Recipient"), heading=_("Recipients")),
    ]
    effect_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effective_on"), FieldPanel("expires_on")]),
                FieldPanel("checked_on"),
                FieldPanel("source_url"),
            ],
            heading=_("Effect"),
        ),
        InlinePanel("relations", label=_("Relation"), heading=_("Acts on other documents")),
    ]
    file_panels = [
        FieldPanel("original"),
        InlinePanel("annexes", label=_("Annex"), heading=_("Annexes")),
    ]
    settings_panels = [*PortalPage.settings_panels, FieldPanel("acknowledge_by")]

    class Meta:
        abstract = True

    @classmethod
    def tabs(cls, *further: ObjectList) -> TabbedInterface:
        """The edit form in the order of the work: text, `further` tabs, effect, files, the rest."""
        return TabbedInterface(
            [
                ObjectList(cls.content_panels, heading=_("Text of the document")),
                *further,
                ObjectList(cls.effect_panels, heading=_("Effect and relations")),
                ObjectList(cls.file_panels, heading=_("Files")),
                ObjectList(cls.promote_panels, heading=_("Address")),
                ObjectList(cls.settings_panels, heading=_("Audience and schedule")),
            ]
        )

    def clean(self) -> None:
        super().clean()
        self.number_key = fold_number(self.number)
        if self.effective_on and self.expires_on and self.expires_on <= self.effective_on:
            raise ValidationError(
                {"expires_on": _("The expiry must come after the day it takes effect.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.number_key = fold_number(self.number)
        super().save(*args, **kwargs)

    @property
    def feed_summary(self) -> str:
        """Number, day of issue, issuer and what it is about, as far as they are stated."""
        day = f"{self.issued_on:%d/%m/%Y}" if self.issued_on else ""
        return " · ".join(filter(None, (self.number, day, self.issuer_as_printed, self.abstract)))

    def statements(self, context: Any) -> list[dict[str, Any]]:
        """Legislation."""
        # Imported here: the ways out need the models.
        from regulations.leaving.legislation import legislation_of

        return [legislation_of(self, context["request"])]

    @property
    def missing_fields(self) -> list[str]:
        """Names of the identifying fields that are still to be supplied (cần bổ sung)."""
        needed = ("number", "issued_on", "issuer_as_printed", "abstract", "signer")
        return [
            str(self._meta.get_field(name).verbose_name)
            for name in needed
            if not getattr(self, name)
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `document`, `effect`, `notice`, `history` on the day `asked`, `reading` and more."""
        context = super().get_context(request, *args, **kwargs)
        context["document"] = self
        asked = context["asked"] = day_asked(request)
        effect = context["effect"] = self.effect_on(asked.day)
        context["notice"] = notice_of(self, effect, asked, request.user)
        context["history"] = history_of(self, effect, asked, request.user)
        context["reading"] = reading_of(self, request)
        as_of(context["reading"], effect, asked, request.user)
        context["breadcrumbs"] = asked.keep_in_path(context["breadcrumbs"])
        ended = self.issuer is not None and self.issuer.has_ended
        context["successions"] = self.issuer.successions_so_far() if ended else []
        context["recipients"], context["annexes"] = self._parts(request)
        return context

    def _parts(self, request: HttpRequest) -> tuple[list[Recipient], list[Annex]]:
        """Recipients and annexes; those of a draft are in memory."""
        if self.pk is None or getattr(request, "is_preview", False):
            return list(self.recipients.all()), list(self.annexes.all())
        return parts_of(self)
