"""The ledger of intake: every file that came in, who brought it, and what became of it.

A row is also its place in the queue: rows that wait are what readers take next. Files are kept
for ever, in the private storage of all files, under a name that is made of their content: a
receipt that is interrupted and repeated leaves one file, not two.
"""

from __future__ import annotations

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.models import PortalDocument, PortalPage

FOLDER = "nhap"


def place_of(row: IntakeFile, filename: str) -> str:
    """`nhap/<sha256>/<name>`: the same bytes under the same name lie in the same place."""
    return f"{FOLDER}/{row.sha256}/{filename}"


class IntakeFileQuerySet(models.QuerySet):
    """Files of the ledger, in the words of intake."""

    def waiting(self) -> IntakeFileQuerySet:
        """Those that no reader has taken yet, the oldest first."""
        return self.filter(state=IntakeFile.State.WAITING).order_by("pk")

    def unfinished(self) -> IntakeFileQuerySet:
        """Those that still wait or are being read."""
        return self.filter(state__in=[IntakeFile.State.WAITING, IntakeFile.State.READING])

    def overdue(self, now: dt.datetime) -> IntakeFileQuerySet:
        """Those whose reader did not come back in time."""
        return self.filter(state=IntakeFile.State.READING, leased_until__lt=now)

    def kept(self) -> IntakeFileQuerySet:
        """All but those that somebody discarded."""
        return self.exclude(state=IntakeFile.State.DISCARDED)


class IntakeFile(models.Model):
    """A file that came in, and what became of it.

    findings: a list of `regulations.intake.findings.Finding` as JSON. problems, notes, warnings:
    lists of `{code, data, line?}`; `regulations.intake.wording` has the sentences. conversions:
    `{encoding, before, after}` of passages in an old encoding. given: what a sheet states of the
    file, by field name; it wins over what was read.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Being read")
        DRAFTED = "drafted", _("Draft made")
        ALREADY_THERE = "already-there", _("Already there")
        FAILED = "failed", _("Not read")
        DISCARDED = "discarded", pgettext_lazy("file", "Discarded")

    file = models.FileField(_("file"), upload_to=place_of, max_length=400, blank=True)
    name = models.CharField(_("name"), max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(default=0)
    format = models.CharField(max_length=20, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    parent = models.ForeignKey(PortalPage, null=True, on_delete=models.SET_NULL, related_name="+")
    page_type = models.CharField(max_length=100)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    given = models.JSONField(default=dict, blank=True)
    drafts_anyway = models.BooleanField(default=False)

    state = models.CharField(_("state"), max_length=15, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    received_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    page = models.ForeignKey(
        PortalPage, null=True, on_delete=models.SET_NULL, related_name="intake_files"
    )
    document = models.ForeignKey(
        PortalDocument, null=True, on_delete=models.PROTECT, related_name="intake_files"
    )
    findings = models.JSONField(default=list, blank=True)
    problems = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    conversions = models.JSONField(default=list, blank=True)
    error_code = models.CharField(max_length=60, blank=True)
    error_data = models.JSONField(default=dict, blank=True)

    objects = IntakeFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("incoming file")
        verbose_name_plural = _("incoming files")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "id"], name="intake_queue"),
            models.Index(fields=["sha256", "parent"], name="intake_same_file"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_finished(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.state not in {self.State.WAITING, self.State.READING}
