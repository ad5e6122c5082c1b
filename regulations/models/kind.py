"""What kind of document it is, and from which day it takes effect by its kind."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vietnamese import NumberFamily, find_printed_numbers


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


NORMATIVE_TYPES = frozenset(
    {
        DocumentType.CONSTITUTION,
        DocumentType.CODE,
        DocumentType.LAW,
        DocumentType.ORDINANCE,
        DocumentType.DECREE,
        DocumentType.CIRCULAR,
        DocumentType.JOINT_CIRCULAR,
    }
)


class TakesEffect:
    """The rule for whatever has a type, a number, a day of issue and one of effect."""

    @property
    def in_force_from(self) -> dt.date | None:
        """The day it takes effect: as stated, else the day of issue for what is no statute."""
        return self.effective_on or (None if self.is_normative else self.issued_on)

    @property
    def is_normative(self) -> bool:
        """Whether it is a legal normative document, whose text states its own day of effect.

        Resolutions and decisions can be either: the year in its number tells a normative one
        ("14/2024/QĐ-UBND"; Decree 30/2020/ND-CP, annex I, is for those without).
        """
        found = find_printed_numbers(self.number)
        return self.document_type in NORMATIVE_TYPES or (
            bool(found) and found[0].family is NumberFamily.NORMATIVE
        )
