"""Rows made from the live text on publication. Never edited by hand; `rebuild` makes them anew."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.audience import Audience, audiences_of
from organizations.models import Organization
from pages.models import PortalPage
from regulations.models.kind import DocumentType, TakesEffect
from regulations.models.tie import WantedDocument

LISTED_BY = ("audience", "expire_at", "document_type")
# Documents without a day stand first in lists: somebody has to look at them.
UNDATED_FIRST = dt.date(9999, 12, 31)


class DocumentRecordQuerySet(models.QuerySet):
    """Records, in the words of lists."""

    def seen_by(self, user: Any) -> DocumentRecordQuerySet:
        """Those of pages that `user` may read, told from an index of the records alone.

        For counting and putting in order; whatever is named of a page is asked of `visible_to`.
        """
        no_end = models.Q(expire_at__isnull=True) | models.Q(expire_at__gt=timezone.now())
        return self.filter(no_end, audience__in=audiences_of(user))


class DocumentRecord(TakesEffect, models.Model):
    """What identifies a published document, whatever its page type: number, issuer and date."""

    page = models.OneToOneField(
        PortalPage, primary_key=True, on_delete=models.CASCADE, related_name="record"
    )
    document_type = models.CharField(max_length=20, choices=DocumentType, blank=True, db_index=True)
    number = models.CharField(max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    law_key = models.CharField(max_length=160, blank=True, db_index=True)
    issuer = models.ForeignKey(
        Organization, null=True, on_delete=models.SET_NULL, related_name="documents"
    )
    issuer_as_printed = models.CharField(max_length=255, blank=True)
    issued_on = models.DateField(null=True, db_index=True)
    effective_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    # Days, so that lists can be narrowed by effect in the database: `in_force_from`, and the first
    # day on which it is gone for good, by its own terms or by another document.
    starts_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    # The folded names of issuer, parent body and place: whose "Sở Nội vụ" it is.
    context = models.CharField(max_length=600, blank=True)
    parent_body_as_printed = models.CharField(max_length=255, blank=True)
    # Which of "number", "date" and "signer" its page has not, parted by blanks.
    lacks = models.CharField(max_length=40, blank=True, db_index=True)
    problems = models.JSONField(default=list)
    acknowledge_by = models.DateField(null=True, db_index=True)
    # What its page says, so that lists of 100,000 are counted and put in order from an index.
    parent = models.ForeignKey(
        PortalPage, null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    audience = models.CharField(max_length=10, choices=Audience)
    expire_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    listed_on = models.DateField(default=UNDATED_FIRST)

    objects = DocumentRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("document record")
        indexes = [
            models.Index(
                fields=["parent", "-listed_on", "-page", *LISTED_BY, "starts_on", "ended_on"],
                name="record_of_list",
            ),
            models.Index(fields=["parent", "year", *LISTED_BY], name="record_facets"),
            models.Index(
                fields=["-published_at", "-page", "parent", *LISTED_BY], name="record_newest"
            ),
            models.Index(fields=["-listed_on", "-page", *LISTED_BY], name="record_by_day"),
            models.Index(fields=["starts_on", "ended_on"]),
            models.Index(fields=["-ended_on", "page"], name="record_ended_on"),
        ]

    def __str__(self) -> str:
        return self.number or str(self.page)


class Provision(models.Model):
    """One piece of a document in reading order: a numbered provision, or text between them."""

    class Kind(models.TextChoices):
        HEADER = "header", _("Header")
        ANNEX = "annex", _("Annex")
        PART = "part", _("Part")
        CHAPTER = "chapter", _("Chapter")
        SECTION = "section", pgettext_lazy("part of a law", "Section")
        ARTICLE = "article", _("Article")
        CLAUSE = "clause", _("Clause")
        POINT = "point", _("Point")
        ROMAN = "roman", _("Heading I.")
        NUMBER = "number", _("Heading 1.")
        LETTER = "letter", _("Heading a)")
        TEXT = "text", _("Text")
        BLOCK = "block", _("Table or figure")
        FOOT = "foot", _("Foot")

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="provisions")
    position = models.PositiveIntegerField()
    depth = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind)
    anchor = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=40, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    block_id = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(fields=["page", "position"], name="unique_provision_position")
        ]
        indexes = [models.Index(fields=["page", "anchor"])]

    def __str__(self) -> str:
        return f"{self.label} {self.heading}".strip() or self.text[:60]


class Citation(models.Model):
    """A document mentioned in another: where, as printed, and the page it leads to if it is here.

    `start` and `end` count characters of the provision's text (or of its heading when
    `in_heading`).
    """

    # Its own index is the one below: of a page, those of one target.
    page = models.ForeignKey(
        PortalPage, on_delete=models.CASCADE, related_name="citations", db_index=False
    )
    provision = models.ForeignKey(
        Provision, null=True, on_delete=models.CASCADE, related_name="citations"
    )
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    in_heading = models.BooleanField(default=False)
    as_printed = models.CharField(max_length=500)
    document_type = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    law_key = models.CharField(max_length=160, blank=True, db_index=True)
    issuer_as_printed = models.CharField(max_length=255, blank=True)
    issued_on = models.DateField(null=True)
    cited_anchor = models.CharField(max_length=120, blank=True)
    is_basis = models.BooleanField(default=False)
    target = models.ForeignKey(
        PortalPage, null=True, on_delete=models.SET_NULL, related_name="cited_by"
    )
    wanted = models.ForeignKey(
        WantedDocument, null=True, on_delete=models.SET_NULL, related_name="citations"
    )

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["page", "pk"]
        indexes = [models.Index(fields=["page", "target"], name="citation_of_target")]

    def __str__(self) -> str:
        return self.as_printed
