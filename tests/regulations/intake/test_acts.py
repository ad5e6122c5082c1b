"""Retry, discard, confirm: each only in the state in which it makes sense."""

from __future__ import annotations

import pytest

from campaigns.models import PlanPage
from regulations.intake import RefusedError, confirm, discard, draft_anyway, read_next, retry
from regulations.intake.findings import FindingState
from regulations.models import IntakeFile
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db
State = IntakeFile.State


@pytest.fixture
def failed(tmp_path):
    """A row whose kept file is damaged."""
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 400)
    bring(path)
    return read_next()


@pytest.fixture
def drafted(tmp_path):
    """A row that became a draft."""
    bring(plan_file(tmp_path))
    return read_next()


def test_a_file_that_was_not_read_may_wait_again(failed):
    row = retry(failed)

    assert (row.state, row.attempts, row.error_code) == (State.WAITING, 0, "")


def test_a_discarded_file_stays_in_the_ledger_and_may_come_again(failed, tmp_path):
    discard(failed)

    assert not IntakeFile.objects.kept().exists()
    assert bring(tmp_path / "hong.docx").pk != failed.pk


@pytest.mark.parametrize("act", [retry, discard, draft_anyway])
def test_a_draft_is_not_touched(drafted, act):
    with pytest.raises(RefusedError):
        act(drafted)
    assert IntakeFile.objects.get().state == State.DRAFTED


def test_what_a_screen_showed_a_minute_ago_does_not_count(failed):
    shown = IntakeFile.objects.get()
    discard(failed)

    with pytest.raises(RefusedError):
        retry(shown)


def test_an_unsure_value_is_confirmed_by_a_person(drafted):
    drafted.findings[0]["state"] = "unsure"
    drafted.save()
    confirm(drafted, drafted.findings[0]["field"])

    assert IntakeFile.objects.get().findings[0]["state"] == FindingState.CONFIRMED


def test_a_file_whose_draft_was_deleted_may_be_read_again(drafted):
    original = drafted.document
    PlanPage.objects.get().delete()
    retry(IntakeFile.objects.get())
    row = read_next()

    assert (row.state, row.document) == (State.DRAFTED, original)


def test_two_values_confirmed_at_once_are_both_kept(drafted):
    for finding in drafted.findings[:2]:
        finding["state"] = "unsure"
    drafted.save()
    other = IntakeFile.objects.get()
    confirm(drafted, drafted.findings[0]["field"])
    confirm(other, drafted.findings[1]["field"])

    states = [finding["state"] for finding in IntakeFile.objects.get().findings[:2]]
    assert states == [FindingState.CONFIRMED] * 2
