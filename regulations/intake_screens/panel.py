"""The original beside the text, in Wagtail's editor: what to look at, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms.widgets import Script
from django.middleware.csrf import get_token
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.side_panels import BaseSidePanel

from regulations.intake import FindingLine, findings_on
from regulations.intake.findings import CONFIRMABLE
from regulations.intake.wording import note_sentences, warning_sentences
from regulations.intake_screens.rows import CHIPS, chip_label
from regulations.models import IntakeFile
from regulations.problems import problem_sentences


class OriginalSidePanel(BaseSidePanel):
    """What a person has to look at, first what is to be supplied; then the file itself."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = gettext_lazy("Toggle the original")
        icon_name = "doc-full"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            """The number of fields that are still open."""
            return {**super().get_context_data(parent_context), "count": len(self.panel.open)}

    name = "original"
    title = gettext_lazy("Original")
    template_name = "regulations/intake/panel.html"
    order = 50

    class Media:
        css = {"all": ["css/intake.css"]}
        js = [Script("js/intake-original.js", defer=True)]

    def __init__(self, page: Any, request: Any, row: IntakeFile) -> None:
        super().__init__(page, request)
        self.row = row

    @cached_property
    def lines(self) -> list[FindingLine]:
        """The findings beside what the page holds now."""
        return findings_on(self.object)

    @cached_property
    def open(self) -> list[FindingLine]:
        """Those that somebody still has to look at."""
        return [line for line in self.lines if not line.is_settled]

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """Those that no field tells by itself."""
        told = [finding.get("why") for finding in self.row.findings]
        return [warning for warning in self.row.warnings if warning not in told]

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """`groups` of open findings in the order of the work, `settled` ones, and `remarks`."""
        row = self.row
        groups = [
            {
                "kind": str(state),
                "label": chip_label(state),
                "lines": [line for line in self.open if line.state == state],
                "may_confirm": state in CONFIRMABLE,
            }
            for state in CHIPS
        ]
        return {
            **super().get_context_data(parent_context),
            # A panel is rendered without the request's context processors.
            "csrf_token": get_token(self.request),
            "row": row,
            "count": len(self.open),
            "groups": [group for group in groups if group["lines"]],
            "settled": [line for line in self.lines if line.is_settled and line.value],
            "remarks": [*warning_sentences(self.warnings), *note_sentences(row.notes)],
            "problems": problem_sentences(row.problems),
        }
