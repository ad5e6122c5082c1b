"""Exports that no spreadsheet executes: one place for registers, reports and lists of users.

Wagtail keeps formulas out of its XLSX files (a cell that would be one is made a text) and leaves
CSV to each view. Its views share nothing but `SpreadsheetExportMixin` and take no setting, so the
one method of the mixin through which every cell goes is replaced here.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# What makes a spreadsheet read a cell as a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

_cell_of_wagtail = SpreadsheetExportMixin.preprocess_field_value


def harmless(value: Any) -> Any:
    """`value`, a text that would be a formula with an apostrophe before it."""
    is_formula = isinstance(value, str) and value.startswith(FORMULA_STARTS)
    return f"'{value}" if is_formula else value


def _cell(self: SpreadsheetExportMixin, field: str, value: Any, export_format: str) -> Any:
    cell = _cell_of_wagtail(self, field, value, export_format)
    return harmless(cell) if export_format == self.FORMAT_CSV else cell


def escape_formulas() -> None:
    """Called once by `PagesConfig.ready()`; calling it again changes nothing."""
    SpreadsheetExportMixin.preprocess_field_value = _cell
