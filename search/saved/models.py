"""Searches that staff keep, and what came into them since they last looked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.models import PortalPage

MOST = 50


class SavedSearchQuerySet(models.QuerySet):
    """Saved searches, in the words of their owner."""

    def on_shelf(self) -> SavedSearchQuerySet:
        """Those that were not put away."""
        return self.filter(put_away_at=None)


class SavedSearch(models.Model):
    """A search that a member of staff keeps under a name.

    query: the address of the search without "?" (`search.request`); seen_at: when its owner last
    said to have seen what is new; checked_at: up to when pages were looked through for it;
    told_at: when the last mail about it went out; put_away_at: deleted, and may still come back.
    """

    class Alert(models.TextChoices):
        """How often its owner is written to."""

        NONE = "", _("No mail")
        DAILY = "daily", _("Daily")
        WEEKLY = "weekly", _("Weekly")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(_("name"), max_length=120)
    query = models.CharField(max_length=2000)
    alert = models.CharField(_("mail"), max_length=10, choices=Alert, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    checked_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)
    put_away_at = models.DateTimeField(null=True, blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class NewFind(models.Model):
    """A page that came into a saved search. Whether its owner may see it is asked on reading.

    tries: how many mails about it were begun (at most two, see `search.saved.mails`); mailed: one
    went out.
    """

    saved = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="finds")
    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="+")
    found_at = models.DateTimeField(default=timezone.now)
    is_seen = models.BooleanField(default=False)
    mailed = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("new find")
        constraints = [models.UniqueConstraint(fields=["saved", "page"], name="unique_new_find")]
        ordering = ("-found_at", "-pk")

    def __str__(self) -> str:
        return f"{self.saved_id} {self.page_id}"
