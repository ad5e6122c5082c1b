"""Users of the portal, each of one organization."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from organizations.models import Organization


class User(AbstractUser):
    """A person who signs in. Roles are groups: Editors, Reviewers, Approvers, Council, Staff."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organization"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="users",
    )
    position = models.CharField(_("position"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def get_full_name(self) -> str:
        """Family name first, as Vietnamese names are written."""
        return f"{self.last_name} {self.first_name}".strip()

    @cached_property
    def group_names(self) -> frozenset[str]:
        """The names of the user's groups, read once."""
        return frozenset(self.groups.values_list("name", flat=True))
