"""What was asked and what readers thought of the answer: counts, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import connections, models, router
from django.utils.translation import gettext_lazy as _


class CountManager(models.Manager):
    """Counts of a day: the first makes a row, all others add to it."""

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add `rows`: tuples of the model's KEYS and COUNTS.

        One statement a row, so that of two processes that count at once none is lost.
        """
        connection = connections[router.db_for_write(self.model)]
        table, counts = self.model._meta.db_table, self.model.COUNTS
        columns = (*self.model.KEYS, *counts)
        sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in counts)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} ({', '.join(columns)})"
                f" VALUES ({', '.join(['%s'] * len(columns))})"
                f" ON CONFLICT ({', '.join(self.model.KEYS)}) DO UPDATE SET {sums}",
                list(rows),
            )


class AskedDay(models.Model):
    """How often a question was asked on a day, and how often nothing was found.

    digest: `search.desk.words.digest_of` its folded words; the words themselves stand in
    `AskedText`, once enough asked.
    """

    day = models.DateField()
    digest = models.CharField(max_length=32)
    asked = models.PositiveIntegerField(default=0)
    not_found = models.PositiveIntegerField(default=0)

    KEYS: ClassVar = ("day", "digest")
    COUNTS: ClassVar = ("asked", "not_found")
    objects = CountManager()

    class Meta:
        verbose_name = _("question of a day")
        constraints = [models.UniqueConstraint(fields=["day", "digest"], name="unique_asked_day")]
        indexes = [models.Index(fields=["digest"], name="asked_digest")]

    def __str__(self) -> str:
        return f"{self.day} {self.digest}"


class AskedText(models.Model):
    """The words of a question that was asked on several days."""

    digest = models.CharField(max_length=32, primary_key=True)
    folded = models.CharField(max_length=200)
    text = models.CharField(max_length=80)

    class Meta:
        verbose_name = _("question")
        permissions = [("use_desk", _("Can use the search desk"))]

    def __str__(self) -> str:
        return self.text


class Verdict(models.Model):
    """How often readers said on a day that the first page found was, or was not, the one."""

    day = models.DateField()
    digest = models.CharField(max_length=32)
    page_id = models.BigIntegerField(default=0)
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)

    KEYS: ClassVar = ("day", "digest", "page_id")
    COUNTS: ClassVar = ("yes", "no")
    objects = CountManager()

    class Meta:
        verbose_name = _("verdict")
        constraints = [
            models.UniqueConstraint(fields=["day", "digest", "page_id"], name="unique_verdict")
        ]
        indexes = [models.Index(fields=["digest"], name="verdict_digest")]

    def __str__(self) -> str:
        return f"{self.day} {self.digest} {self.page_id}"
