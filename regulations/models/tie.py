"""Which document cites which, once each; and the documents that are cited but not here."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.audience import Audience
from pages.models import PortalPage
from regulations.models.kind import DocumentType


class WantedDocument(models.Model):
    """A document that published documents cite and that is not here ("văn bản cần bổ sung").

    A derived row: `regulations.wanted` makes and counts it. One row per identity: a number that is
    unique by itself, or number + date + issuer as far as they are stated, or a law's name.
    """

    key = models.CharField(max_length=400, unique=True)
    number = models.CharField(max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    law_key = models.CharField(max_length=160, blank=True, db_index=True)
    document_type = models.CharField(max_length=40, blank=True)
    issuer_as_printed = models.CharField(max_length=255, blank=True)
    issued_on = models.DateField(null=True)
    as_printed = models.CharField(max_length=500)
    folded = models.CharField(max_length=800)
    # How many documents cite it that staff may read, and that the Council may.
    for_staff = models.PositiveIntegerField(default=0)
    for_council = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("document to be supplied")
        verbose_name_plural = _("documents to be supplied")
        indexes = [
            models.Index(fields=["-for_staff", "id"], name="wanted_for_staff"),
            models.Index(fields=["-for_council", "id"], name="wanted_for_council"),
        ]

    def __str__(self) -> str:
        return self.number or self.as_printed

    @property
    def type_label(self) -> str:
        """The type in words, "" when the citations do not say it."""
        return str(dict(DocumentType.choices).get(self.document_type, ""))


class Tie(models.Model):
    """`page` cites `target` (or what is `wanted`): one row for the whole, one per cited provision.

    A derived row of a published page (`regulations.ties`). `anchor` is "" in the row for the whole;
    a clause has rows for its article too. `audience`, `expire_at` and `day` repeat the page's own,
    so that 100,000 citing documents are counted and put in order from an index alone; whatever is
    named of them is still asked of `visible_to`.
    """

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="ties")
    target = models.ForeignKey(
        PortalPage, null=True, on_delete=models.CASCADE, related_name="ties_to_it", db_index=False
    )
    wanted = models.ForeignKey(
        WantedDocument, null=True, on_delete=models.CASCADE, related_name="ties", db_index=False
    )
    anchor = models.CharField(max_length=120, blank=True)
    is_basis = models.BooleanField(default=False)
    audience = models.CharField(max_length=10, choices=Audience)
    expire_at = models.DateTimeField(null=True)
    day = models.DateField()

    class Meta:
        verbose_name = _("tie between documents")
        indexes = [
            models.Index(
                fields=["target", "anchor", "-day", "-page", "audience", "expire_at"],
                name="tie_to_target",
            ),
            models.Index(
                fields=["target", "anchor", "is_basis", "-day", "-page", "audience", "expire_at"],
                name="tie_of_basis",
            ),
            models.Index(
                fields=["wanted", "anchor", "audience", "-day", "page", "expire_at"],
                name="tie_to_wanted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.target_id or self.wanted_id}#{self.anchor}"
