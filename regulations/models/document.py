"""What regulations, plans and decisions share: the fields of an official document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable

from accounts.audience import Audience
from organizations.models import Organization
from pages.blocks import OfficialBodyBlock
from pages.models import PortalPage
from regulations.effect import Effect, effect_on
from regulations.models.relation import Relation
from regulations.reading import reading_of
from vietnamese import fold_number


class DocumentType(models.TextChoices):
    """Types of official documents.

    Normative types: Law on promulgation of legal documents. The other types and their
    abbreviations: Decree 30/2020/ND-CP, annex III.
    """

    CONSTITUTION = "constitution", _("Constitution")
    CODE = "code", pgettext_lazy("type of document", "Code")
    LAW = "law", _("Law")
    ORDINANCE = "ordinance", _("Ordinance")
    RESOLUTION = "resolution", _("Resolution")
    DECREE = "decree", _("Decree")
    CIRCULAR = "circular", _("Circular")
    JOINT_CIRCULAR = "joint-circular", _("Joint circular")
    DECISION = "decision", _("Decision")
    DIRECTIVE = "directive", _("Directive")
    STATUTE = "statute", _("Statute")
    RULES = "rules", _("Rules")
    PLAN = "plan", _("Plan")
    GUIDELINE = "guideline", _("Guideline")
    PROGRAMME = "programme", _("Programme")
    NOTICE = "notice", _("Notice")
    CONCLUSION = "conclusion", _("Conclusion")
    REPORT = "report", _("Report")
    SUBMISSION = "submission", _("Submission")
    MINUTES = "minutes", _("Minutes")
    DISPATCH = "dispatch", _("Official dispatch")
    OTHER = "other", _("Other document")


class OfficialDocument(PortalPage):
    """An official document (văn bản). Identity is number + issuer + date: numbers repeat."""

    default_audience = Audience.STAFF
    read_with = ("issuer", "original")

    document_type = models.CharField(_("document type"), max_length=20, choices=DocumentType)
    number = models.CharField(
        _("number and symbol"),
        max_length=80,
        blank=True,
        help_text=_("Exactly as printed, for example 12/KH-MNYH."),
    )
    number_key = models.CharField(max_length=80, blank=True, editable=False, db_index=True)
    issued_on = models.DateField(_("issue date"), null=True, blank=True)
    issue_place = models.CharField(_("place"), max_length=80, blank=True)
    issuer = models.ForeignKey(
        Organization,
        verbose_name=_("issuer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    issuer_as_printed = models.CharField(_("issuer as printed"), max_length=255, blank=True)
    parent_body_as_printed = models.CharField(
        _("parent body as printed"), max_length=255, blank=True
    )
    abstract = models.TextField(
        _("abstract"),
        blank=True,
        max_length=1000,
        help_text=_("One sentence, without repeating the type of the document."),
    )
    signer = models.CharField(_("signer"), max_length=120, blank=True)
    signer_office = models.CharField(_("office of the signer"), max_length=160, blank=True)
    signer_capacity = models.CharField(
        _("capacity"),
        max_length=20,
        blank=True,
        help_text=_("TM., KT., TL., TUQ. or Q., as printed."),
    )
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    expires_on = models.DateField(
        _("expires on"),
        null=True,
        blank=True,
        help_text=_("The first day on which it is no longer in force."),
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody compared these facts with the official source."),
    )
    source_url = models.URLField(_("official source"), blank=True, max_length=500)
    body = StreamField(OfficialBodyBlock(), verbose_name=_("text"), blank=True)
    original = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("signed original"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The file as it was signed: PDF or Word."),
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
    def missing_fields(self) -> list[str]:
        """Names of the identifying fields that are still to be supplied (cần bổ sung)."""
        needed = ("number", "issued_on", "issuer_as_printed", "abstract", "signer")
        return [
            str(self._meta.get_field(name).verbose_name)
            for name in needed
            if not getattr(self, name)
        ]

    @property
    def in_force_from(self) -> dt.date | None:
        """The day it takes effect: as stated, else the day of issue for what is no statute."""
        return self.effective_on or (None if self.is_normative else self.issued_on)

    @property
    def is_normative(self) -> bool:
        """Whether it is a legal normative document, whose text states its own day of effect."""
        return self.document_type in {
            DocumentType.CODE,
            DocumentType.LAW,
            DocumentType.ORDINANCE,
            DocumentType.DECREE,
            DocumentType.CIRCULAR,
            DocumentType.JOINT_CIRCULAR,
        }

    def effect_on(self, day: dt.date) -> Effect:
        """The effect on `day`, from own dates and the relations of published documents."""
        return effect_on(day, self.in_force_from, self.expires_on, self.relations_on_it)

    @classmethod
    def attach_effects(cls, documents: Iterable[Any], day: dt.date) -> None:
        """Set `effect` (on `day`) on each of the listed documents, with one query for all."""
        listed = list(documents)
        acting: dict[int, list[Relation]] = defaultdict(list)
        relations = Relation.objects.filter(
            target__in=[document.pk for document in listed],
            source__in=PortalPage.objects.published(),
        )
        for relation in relations:
            acting[relation.target_id].append(relation)
        for document in listed:
            document.effect = effect_on(
                day, document.in_force_from, document.expires_on, acting[document.pk]
            )

    @cached_property
    def _relations(self) -> list[Relation]:
        """All relations of and on this document, with both pages; one query."""
        if self.pk is None:
            return []
        either = Q(source=self.pk) | Q(target=self.pk)
        return list(Relation.objects.filter(either).select_related("source", "target"))

    @property
    def own_relations(self) -> list[Relation]:
        """Relations by which this document acts on others; a draft's are its own children."""
        if self.pk is None or not self.live:
            return list(self.relations.all())
        return [relation for relation in self._relations if relation.source_id == self.pk]

    @property
    def relations_on_it(self) -> list[Relation]:
        """Relations by which published documents act on this one, with their source pages."""
        return [
            relation
            for relation in self._relations
            if relation.target_id == self.pk and relation.source.is_published
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds `document`, `effect` today, `reading`, `recipients` and `annexes`."""
        context = super().get_context(request, *args, **kwargs)
        context["document"] = self
        context["effect"] = self.effect_on(timezone.localdate())
        context["reading"] = reading_of(self, request)
        context["recipients"] = list(self.recipients.all())
        context["annexes"] = list(self.annexes.all())
        return context


class Recipient(Orderable):
    """A line of "Nơi nhận": to whom the document goes, and for what."""

    page = ParentalKey(PortalPage, on_delete=models.CASCADE, related_name="recipients")
    name = models.CharField(_("recipient"), max_length=255)
    purpose = models.CharField(
        _("purpose"), max_length=80, blank=True, help_text=_("For example: để b/c, để t/h.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")

    def __str__(self) -> str:
        return f"{self.name} ({self.purpose})" if self.purpose else self.name


class Annex(Orderable):
    """A file that belongs to a document."""

    page = ParentalKey(PortalPage, on_delete=models.CASCADE, related_name="annexes")
    title = models.CharField(_("title"), max_length=255)
    file = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("file"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("annex")
        verbose_name_plural = _("annexes")

    def __str__(self) -> str:
        return self.title
