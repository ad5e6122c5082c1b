"""A file that came in, as a row of the screen shows it: in the clerk's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from regulations.intake.duplicates import may_be_named_to
from regulations.intake.error_words import error_sentence
from regulations.intake.failing import MAY_PASS
from regulations.intake.findings import Finding, FindingState
from regulations.intake.panel import FindingLine, line_of
from regulations.intake.wording import DOUBTFUL, note_sentences, warning_sentences
from regulations.models import IntakeFile

State = IntakeFile.State
# How a row looks, and its icon. The words of a state are the model's own.
LOOKS = {
    State.WAITING: ("wait", "time"),
    State.READING: ("wait", "glasses"),
    State.DRAFTED: ("ok", "check"),
    State.ALREADY_THERE: ("look", "copy"),
    State.FAILED: ("bad", "warning"),
    State.DISCARDED: ("off", "bin"),
}
# What has to be typed comes before what has to be compared.
CHIPS = (
    FindingState.MISPLACED,
    FindingState.MISSING,
    FindingState.HANDWRITTEN,
    FindingState.UNSURE,
)


@dataclass(frozen=True, slots=True)
class Act:
    """A button or a link of a row."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Chip:
    """Fields in one state that a person has to look at: "Cần bổ sung: số, ngày".

    fields: each with the place of the editor where it is filled in, "" for who may not edit.
    """

    kind: str
    label: str
    fields: list[Act]

    @property
    def names(self) -> str:
        """The fields in one line."""
        return ", ".join(field.label for field in self.fields)


