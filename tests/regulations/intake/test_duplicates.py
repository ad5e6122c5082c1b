"""The same file, or the same number, issuer and date: said, and never drafted twice by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from campaigns.models import PlanPage
from regulations.intake import draft_anyway, read_next
from regulations.intake.duplicates import may_be_named_to
from regulations.models import IntakeFile
from tests.builders import make_plan, make_user
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db
State = IntakeFile.State
SAME = {
    "number": "12/KH-MNHS",
    "issued_on": dt.date(2025, 9, 24),
    "issuer_as_printed": "Trường mầm non Hoa Sen",
}


def test_the_same_file_leads_to_the_page_it_became(tmp_path):
    bring(plan_file(tmp_path))
    first = read_next()
    bring(plan_file(tmp_path, "ban-sao.txt"))
    second = read_next()

    assert (second.state, second.page) == (State.ALREADY_THERE, first.page)
    assert second.warnings[0]["code"] == "same-file"
    assert PlanPage.objects.count() == 1


def test_the_same_number_issuer_and_date_leads_to_the_page_that_is_there(tmp_path):
    page = make_plan(**SAME)
    bring(plan_file(tmp_path))
    row = read_next()

    assert (row.state, row.page.pk) == (State.ALREADY_THERE, page.pk)
    assert row.warnings[0]["code"] == "same-document"


@pytest.mark.parametrize(
    "other",
    [
        {"number": "13/KH-MNHS"},
        {"issued_on": dt.date(2024, 9, 24)},
        {"issuer_as_printed": "Trường Mầm non Họa Mi"},
        {"issued_on": None},
    ],
)
def test_a_number_alone_is_no_identity(tmp_path, other):
    make_plan(**{**SAME, **other})
    bring(plan_file(tmp_path))

    assert read_next().state == State.DRAFTED


def test_a_person_may_have_it_drafted_anyway(tmp_path):
    make_plan(**SAME)
    bring(plan_file(tmp_path))
    row = draft_anyway(read_next())

    assert (row.state, row.page) == (State.WAITING, None)
    assert read_next().state == State.DRAFTED


def test_a_page_is_named_only_to_those_who_may_see_it(staff, editor):
    page = make_plan(audience=Audience.COUNCIL)
    visitor = make_user("khach")

    assert may_be_named_to(page, editor)
    assert not may_be_named_to(page, staff)
    assert not may_be_named_to(page, visitor)
    assert not may_be_named_to(None, editor)
