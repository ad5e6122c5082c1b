"""A run over sixty files that is broken off, and repeated: nothing half-made, nothing twice."""

from __future__ import annotations

import signal

import pytest

from tests.regulations.intake.runs import Office, wait_until

FILES = 60


@pytest.fixture
def office(tmp_path):
    """Sixty plans to be brought in."""
    return Office(tmp_path, FILES)


def test_ctrl_c_ends_it_with_what_was_done_and_a_second_run_goes_on(office):
    process = office.start(*office.intake())
    wait_until(process, lambda: office.drafts() >= 5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "Traceback" not in err
    assert "Đã dừng" in out
    assert 5 <= office.drafts() < FILES
    assert office.is_whole()

    again = office.run(*office.intake())
    assert (again.returncode, office.drafts()) == (0, FILES)
    assert office.is_whole()


def test_kill_9_leaves_nothing_half_made_and_a_second_run_goes_on(office):
    for least in (3, 15, 30):
        process = office.start(*office.intake())
        wait_until(process, lambda least=least: office.drafts() >= least)
        process.kill()
        process.communicate()
        assert office.is_whole()

    again = office.run(*office.intake())
    assert (again.returncode, office.drafts(), office.kept()) == (0, FILES, FILES)
    assert office.is_whole()
