"""What tells all processes at once that something readers see has changed."""

from __future__ import annotations

from django.db import models


class ContentChange(models.Model):
    """The last change that one writer (a connection to the database) made.

    A writer touches its own row only, so no two ever wait for each other here. `token` is random:
    the sum of all tokens is what readers compare, and it never comes back to what it was. Of 48
    bits, 32,768 of them fit into the integers of both databases.
    """

    writer = models.BigIntegerField(primary_key=True)
    token = models.BigIntegerField()

    class Meta:
        default_permissions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.writer}: {self.token}"