class Row:
    """The row of `file` for `user`. page: the draft as it is now, None when there is none."""

    def __init__(self, file: IntakeFile, user: Any, page: Any) -> None:
        self.file = file
        self.user = user
        self.page = page

    @property
    def id(self) -> str:
        """The row's id on the screen."""
        return f"tep-{self.file.pk}"

    @property
    def waits(self) -> bool:
        """Whether something still happens to it by itself."""
        return not self.file.is_finished

    @property
    def state(self) -> str:
        """The state; a draft with open questions says so."""
        if self.needs_look:
            return _("Draft to be checked")
        return str(self.file.get_state_display())

    @property
    def needs_look(self) -> bool:
        """Whether it is a draft in which something is missing, unsure or odd."""
        return self.file.state == State.DRAFTED and bool(self.attention or self.warnings)

    @property
    def mood(self) -> str:
        """How it looks: wait, ok, look, bad or off."""
        return "look" if self.needs_look else LOOKS[self.file.state][0]

    @property
    def icon(self) -> str:
        """Wagtail's icon for the state."""
        return "edit" if self.needs_look else LOOKS[self.file.state][1]

    @property
    def format(self) -> str:
        """The kind of file, as found in its content or else as its name says."""
        suffix = self.file.name.rpartition(".")[2] if "." in self.file.name else ""
        return (self.file.format or suffix or "?")[:5].upper()

    @cached_property
    def may_be_named(self) -> bool:
        """Whether the user may learn which page it is."""
        return may_be_named_to(self.file.page, self.user)

    @property
    def title(self) -> str:
        """The title of the draft, or the name of the file while there is none to be named."""
        if self.file.state == State.DRAFTED and self.may_be_named:
            return str(self.file.page.get_admin_display_title())
        return self.file.name

    @property
    def section(self) -> str:
        """Where the draft goes."""
        return str(self.file.parent.get_admin_display_title()) if self.file.parent else ""

    @property
    def brought_by(self) -> str:
        """Who brought it, when that was somebody else."""
        other = self.file.user if self.file.user_id != self.user.pk else None
        return (other.get_full_name() or other.get_username()) if other else ""

    @cached_property
    def edit_url(self) -> str:
        """The editor of the draft, or of the page that is there already; "" for neither."""
        page = self.file.page
        opens = self.file.state in {State.DRAFTED, State.ALREADY_THERE}
        if not opens or not self.may_be_named:
            return ""
        may_edit = page.permissions_for_user(self.user).can_edit()
        return reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else ""

    @property
    def open_url(self) -> str:
        """The editor, or the page for who may only read it; "" for neither."""
        opens = self.file.state in {State.DRAFTED, State.ALREADY_THERE}
        if not opens or not self.may_be_named:
            return ""
        return self.edit_url or reverse("page_by_id", args=[self.file.page.pk])

    @property
    def open_label(self) -> str:
        """What `open_url` opens."""
        is_draft = self.file.state == State.DRAFTED
        return _("Check the draft") if is_draft else _("Open what is there")

    @property
    def sentences(self) -> list[str]:
        """What a person must know of it: why it was not read, what is odd about it."""
        file = self.file
        if file.state == State.FAILED:
            return [error_sentence(file.error_code, file.error_data)]
        if file.state == State.DRAFTED and self.page is None:
            return [_("The draft that was made from it has been deleted.")]
        if file.state == State.ALREADY_THERE:
            # What is odd about it concerns nobody until a draft is made anyway.
            return warning_sentences(file.warnings[:1])
        # What is hard to read is told beside the original, where it can be compared.
        told = [warning for warning in self.warnings if warning["code"] != DOUBTFUL]
        return [*warning_sentences(told), *note_sentences(file.notes)]

    @cached_property
    def attention(self) -> list[Chip]:
        """The fields that are still open, by what is to be done about them."""
        lines = [line for line in self.lines if not line.is_settled]
        chips = []
        for state in CHIPS:
            fields = [
                Act(line.label, f"{self.edit_url}#id_{line.field}" if self.edit_url else "")
                for line in lines
                if line.state == state
            ]
            if fields:
                chips.append(Chip(str(state), chip_label(state), fields))
        return chips

    @cached_property
    def lines(self) -> list[FindingLine]:
        """The findings beside what the draft holds now."""
        if self.page is None or self.file.state != State.DRAFTED:
            return []
        return [line_of(Finding.from_row(found), self.page) for found in self.file.findings]

    @cached_property
    def warnings(self) -> list[dict[str, Any]]:
        """Those of the file that the editor has not settled."""
        pairs = zip(self.file.findings, self.lines, strict=False)
        settled = [found.get("why") for found, line in pairs if line.is_settled]
        return [warning for warning in self.file.warnings if warning not in settled]

    @property
    def may_be_read_again(self) -> bool:
        """Whether reading the kept file once more may end otherwise."""
        is_deleted = self.file.state == State.DRAFTED and self.file.page_id is None
        may_pass = self.file.state == State.FAILED and self.file.error_code in MAY_PASS
        return bool(self.file.file) and (is_deleted or may_pass)

    @property
    def acts(self) -> list[Act]:
        """What can be done at once."""
        pk = self.file.pk
        if self.may_be_read_again:
            return [Act(_("Read again"), reverse("intake:retry", args=[pk]))]
        if self.file.state == State.ALREADY_THERE:
            return [Act(_("Make a draft anyway"), reverse("intake:draft_anyway", args=[pk]))]
        return []

    @property
    def links(self) -> list[Act]:
        """What opens a page of its own."""
        pk, found = self.file.pk, []
        if self.file.file:
            found.append(Act(_("Original file"), reverse("intake:original", args=[pk])))
        if self.file.state in {State.WAITING, State.ALREADY_THERE, State.FAILED}:
            found.append(Act(_("Discard"), reverse("intake:discard", args=[pk])))
        return found

    @property
    def news(self) -> str:
        """What a screen reader is told when the state has changed."""
        return f"{self.title}: {self.state}"


def chip_label(state: FindingState) -> str:
    """What is to be done about fields in this state."""
    return {
        FindingState.MISPLACED: _("Another section?"),
        FindingState.MISSING: _("To be supplied"),
        FindingState.HANDWRITTEN: _("Written by hand"),
        FindingState.UNSURE: _("To be compared"),
    }[state]


def rows_of(files: Iterable[IntakeFile], user: Any) -> list[Row]:
    """The rows of `files`, with their drafts: one query for each type of page."""
    listed = list(files)
    pages = drafts_of(listed)
    return [Row(file, user, pages.get(file.page_id)) for file in listed]


def drafts_of(files: Iterable[IntakeFile]) -> dict[int, Any]:
    """The pages made from `files` by number, without their text."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for file in files:
        if file.page_id is not None and file.state == State.DRAFTED:
            wanted[file.page_type].append(file.page_id)
    found = {label: apps.get_model(label).objects.defer("body") for label in wanted}
    return {
        page.pk: page
        for label, numbers in wanted.items()
        for page in found[label].select_related("issuer").filter(pk__in=numbers)
    }
