"""What is sent to be compared: a text or a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from extraction.errors import ReadError
from regulations.intake.error_words import error_sentence
from regulations.intake_screens.forms import OFFERED
from search.similar.reading import LARGEST, LIMITS, BusyError, text_of
from vietnamese import folded_words

LEAST_WORDS = 20
MOST_LETTERS = 300_000


class CheckForm(forms.Form):
    """A text, or a file whose text is read; `cleaned_data["whole"]` is what to compare."""

    text = forms.CharField(
        label=_("Text to check"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 10, "cols": 80}),
        help_text=_("For example the whole of an initiative, or an article of a draft."),
        error_messages={"max_length": _("The text is too long. Check one part at a time.")},
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": OFFERED}),
        help_text=_("PDF, Word, ODT, RTF, HTML or text. It is read and forgotten."),
        error_messages={"empty": _("The file is empty: it was not copied whole. Copy it again.")},
    )

    def clean_file(self) -> Any:
        """The file. Raises ValidationError for one that is too large to wait for."""
        file = self.cleaned_data["file"]
        if file is not None and file.size > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than %(limit)s MB. Paste its text instead."),
                params={"limit": LIMITS.file_mb},
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Adds `whole`. Raises ValidationError where there is nothing, or too much, to compare."""
        data = super().clean()
        text, file = data.get("text", ""), data.get("file")
        if self.errors:
            return data
        if bool(text) == bool(file):
            raise forms.ValidationError(_("Paste a text or choose a file, one of the two."))
        whole = self._read(file) if file else text
        if not self.errors and len(folded_words(whole)) < LEAST_WORDS:
            self.add_error(
                "file" if file else "text",
                forms.ValidationError(
                    _("Here are fewer than %(least)s words. Give more of the text."),
                    params={"least": LEAST_WORDS},
                ),
            )
        return {**data, "whole": whole[:MOST_LETTERS]}

    def _read(self, file: Any) -> str:
        try:
            return text_of(file)
        except BusyError:
            self.add_error("file", _("Another file is being read. Send yours again in a minute."))
        except ReadError as error:
            self.add_error("file", error_sentence(str(error.code), error.data))
        return ""
