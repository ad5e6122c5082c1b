"""Pictures and files: kept where no web server looks, without metadata, under random names."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from pages.late import numbered, several
from pages.picture_tone import tone_of
from pages.statement import Statement

RENDITION_FOLDER = "anh"
ORIGINAL_FOLDER = "anh-goc"
FOCUS = ("x", "y", "width", "height")
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
    """A picture. Its original is never published; its renditions have names nobody can guess.

    Who cannot see it hears its description, or nothing when it decorates: never its title, which
    is often the name that a camera gave.
    """

    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_(
            "It tells nothing that the words beside it do not, for example a pattern. "
            "Screen readers pass over it."
        ),
    )
    credit = models.CharField(
        _("credit"), max_length=120, blank=True, help_text=_("Who took or drew the picture.")
    )
    tone = models.CharField(max_length=12, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
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

    @property
    def default_alt_text(self) -> str:
        """What stands for the picture where it cannot be seen."""
        return "" if self.is_decorative else str(self.description)

    def find_existing_renditions(self, *filters: Filter) -> dict[Filter, Any]:
        """Those that are there; looked up by their names where all sizes came with the picture.

        Wagtail takes each name apart to learn whether the focal point matters for it.
        """
        sizes = self._get_prefetched_renditions()
        if sizes is None:
            return super().find_existing_renditions(*filters)
        there = {(size.filter_spec, size.focal_point_key): size for size in sizes}
        focus = tuple(getattr(self, f"focal_point_{name}") for name in FOCUS)
        found = {one: there.get((one.spec, _focal_key(one.spec, focus))) for one in filters}
        for size in found.values():
            if size is not None:
                # As Wagtail marks what needs not go to its cache.
                size._from_cache = True
        return {one: size for one, size in found.items() if size is not None}

    def clean(self) -> None:
        """Raises ValidationError when nothing says what the picture shows, or when both do."""
        super().clean()
        described = bool(self.description.strip())
        if not described and not self.is_decorative:
            raise ValidationError(
                {
                    "description": _(
                        "Say in one sentence what the picture shows, or mark it as decorative."
                    )
                }
            )
        if described and self.is_decorative:
            raise ValidationError(
                {
                    "is_decorative": _(
                        "A decorative picture has no description. Clear one of the two."
                    )
                }
            )

    def get_renditions(self, *filters: Any) -> dict[str, PortalRendition]:
        """The sizes asked for, each width once: a small picture is never made wider.

        A width that stands twice in a `srcset` is an error of the page (HTML, 4.8.4.2.1).
        """
        sizes = super().get_renditions(*filters)
        kept: dict[tuple[str, int], str] = {}
        for spec, size in sizes.items():
            kept.setdefault((size.file.name.rpartition(".")[2], size.width), spec)
        return {spec: sizes[spec] for spec in kept.values()}

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self._take_in()
        super().save(*args, **kwargs)

    def _take_in(self) -> None:
        """Keep the new file without its metadata, and what it mostly looks like."""
        self.file.seek(0)
        content = without_metadata(self.file.read())
        clean = ContentFile(content, name=self.file.name)
        self.file = clean
        self.file_size = clean.size
        self.tone = tone_of(content)
        self._set_file_hash()


@lru_cache(maxsize=4096)
def _focal_key(spec: str, focus: tuple[int | None, ...]) -> str:
    """By what Wagtail tells sizes of a picture with another focal point apart."""
    held = {f"focal_point_{name}": value for name, value in zip(FOCUS, focus, strict=True)}
    return str(Filter(spec).get_cache_key(PortalImage(**held)))


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

    @property
    def attrs_dict(self) -> dict[str, Any]:
        """The attributes of the `img`, with the class of the ground it stands on until it loads."""
        tone = self.image.tone
        return {**super().attrs_dict, **({"class": f"tk-tone-{tone}"} if tone else {})}


_SIZE_COLUMNS = tuple(field.attname for field in PortalRendition._meta.concrete_fields)
_PICTURE_COLUMNS = tuple(field.attname for field in PortalImage._meta.concrete_fields)
_SIZES = Statement(
    lambda many: PortalRendition.objects.filter(image__pk__in=several("image", many)).values_list(
        *_SIZE_COLUMNS, *(f"image__{name}" for name in _PICTURE_COLUMNS)
    )
)


def pictures_with_sizes(ids: Iterable[int | None]) -> dict[int, PortalImage]:
    """The pictures with these numbers, each with all its sizes.

    One query; a second one only for pictures of which no size was ever asked for. A picture is
    made once, not with each of its sizes.
    """
    wanted = {pk for pk in ids if pk is not None}
    found: dict[int, PortalImage] = {}
    for row in _SIZES.rows(len(wanted), **numbered("image", wanted)) if wanted else ():
        size = PortalRendition.from_db(DEFAULT_DB_ALIAS, _SIZE_COLUMNS, row[: len(_SIZE_COLUMNS)])
        picture = found.get(size.image_id)
        if picture is None:
            columns = row[len(_SIZE_COLUMNS) :]
            picture = PortalImage.from_db(DEFAULT_DB_ALIAS, _PICTURE_COLUMNS, columns)
            # Where Wagtail looks for sizes before it asks the database.
            picture.prefetched_renditions = []
            found[picture.pk] = picture
        size.image = picture
        picture.prefetched_renditions.append(size)
    unseen = wanted - found.keys()
    if unseen:
        for picture in PortalImage.objects.filter(pk__in=unseen):
            picture.prefetched_renditions = []
            found[picture.pk] = picture
    return found


def give_pictures(*shelves: tuple[Iterable[Any], str]) -> None:
    """Set the picture of pages, with all its sizes, as `pictures_with_sizes` reads them at once.

    shelves: pages, and the name of the field that holds their picture.
    """
    owed = [(page, field) for pages, field in shelves for page in pages]
    found = pictures_with_sizes(getattr(page, f"{field}_id") for page, field in owed)
    for page, field in owed:
        setattr(page, field, found.get(getattr(page, f"{field}_id")))


class PortalDocument(AbstractDocument):
    """A file. It is served only to those who may see a page that uses it."""

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
