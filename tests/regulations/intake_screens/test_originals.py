"""The file as it came in: for those who work with it, as a download and page by page."""

from __future__ import annotations

import threading
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from PIL import Image
from wagtail.models import GroupPagePermission

from regulations.intake import read_waiting
from regulations.intake_screens import drawings
from regulations.intake_screens.rights import may_see_original
from regulations.models import IntakeFile
from tests.pages.desk import at_desk
from tests.regulations.intake_screens.office import bring_in, upload

pytestmark = pytest.mark.django_db


def address(name, *parts):
    return reverse(f"intake:{name}", args=[IntakeFile.objects.get().pk, *parts])


@pytest.fixture
def desk(editor):
    """The editor's browser, after a plan came in."""
    browser = at_desk(editor)
    bring_in(browser, upload("kế hoạch.txt"))
    read_waiting()
    return browser


def test_the_original_is_a_download_whatever_it_is(desk):
    answer = desk.get(address("original"))

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content).startswith("ỦY BAN".encode())


@pytest.mark.parametrize("name", ["original", "pages"])
def test_others_get_nothing(desk, reviewer, client, name):
    assert at_desk(reviewer).get(address(name)).status_code == 404
    assert client.get(address(name)).status_code == 302


def test_without_pictures_the_text_stands_there_as_it_was_read(desk):
    shown = desk.get(address("pages")).content.decode()

    assert "Chữ đã đọc được" in shown
    assert "MỤC ĐÍCH" in shown


def test_a_page_that_is_not_there_is_not_found(desk):
    assert desk.get(address("picture", 9)).status_code == 404


def test_the_pages_of_a_scan_are_pictures(editor):
    browser, data = at_desk(editor), BytesIO()
    Image.new("L", (620, 877), 255).save(data, "PDF", resolution=75)
    bring_in(browser, upload("quet.pdf", data.getvalue()))

    assert address("picture", 1) in browser.get(address("pages")).content.decode()
    answer = browser.get(address("picture", 1))
    assert answer["Content-Type"] == "image/webp"
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).width == 1000


def test_an_editor_of_the_page_that_was_there_already_sees_only_its_own_file(desk, reviewer):
    drafted = IntakeFile.objects.get()
    group = Group.objects.create(name="Một trang")
    may_change = Permission.objects.get(codename="change_portalpage")
    GroupPagePermission.objects.create(group=group, page=drafted.page, permission=may_change)
    reviewer.groups.add(group)
    bring_in(desk, upload("bản khác.txt"))
    read_waiting()
    other = IntakeFile.objects.get(state=IntakeFile.State.ALREADY_THERE)

    assert other.page == drafted.page
    assert may_see_original(drafted, reviewer)
    assert not may_see_original(other, reviewer)


def test_who_would_have_to_wait_for_pictures_is_asked_to_come_again(desk, monkeypatch):
    monkeypatch.setattr(drawings, "PATIENCE", 0)
    monkeypatch.setattr(drawings, "_AT_ONCE", threading.BoundedSemaphore(1))
    with drawings._AT_ONCE:
        for asked in (address("pages"), address("picture", 1)):
            assert desk.get(asked).status_code == 503
