"""Tags with one folded key, so that "Thi đua", "thi đua" and "THI ĐUA" are one tag."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from vietnamese import fold, slugify


class TagQuerySet(models.QuerySet):
    """Tags are known by their folded key."""

    def get_or_create(
        self, defaults: dict[str, Any] | None = None, **lookup: Any
    ) -> tuple[PortalTag, bool]:
        """taggit asks by name, in one case or any: the spelling that came first is kept."""
        name = lookup.pop("name__iexact", None) or lookup.pop("name", None)
        if name is None:
            return super().get_or_create(defaults, **lookup)
        fields = {"name": name, **(defaults or {})}
        return super().get_or_create(fields, folded_name=fold(name), **lookup)


class PortalTag(TagBase):
    """A tag; its folded key is unique."""

    folded_name = models.CharField(max_length=100, unique=True, editable=False)

    objects = TagQuerySet.as_manager()

    free_tagging = True

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """An ASCII slug; `i` tells equal ones apart."""
        base = slugify(tag) or "the"
        return base if i is None else f"{base}-{i}"

    def clean(self) -> None:
        """Raises ValidationError for another spelling of a tag that is there."""
        same = PortalTag.objects.filter(folded_name=fold(self.name)).exclude(pk=self.pk).first()
        if same is not None:
            raise ValidationError(
                {"name": _("The tag “%(name)s” is the same: use that one.") % {"name": same}}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded_name = fold(self.name)
        super().save(*args, **kwargs)


class TaggedNews(ItemBase):
    """A tag on a news story."""

    tag = models.ForeignKey(PortalTag, on_delete=models.CASCADE, related_name="news")
    content_object = ParentalKey(
        "news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        verbose_name = _("tagged story")
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="unique_news_tag")
        ]

    def __str__(self) -> str:
        return f"{self.content_object}: {self.tag}"
