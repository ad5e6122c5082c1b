"""The list that an office keeps of its documents, brought in with its files."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from extraction.content import format_of
from extraction.errors import ReadError, UnsupportedFormatError
from extraction.limits import Limits
from regulations.intake import RefusedError, receive, sheet_template
from regulations.intake.error_words import error_sentence
from regulations.intake.refusal import RefusalCode
from regulations.intake.sheet import Sheet, SheetRow, sheet_at
from regulations.intake.wording import cell_sentence, refusal_sentence, unknown_columns_sentence
from regulations.intake_screens.forms import IntakeForm
from regulations.intake_screens.rights import places_or_refusal
from vietnamese import nfc

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A list of 20,000 rows has two megabytes.
SMALL = Limits(file_mb=10, unpacked_mb=60)
MOST_TOLD = 12
LISTED_TWICE = gettext_lazy("The list names the file “%(name)s” twice. Keep one row.")
SENT_TWICE = gettext_lazy("Two files are called “%(name)s”. Give them different names.")
NOT_LISTED = gettext_lazy(
    "The list does not name these files (%(count)d): %(names)s. Add rows, or leave them out."
)


class SheetForm(IntakeForm):
    """The list, its files, and where the drafts go."""

    prefix = "bang-ke"
    sheet = forms.FileField(
        label=gettext_lazy("The list (XLSX)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": gettext_lazy("No list was chosen. Choose the XLSX file."),
            "empty": gettext_lazy("The list is empty. Choose the XLSX file again."),
        },
    )

    def clean_sheet(self) -> Sheet:
        """The list. Raises ValidationError in words."""
        try:
            with _copy_of(self.cleaned_data["sheet"]) as path:
                _check_content(path)
                return sheet_at(path)
        except ReadError as error:
            raise ValidationError(error_sentence(str(error.code), error.data)) from error
        except RefusedError as refusal:
            data = {**refusal.data, "path": self.cleaned_data["sheet"].name}
            raise ValidationError(refusal_sentence(refusal.code, data)) from refusal

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError when list and files cannot be matched one to one."""
        data = super().clean() or self.cleaned_data
        if self.errors:
            return data
        listed = Counter(_key(row.file) for row in data["sheet"].rows if row.file)
        sent = Counter(_key(file.name) for file in data["files"])
        for names, words in ((listed, LISTED_TWICE), (sent, SENT_TWICE)):
            twice = [name for name, count in names.items() if count > 1]
            if twice:
                raise ValidationError(words % {"name": twice[0][:80]})
        others = [name for name in sent if name not in listed]
        if others:
            said = {"names": ", ".join(others[:MOST_TOLD])[:300], "count": len(others)}
            raise ValidationError(NOT_LISTED % said)
        return data


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty list with the columns that are understood."""
    places_or_refusal(request.user)
    response = HttpResponse(sheet_template(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="bang-ke-van-ban.xlsx"'
    return response


@require_POST
def bring_in_listed(request: HttpRequest) -> HttpResponse:
    """Bring in the files that the list names; what did not fit is told cell by cell."""
    # Imported here: the screen shows this form.
    from regulations.intake_screens.screen import answer

    places = places_or_refusal(request.user)
    form = SheetForm(request.POST, request.FILES, places=places)
    if not form.is_valid():
        return answer(request, places, IntakeForm(places=places), form, status=400)
    faults, listed = list(receive_listed(form, request.user)), form.cleaned_data["sheet"]
    _tell(request, len(listed.rows) - len(faults), faults)
    if listed.unknown:
        messages.warning(request, unknown_columns_sentence(listed.unknown))
    return redirect(f"{reverse('intake:screen')}#came-in")


def receive_listed(form: SheetForm, user: Any) -> Iterator[str]:
    """Receive each file of the list with what the list states; yields what is wrong, a row each."""
    place, batch = form.cleaned_data["place"], uuid.uuid4()
    for row, file in matched(form):
        fault = _fault(row, file)
        if fault:
            yield fault
            continue
        receive(
            file,
            file.name,
            parent=place.parent,
            page_type=place.model._meta.label,
            user=user,
            batch=batch,
            given=row.given,
        )


def matched(form: SheetForm) -> list[tuple[SheetRow, Any]]:
    """Each row of the list with its file, None when it was not sent along."""
    sent = {_key(file.name): file for file in form.cleaned_data["files"]}
    return [(row, sent.get(_key(row.file))) for row in form.cleaned_data["sheet"].rows]


def _fault(row: SheetRow, file: Any) -> str:
    """What is wrong with a row, "" for nothing."""
    if row.errors:
        bad = row.errors[0]
        return cell_sentence(bad.cell, bad.code, bad.said)
    if file is None:
        said = {"cell": row.cell, "name": row.file[:80]}
        return _("Cell %(cell)s: the file “%(name)s” was not sent along.") % said
    return ""


def _key(name: str) -> str:
    """Names are equal whatever the folder, the capitals and the form of their letters."""
    return nfc(name.replace("\\", "/").rpartition("/")[2]).strip().casefold()


def _tell(request: HttpRequest, count: int, faults: Iterable[str]) -> None:
    if count:
        said = ngettext("%(count)d file came in.", "%(count)d files came in.", count)
        messages.success(request, said % {"count": count})
    listed = list(faults)
    for fault in listed[:MOST_TOLD]:
        messages.warning(request, fault)
    if len(listed) > MOST_TOLD:
        more = len(listed) - MOST_TOLD
        said = ngettext(
            "%(count)d more row was not followed.", "%(count)d more rows were not followed.", more
        )
        messages.warning(request, said % {"count": more})


def _check_content(path: Path) -> None:
    """Only a workbook whose package is sound is opened. Raises ReadError or RefusedError."""
    try:
        format_of(path, SMALL)
    except UnsupportedFormatError as error:
        if error.data.get("format") == "xlsx":
            return
    raise RefusedError(RefusalCode.NOT_A_SHEET, path=path.name)


@contextmanager
def _copy_of(upload: Any) -> Iterator[Path]:
    with tempfile.NamedTemporaryFile(prefix="bang-ke-", suffix=".xlsx") as copy:
        upload.seek(0)
        shutil.copyfileobj(upload, copy)
        copy.flush()
        yield Path(copy.name)
