"""The form of a picture: what cannot be read to its last byte is refused in words."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from pages.file_form import KeepsSignedBytes
from pages.models.files import without_metadata

logger = logging.getLogger("pages")
DAMAGED = _(
    "This picture is damaged or is not what its name says. "
    "Open it on your computer, save it anew as JPG or PNG, and upload that file."
)


class PictureForm(KeepsSignedBytes, BaseImageForm):
    """For one picture and for many: both uploaders use it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail makes the field and leaves no other place to hook in before its own checks.
        if "file" in self.fields:
            self.fields["file"].to_python = readable(self.fields["file"].to_python)


def readable(to_python: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`to_python` that raises ValidationError for whatever a decoder of pictures stumbles over.

    Decoders raise nearly every exception there is; Wagtail's own checks stop at the head.
    """

    def checked(data: Any) -> Any:
        try:
            file = to_python(data)
            if file is not None:
                without_metadata(file.read())
                file.seek(0)
        except ValidationError:
            raise
        except Exception as error:
            logger.info("A picture was refused", exc_info=True)
            raise ValidationError(DAMAGED, code="damaged") from error
        return file

    return checked
