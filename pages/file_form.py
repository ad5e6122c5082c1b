"""The forms of files: what was signed keeps its bytes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from pages.moderation.uses import is_kept, is_signed_for

SIGNED = _(
    "A page that is published or being signed uses this file, so its content stays as it is. "
    "Upload the new one as a new file, then choose it in the draft of the page."
)
KEPT = _(
    "This file is the original of a document that was brought in, so its content stays as it is. "
    "Upload the new one as a new file, then choose it in the draft of the page."
)


class KeepsSignedBytes:
    """A form with a field `file`; title and tags may change, whoever asks."""

    def clean_file(self) -> Any:
        """Raises ValidationError for other bytes in the place of signed or kept ones."""
        if self.instance.pk and "file" in self.changed_data:
            if is_signed_for(self.instance):
                raise ValidationError(SIGNED, code="signed")
            if is_kept(self.instance):
                raise ValidationError(KEPT, code="kept")
        return self.cleaned_data["file"]


class FileForm(KeepsSignedBytes, BaseDocumentForm):
    """For one file and for many: both uploaders use it."""
