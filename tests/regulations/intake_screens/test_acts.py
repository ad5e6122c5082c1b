"""Retry, discard, make a draft anyway: buttons of a row."""

from __future__ import annotations

import pytest
from django.urls import reverse

from campaigns.models import PlanPage
from regulations.intake import read_waiting
from regulations.models import IntakeFile
from tests.pages.desk import at_desk
from tests.regulations.intake_screens.office import act, bring_in, upload

pytestmark = pytest.mark.django_db
State = IntakeFile.State
DAMAGED = b"PK\x03\x04" + b"\x00" * 200


@pytest.fixture
def desk(editor):
    """The editor's browser."""
    return at_desk(editor)


def copy_of_a_draft(desk):
    """A row whose document is there already."""
    for _time in range(2):
        bring_in(desk, upload())
        read_waiting()
    return IntakeFile.objects.get(state=State.ALREADY_THERE)


def test_a_draft_is_made_although_the_document_is_there(desk):
    row = copy_of_a_draft(desk)

    assert "Đang tạo bản nháp." in act(desk, "draft_anyway", row).content.decode()
    read_waiting()
    assert PlanPage.objects.count() == 2


def test_discarding_asks_first(desk):
    row = copy_of_a_draft(desk)
    question = desk.get(reverse("intake:discard", args=[row.pk])).content.decode()

    assert "Bỏ tệp “ke-hoach.txt”?" in question
    row.refresh_from_db()
    assert row.state == State.ALREADY_THERE
    act(desk, "discard", row)
    row.refresh_from_db()
    assert row.state == State.DISCARDED


def test_an_act_that_comes_too_late_is_refused_in_words(desk):
    row = copy_of_a_draft(desk)
    act(desk, "discard", row)

    answer = act(desk, "draft_anyway", row)
    assert "Hãy tải lại trang" in answer.content.decode()


@pytest.mark.parametrize("name", ["retry", "draft_anyway", "discard"])
def test_nothing_is_done_by_a_link(desk, name):
    row = copy_of_a_draft(desk)
    desk.get(reverse(f"intake:{name}", args=[row.pk]))

    row.refresh_from_db()
    assert row.state == State.ALREADY_THERE


@pytest.mark.parametrize("name", ["retry", "draft_anyway", "discard"])
def test_others_do_nothing_with_it(desk, reviewer, name):
    row = copy_of_a_draft(desk)

    assert at_desk(reviewer).post(reverse(f"intake:{name}", args=[row.pk])).status_code in {
        302,
        403,
    }
    row.refresh_from_db()
    assert row.state == State.ALREADY_THERE
