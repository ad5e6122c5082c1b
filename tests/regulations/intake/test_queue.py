"""The queue: taken once, given back when a reader does not come back, given up in the end."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from extraction.errors import ReaderDiedError
from regulations.intake.queue import (
    MOST_ATTEMPTS,
    StoppedError,
    claim,
    read_next,
    read_waiting,
    work,
)
from regulations.models import IntakeFile
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db
State = IntakeFile.State
LATER = dt.timedelta(hours=1)


@pytest.fixture
def waiting(tmp_path):
    """Two files that wait."""
    return [bring(plan_file(tmp_path, f"{n}.txt", number=f"{n}/KH-MNHS")) for n in (1, 2)]


def test_the_oldest_comes_first_and_is_taken_once(waiting):
    assert [claim().pk, claim().pk] == [row.pk for row in waiting]
    assert claim() is None


def test_all_that_waits_is_read(waiting):
    assert read_waiting() == 2
    assert set(IntakeFile.objects.values_list("state", flat=True)) == {State.DRAFTED}


def test_the_row_of_a_reader_that_was_killed_waits_again(waiting):
    lost = claim()

    assert claim(timezone.now() + LATER).pk == lost.pk
    assert IntakeFile.objects.get(pk=lost.pk).attempts == 2


def test_a_file_that_kills_its_readers_is_given_up(waiting):
    waiting[1].delete()
    for attempt in range(MOST_ATTEMPTS):
        assert claim(timezone.now() + attempt * LATER) is not None
    assert claim(timezone.now() + MOST_ATTEMPTS * LATER) is None

    row = IntakeFile.objects.get()
    assert (row.state, row.error_code) == (State.FAILED, "reader-gone")
    assert row.error_data == {"attempts": str(MOST_ATTEMPTS)}


def test_a_reader_that_comes_back_too_late_makes_no_second_draft(waiting):
    waiting[1].delete()
    late = claim()
    claim(timezone.now() + LATER)
    work(late)

    row = IntakeFile.objects.get()
    assert (row.state, row.page) == (State.READING, None)


def test_a_reader_that_is_asked_to_end_gives_the_file_back(waiting):
    def stopped(path):
        raise StoppedError

    read_next(stopped)
    row = IntakeFile.objects.get(pk=waiting[0].pk)
    assert (row.state, row.attempts) == (State.WAITING, 0)


def test_a_reader_that_dies_of_a_file_says_so(waiting):
    def dying(path):
        raise ReaderDiedError

    assert read_next(dying).error_code == "reader-died"


def test_a_kept_file_that_is_gone_is_said_to_be_gone(waiting):
    waiting[0].file.storage.delete(waiting[0].file.name)

    assert read_next().error_code == "file-gone"


@pytest.mark.parametrize("error", [ReaderDiedError, StoppedError])
def test_a_reader_that_fails_too_late_leaves_the_row_to_the_next(waiting, error):
    waiting[1].delete()
    late = claim()
    now = claim(timezone.now() + LATER)

    def failing(path):
        raise error

    work(late, failing)
    row = IntakeFile.objects.get()
    assert (row.state, row.lease) == (State.READING, now.lease)


def test_a_list_that_comes_in_while_its_file_is_read_is_followed(waiting):
    taken = claim()
    IntakeFile.objects.filter(pk=taken.pk).update(given={"number": "99/KH-MNHS"})

    assert work(taken).page.specific.number == "99/KH-MNHS"
