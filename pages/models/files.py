"""Pictures and files: kept where no web server looks, without metadata, under random names."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

RENDITION_FOLDER = "anh"
ORIGINAL_FOLDER = "anh-goc"
# Formats that are written again without metadata, with the settings that lose least.
WRITE_OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
}


def random_name(folder: str, filename: str) -> str:
    """`folder/<22 random letters>.<suffix>`: nothing of the uploaded name survives."""
    return f"{folder}/{secrets.token_urlsafe(16)}{PurePath(filename).suffix.lower()}"


def without_metadata(content: bytes) -> bytes:
    """The same picture, upright, without EXIF, GPS, XMP or comments.

    Raises OSError (Pillow's UnidentifiedImageError included) for bytes that are no picture.
    """
    with Pillow.open(BytesIO(content)) as picture:
        kind = picture.format or "PNG"
        upright = ImageOps.exif_transpose(picture)
        clean = Pillow.new(upright.mode, upright.size)
        if upright.mode == "P":
            clean.putpalette(upright.getpalette())
        clean.paste(upright)
        output = BytesIO()
        clean.save(output, format=kind, **WRITE_OPTIONS.get(kind, {}))
    return output.getvalue()


class PortalImage(AbstractImage):
    """A picture. Its original is never published; its renditions have names nobody can guess."""

    credit = models.CharField(
        _("credit"), max_length=120, blank=True, help_text=_("Who took or drew the picture.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename: str) -> str:
        return random_name(ORIGINAL_FOLDER, filename)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self._strip_metadata()
        super().save(*args, **kwargs)

    def _strip_metadata(self) -> None:
        self.file.seek(0)
        clean = ContentFile(without_metadata(self.file.read()), name=self.file.name)
        self.file = clean
        self.file_size = clean.size
        self._set_file_hash()


class PortalRendition(AbstractRendition):
    """A size of a picture, at an address that cannot be guessed from the picture's name."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        return random_name(RENDITION_FOLDER, filename)


def pictures_with_sizes(ids: Iterable[int | None]) -> dict[int, PortalImage]:
    """The pictures with these numbers, each with all its sizes.

    One query; a second one only for pictures of which no size was ever asked for.
    """
    wanted = {pk for pk in ids if pk is not None}
    found: dict[int, PortalImage] = {}
    for size in PortalRendition.objects.filter(image__in=wanted).select_related("image"):
        picture = found.setdefault(size.image_id, size.image)
        # Where Wagtail looks for sizes before it asks the database.
        picture.prefetched_renditions = [*getattr(picture, "prefetched_renditions", []), size]
    unseen = wanted - found.keys()
    if unseen:
        for picture in PortalImage.objects.filter(pk__in=unseen):
            picture.prefetched_renditions = []
            found[picture.pk] = picture
    return found


class PortalDocument(AbstractDocument):
    """A file. It is served only to those who may see a page that uses it."""

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
