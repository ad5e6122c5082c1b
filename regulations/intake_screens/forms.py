"""What the screen sends: files, and where their drafts go."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from regulations.intake_screens.rights import Place

# What the file chooser of the computer offers; what a file is is decided by its content.
OFFERED = ".pdf,.docx,.doc,.odt,.rtf,.html,.htm,.txt,.jpg,.jpeg,.png,.tif,.tiff"


class SeveralFilesInput(forms.FileInput):
    """Django's file input, for more than one file."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """At least one file; empty ones pass, so that each file gets an answer of its own."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files that were sent, a list. Raises ValidationError when there is none."""
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class IntakeForm(forms.Form):
    """Where the drafts go, and the files."""

    place = forms.ChoiceField(
        label=_("Drafts go to"),
        error_messages={
            "required": _("Choose where the drafts go."),
            "invalid_choice": _("You may not add documents there. Choose another section."),
        },
    )
    files = SeveralFilesField(
        label=_("Files to read"),
        widget=SeveralFilesInput(
            attrs={"multiple": True, "accept": OFFERED, "aria-describedby": "intake-help"}
        ),
        error_messages={"required": _("No file was chosen. Choose at least one file.")},
    )

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {place.key: place for place in places}
        self.fields["place"].choices = [(place.key, place.label) for place in places]

    def clean_place(self) -> Place:
        """The place itself."""
        return self.places[self.cleaned_data["place"]]
