"""The results of a search as a list to take away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from search.request import address
from search.results import Result, SearchRequest, SearchResults

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS = 1000
WIDTHS = (6, 18, 22, 60, 30, 14, 14, 20, 40, 60)
LONGEST_CELL = 2000
DAY_FORMAT = "dd/mm/yyyy"


def workbook_of(found: SearchResults, asked: SearchRequest, day: dt.date, site: str) -> bytes:
    """An XLSX file: what was asked and when, then a row for each result, in their order.

    day: effect is told as of it; site: the address of the portal, before the addresses of pages.
    At most MOST_ROWS results; the head says when there are more. No cell is a formula.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Results"))
    for place, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    head = list(_head(found, asked, day, site))
    sheet.freeze_panes = f"A{len(head) + 2}"
    for line in head:
        sheet.append([_cell(sheet, line)])
    sheet.append([_cell(sheet, title, bold=True) for title in _titles()])
    for number, result in enumerate(_listed(found), start=1):
        sheet.append([_cell(sheet, value) for value in _row(number, result, site)])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _head(found: SearchResults, asked: SearchRequest, day: dt.date, site: str) -> Iterator[str]:
    """The lines above the table: the question, its filters, how much was found, the day."""
    yield _("Search: %(text)s") % {"text": found.query.text or "-"}
    chosen = [
        f"{facet.label}: {', '.join(value.label for value in facet.chosen)}"
        for facet in found.facets
        if facet.chosen
    ]
    if not (asked.with_expired or asked.effects):
        chosen.append(_("without expired documents"))
    yield _("Filters: %(filters)s") % {"filters": "; ".join(chosen) or "-"}
    yield _("%(shown)d of %(total)d results, effect as of %(day)s") % {
        "shown": len(_listed(found)),
        "total": found.total,
        "day": f"{day:%d/%m/%Y}",
    }
    yield urljoin(site, f"/tim-kiem/{address(asked)}")


def _listed(found: SearchResults) -> list[Result]:
    """The cards of a number, then the results, each page once."""
    pages = {result.page.pk: result for result in (*found.cards, *found.results)}
    return list(pages.values())[:MOST_ROWS]


def _titles() -> Sequence[str]:
    return (
        _("No."),
        _("Type"),
        _("Number and symbol"),
        _("Title"),
        _("Issuer"),
        _("Issue date"),
        _("In force from"),
        _("Effect"),
        _("First place found"),
        _("Address"),
    )


def _row(number: int, result: Result, site: str) -> Iterator[Any]:
    page = result.page
    record = getattr(page, "record", None)
    effect = getattr(record, "effect", None)
    yield number
    yield (record and record.get_document_type_display()) or result.kind_label
    yield record.number if record else ""
    yield page.title
    yield record.issuer_as_printed if record else ""
    yield record.issued_on if record else None
    yield record.effective_on if record else None
    yield str(effect.label) if effect else ""
    yield result.hits[0].label if result.hits else ""
    yield urljoin(site, page.url or "")


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    """A cell that no spreadsheet executes: a text is a text, whatever it begins with."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:LONGEST_CELL]
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text=not bold)
    if isinstance(value, dt.date):
        cell.number_format = DAY_FORMAT
    if bold:
        cell.font = Font(bold=True)
    return cell
