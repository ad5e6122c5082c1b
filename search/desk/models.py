"""What administrators tell the search: abbreviations, and answers that come first."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.models import PortalPage
from search.desk.words import key_of

ONLY_ROW = 1


class DeskVersion(models.Model):
    """One row: a mark that changes with every change of the tables that processes remember."""

    token = models.CharField(max_length=32)

    class Meta:
        verbose_name = _("version of the search desk")

    def __str__(self) -> str:
        return self.token


def renew() -> None:
    """Let every process read the tables anew, from its next search on."""
    DeskVersion.objects.update_or_create(pk=ONLY_ROW, defaults={"token": uuid.uuid4().hex})


class Remembered(models.Model):
    """A row that processes remember: saving and deleting it renews the version."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        renew()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        gone = super().delete(*args, **kwargs)
        renew()
        return gone


class Abbreviation(Remembered):
    """An abbreviation and what it stands for, in force in both directions.

    Rows of the table that comes with the portal (`is_shipped`) are kept in step with it by
    `search.desk.shipped`; they can be switched off, not rewritten.
    """

    abbreviation = models.CharField(
        _("abbreviation"), max_length=40, help_text=_("As people write it, for example TĐKT.")
    )
    expansion = models.CharField(
        _("stands for"),
        max_length=200,
        help_text=_("Written out, for example thi đua khen thưởng."),
    )
    ambiguous = models.BooleanField(
        _("has other meanings too"),
        default=False,
        help_text=_("Then it is only a hint: what was typed comes before what it may stand for."),
    )
    source = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_("Where it is written, or who uses it, for example papers of the school."),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("Switched off, the search does not know it.")
    )
    is_shipped = models.BooleanField(_("comes with the portal"), default=False, editable=False)
    folded_abbreviation = models.CharField(max_length=120, editable=False)
    folded_expansion = models.CharField(max_length=400, editable=False)

    panels = [
        FieldPanel("abbreviation"),
        FieldPanel("expansion"),
        FieldPanel("ambiguous"),
        FieldPanel("source"),
        FieldPanel("checked_on"),
        FieldPanel("is_active"),
    ]

    class Meta:
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")
        ordering = ("folded_abbreviation", "folded_expansion")
        constraints = [
            models.UniqueConstraint(
                fields=["folded_abbreviation", "folded_expansion"], name="unique_abbreviation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.abbreviation} = {self.expansion}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fold()
        super().save(*args, **kwargs)

    def fold(self) -> None:
        """Set the keys by which rows are compared."""
        self.folded_abbreviation = key_of(self.abbreviation)
        self.folded_expansion = key_of(self.expansion)

    def clean(self) -> None:
        """Raises ValidationError for what could not be looked up, or is there already."""
        self.fold()
        if not self.folded_abbreviation or not self.folded_expansion:
            raise ValidationError(_("Both parts need letters or digits."))
        if len(self.folded_abbreviation) >= len(self.folded_expansion):
            raise ValidationError(
                {"abbreviation": _("It is not shorter than what it stands for. Swap the two.")}
            )
        if self._is_rewritten():
            raise ValidationError(
                _("This line comes with the portal: switch it off, and add one of your own.")
            )
        if self._others().exists():
            raise ValidationError(
                {"abbreviation": _("This line is there already. Change that one.")}
            )

    def _others(self) -> models.QuerySet[Abbreviation]:
        alike = Abbreviation.objects.filter(
            folded_abbreviation=self.folded_abbreviation, folded_expansion=self.folded_expansion
        )
        return alike.exclude(pk=self.pk)

    def _is_rewritten(self) -> bool:
        if not self.is_shipped or self.pk is None:
            return False
        fields = ("abbreviation", "expansion", "ambiguous", "source")
        kept = Abbreviation.objects.filter(pk=self.pk).values(*fields).first()
        return kept is not None and any(kept[name] != getattr(self, name) for name in fields)


class PinnedAnswer(Remembered):
    """A page that comes first for certain questions, in the words of those who ask."""

    questions = models.TextField(
        _("questions"),
        max_length=2000,
        help_text=_("One on each line, as people type it; with or without marks is the same."),
    )
    page = models.ForeignKey(
        PortalPage,
        verbose_name=_("answer"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Shown only to those who may read the page."),
    )
    anchor = models.CharField(
        _("place in the page"),
        max_length=120,
        blank=True,
        help_text=_("What follows # in the address of an article, for example dieu-23."),
    )
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("A sentence that readers see beside the answer. It may be left empty."),
    )
    valid_until = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: until it is removed.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("pinned by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("pinned at"), default=timezone.now, editable=False)

    panels = [
        FieldPanel("questions"),
        FieldPanel("page"),
        FieldPanel("anchor"),
        FieldPanel("note"),
        FieldPanel("valid_until"),
    ]

    class Meta:
        verbose_name = _("pinned answer")
        verbose_name_plural = _("pinned answers")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        return self.questions.strip().partition("\n")[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The questions as they are compared: folded words with one blank between."""
        keys = (key_of(line) for line in self.questions.splitlines())
        return tuple(dict.fromkeys(key for key in keys if key))

    def clean(self) -> None:
        """Raises ValidationError for questions without words, twice, or a place that is not."""
        if not self.keys:
            raise ValidationError({"questions": _("Write at least one question in words.")})
        self.anchor = self.anchor.strip().lstrip("#")
        if self.page_id is None:
            return
        if self._lacks_the_place():
            raise ValidationError(
                {
                    "anchor": _(
                        "The document has no such place. Copy it from the link of the article."
                    )
                }
            )
        for other in PinnedAnswer.objects.filter(page=self.page_id).exclude(pk=self.pk):
            twice = set(other.keys) & set(self.keys)
            if twice and other.anchor == self.anchor:
                said = _("“%(question)s” has this answer already.") % {"question": min(twice)}
                raise ValidationError({"questions": said})

    def _lacks_the_place(self) -> bool:
        provisions = getattr(self.page.specific, "provisions", None) if self.anchor else None
        return provisions is not None and not provisions.filter(anchor=self.anchor).exists()
