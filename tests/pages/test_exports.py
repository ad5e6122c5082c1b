"""No export holds what a spreadsheet would execute: registers and reports."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from news.models import PortalTag
from pages.spreadsheets import FORMULA_STARTS, harmless
from tests.builders import (
    make_award,
    make_award_type,
    make_consent,
    make_decision,
    make_honoree,
    make_news,
    make_organization,
)
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db

FORMULA = "=1+1|cmd"
EXPORTS = {
    "/quan-tri/organizations/organization/": lambda: make_organization(FORMULA),
    "/quan-tri/honors/awardtype/": lambda: make_award_type(FORMULA),
    "/quan-tri/honors/award/": lambda: make_award(make_decision(), FORMULA),
    "/quan-tri/honors/consent/": lambda: make_consent(make_honoree(), given_by=FORMULA),
    "/quan-tri/news/portaltag/": lambda: PortalTag.objects.create(name=FORMULA),
    "/quan-tri/reports/site-history/": lambda: make_news(FORMULA),
    "/quan-tri/reports/aging-pages/": lambda: make_news(FORMULA),
    "/quan-tri/reports/locked/": lambda: make_news(FORMULA, locked=True),
}


def body_of(response) -> bytes:
    """The bytes of the export."""
    assert response.status_code == 200
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("address", EXPORTS)
def test_no_cell_is_a_formula(admin, address):
    EXPORTS[address]()
    browser = at_desk(admin)
    text = body_of(browser.get(address, {"export": "csv"})).decode()
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []
    assert any(FORMULA in cell for cell in cells)
    sheet = load_workbook(BytesIO(body_of(browser.get(address, {"export": "xlsx"})))).active
    assert [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_every_start_of_a_formula_is_escaped(start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", ["Hoa Sen", "1-2", "", 5, -5, None])
def test_anything_else_stays_as_it_is(value):
    assert harmless(value) == value
