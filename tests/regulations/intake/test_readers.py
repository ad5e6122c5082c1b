"""The readers beside the server: they read what waits, and end when the server does."""

from __future__ import annotations

import signal

import pytest

from tests.regulations.intake.runs import Office, wait_until

RECEIVE = """
import sys, django
django.setup()
from pathlib import Path
from campaigns.models import PlanIndexPage
from regulations.intake import receive
for path in sorted(Path(sys.argv[1]).iterdir()):
    parent = PlanIndexPage.objects.get()
    receive(path, path.name, parent=parent, page_type="campaigns.PlanPage")
"""


@pytest.fixture
def office(tmp_path):
    """Three plans that wait."""
    office = Office(tmp_path, 3)
    received = office.run("-c", RECEIVE, office.papers)
    assert (received.stderr, office.unfinished()) == ("", 3)
    return office


def test_they_read_what_waits_and_end_when_asked(office):
    process = office.start("-m", "portal.readers")
    wait_until(process, lambda: office.drafts() == 3)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)

    assert process.returncode == 0
    assert office.is_whole()


def test_a_reader_that_is_killed_loses_no_file(office):
    first = office.start("-m", "portal.readers")
    wait_until(first, lambda: office.count("regulations_intakefile", "attempts > 0") > 0)
    first.kill()
    first.communicate()
    office.run("-c", LEASES_OVER)

    second = office.start("-m", "portal.readers")
    wait_until(second, lambda: office.drafts() == 3)
    second.terminate()
    second.communicate(timeout=30)
    assert office.is_whole()


LEASES_OVER = """
import django
django.setup()
from django.utils import timezone
from regulations.models import IntakeFile
IntakeFile.objects.filter(state="reading").update(leased_until=timezone.now())
"""
