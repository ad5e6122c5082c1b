"""What is known of the text of a file, and which pages offer the file."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage


class FileTextQuerySet(models.QuerySet):
    """Texts of files, in the words of the queue."""

    def waiting(self) -> FileTextQuerySet:
        """Those that no reader has taken yet, the oldest first."""
        return self.filter(state=FileText.State.WAITING).order_by("pk")

    def overdue(self, now: dt.datetime) -> FileTextQuerySet:
        """Those whose reader did not come back in time."""
        return self.filter(state=FileText.State.READING, leased_until__lt=now)

    def to_index(self, now: dt.datetime) -> FileTextQuerySet:
        """Those that were read, and whose pages nobody is indexing."""
        free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
        return self.filter(free, state=FileText.State.READ, is_indexed=False).order_by("pk")


class FileText(models.Model):
    """The text of all files with the same bytes.

    digest: Wagtail's hash of the bytes (SHA-1, hexadecimal). pages: the text of each page, or all
    of it as one where the format has no pages (`has_pages`). is_cut: it was longer than is kept.
    is_indexed: the pages that offered it when it was read have it. finished_at: since when it is
    found, or since when it is known that it cannot be read.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Being read")
        READ = "read", _("Read")
        FAILED = "failed", _("Not read")

    digest = models.CharField(max_length=40, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    pages = models.JSONField(default=list)
    has_pages = models.BooleanField(default=False)
    is_cut = models.BooleanField(default=False)
    is_indexed = models.BooleanField(default=False)
    error_code = models.CharField(max_length=60, blank=True)
    error_data = models.JSONField(default=dict, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = FileTextQuerySet.as_manager()

    class Meta:
        db_table = "search_file_text"
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")
        indexes = [models.Index(fields=["state", "id"], name="search_file_queue")]

    def __str__(self) -> str:
        return self.digest


class FileUse(models.Model):
    """A published page offers a file. title: as the page calls it."""

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="file_uses")
    file = models.ForeignKey("pages.PortalDocument", on_delete=models.CASCADE, related_name="+")
    text = models.ForeignKey(FileText, on_delete=models.PROTECT, related_name="uses")
    title = models.CharField(max_length=255)

    wagtail_reference_index_ignore = True

    class Meta:
        db_table = "search_file_use"
        verbose_name = _("file of a page")
        verbose_name_plural = _("files of pages")
        constraints = [models.UniqueConstraint(fields=["page", "text"], name="unique_search_file")]

    def __str__(self) -> str:
        return self.title
