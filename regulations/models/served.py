"""What was ever handed out: addresses of pages, and the files that went with documents."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.audience import Audience
from pages.models import PortalPage


class ServedAddress(models.Model):
    """An address at which a published page stands or stood.

    path: below the address of the site, "/van-ban/quy-che/". The address of one page may
    have been that of another before: the last one that served it answers.
    """

    path = models.CharField(max_length=1000)
    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="served_addresses")
    served_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("served address")
        constraints = [
            models.UniqueConstraint(fields=["path", "page"], name="unique_served_address")
        ]

    def __str__(self) -> str:
        return self.path


class FileVersion(models.Model):
    """A file that went with a published document from `since`, and until `until` if it is gone.

    title: of the annex; empty for the signed original. audience: who could read the page last
    while it had this file.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="file_versions")
    file = models.ForeignKey("pages.PortalDocument", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=255, blank=True)
    audience = models.CharField(max_length=10, choices=Audience)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a file")
        verbose_name_plural = _("versions of files")
        ordering = ["-until", "-pk"]

    def __str__(self) -> str:
        return self.title or str(self.file)
