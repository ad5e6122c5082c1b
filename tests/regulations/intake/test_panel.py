"""What the editor of a page made by intake has to look at, in Vietnamese."""

from __future__ import annotations

import datetime as dt

import pytest

from regulations.intake import FindingState, findings_on, intake_of, read_next
from tests.builders import make_plan
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tmp_path):
    """A draft whose day is to be filled in."""
    bring(plan_file(tmp_path, date="…… tháng 9 năm 2025"))
    return read_next().page.specific


def line(page, field):
    return next(one for one in findings_on(page) if one.field == field)


def test_a_sure_value_is_settled_and_shown_as_readers_write_it(page):
    kind = line(page, "document_type")

    assert (kind.label, kind.value, kind.is_settled) == ("loại văn bản", "Kế hoạch", True)


def test_a_missing_value_says_what_stands_there_and_what_to_do(page):
    day = line(page, "issued_on")

    assert (day.state, day.is_settled) == (FindingState.MISSING, False)
    assert "Cần bổ sung" in day.sentence
    assert "tháng 9 năm 2025" in day.sentence


def test_what_the_editor_supplied_is_settled(page):
    page.issued_on = dt.date(2025, 9, 24)

    assert line(page, "issued_on").is_settled


def test_a_page_typed_by_hand_has_no_findings():
    page = make_plan()

    assert intake_of(page) is None
    assert findings_on(page) == []


def test_an_unsure_type_that_the_portal_has_no_shelf_for_is_to_be_looked_at(page):
    row = intake_of(page)
    found = next(one for one in row.findings if one["field"] == "document_type")
    found.update(state="unsure", value="other")
    row.save()
    page.document_type = "other"

    assert not line(page, "document_type").is_settled
