"""The script asks how far the reading has come."""

from __future__ import annotations

import pytest

from regulations.intake import read_waiting
from regulations.models import IntakeFile
from tests.pages.desk import at_desk
from tests.regulations.intake_screens.office import SCREEN, bring_in, upload

pytestmark = pytest.mark.django_db
PROGRESS = f"{SCREEN}tinh-hinh/"


def test_a_row_comes_back_changed_when_its_file_was_read(editor):
    browser = at_desk(editor)
    bring_in(browser, upload())
    pk = IntakeFile.objects.get().pk
    assert browser.get(f"{PROGRESS}?tep={pk}").json()["rows"][0]["state"] == "waiting"

    read_waiting()
    told = browser.get(f"{PROGRESS}?tep={pk}").json()
    assert told["rows"][0]["state"] == "drafted"
    assert told["rows"][0]["says"].startswith("Kế hoạch")
    assert told["counts"]["ban-nhap"] == 1


@pytest.mark.parametrize("query", ["", "?tep=x", "?tep=-1", f"?tep={10**30}", "?tep=%00", "?tep=٣"])
def test_nonsense_is_left_out(editor, query):
    bring_in(at_desk(editor), upload())

    assert at_desk(editor).get(PROGRESS + query).json()["rows"] == []


def test_others_learn_nothing(editor, reviewer):
    bring_in(at_desk(editor), upload())
    pk = IntakeFile.objects.get().pk

    assert at_desk(reviewer).get(f"{PROGRESS}?tep={pk}").status_code in {302, 403}


def test_the_numbers_are_those_of_the_list_that_is_shown(editor, reviewer):
    browser = at_desk(editor)
    bring_in(browser, upload())
    IntakeFile.objects.update(user=reviewer)

    assert browser.get(PROGRESS).json()["counts"]["tat-ca"] == 0
    assert browser.get(f"{PROGRESS}?cua=moi-nguoi").json()["counts"]["tat-ca"] == 1
