"""Files come in through the screen: with script one by one, without it all at once."""

from __future__ import annotations

import pytest
from django.test import Client

from regulations.intake import read_waiting
from regulations.models import IntakeFile
from tests.builders import make_news
from tests.pages.desk import at_desk
from tests.regulations.intake_screens.office import PLAN_TYPE, SCREEN, bring_in, place, upload

pytestmark = pytest.mark.django_db
State = IntakeFile.State
AS_JSON = {"Accept": "application/json"}


def test_several_files_come_in_at_once_and_wait(editor):
    answer = bring_in(at_desk(editor), upload("a.txt"), upload("b.txt", number="2/KH-MNHS"))

    assert answer.url == f"{SCREEN}#came-in"
    rows = IntakeFile.objects.order_by("pk")
    assert [(row.name, row.state, row.user) for row in rows] == [
        ("a.txt", State.WAITING, editor),
        ("b.txt", State.WAITING, editor),
    ]
    assert len({row.batch for row in rows}) == 1


def test_the_script_gets_the_row_and_the_numbers(editor):
    answer = bring_in(at_desk(editor), upload(), **AS_JSON)

    assert answer.status_code == 201
    (row,) = answer.json()["rows"]
    assert "ke-hoach.txt" in row["html"]
    assert row["state"] == "waiting"
    assert answer.json()["counts"]["dang-doc"] == 1


def test_no_file_is_told_in_words_above_the_form_which_gets_the_focus(editor):
    page = bring_in(at_desk(editor))

    assert page.status_code == 400
    assert "Chưa chọn tệp nào. Hãy chọn ít nhất một tệp." in page.content.decode()
    assert 'role="alert" tabindex="-1" autofocus' in page.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("trong.pdf", b"", "Tệp rỗng"),
        ("chuong-trinh.docx", b"MZ\x90\x00" + b"\x00" * 200, "Hệ thống không đọc loại tệp này"),
        ("goi.pdf", b"PK\x03\x04" + b"\x00" * 200, "hỏng"),
    ],
)
def test_what_a_file_is_is_seen_by_its_content(editor, name, content, said):
    browser = at_desk(editor)
    bring_in(browser, upload(name, content))
    read_waiting()

    assert IntakeFile.objects.get().state == State.FAILED
    assert said in browser.get(SCREEN).content.decode()


def test_a_name_with_a_path_stays_a_name(editor):
    bring_in(at_desk(editor), upload("../../etc/ke\x07hoach.txt"))

    assert "/" not in IntakeFile.objects.get().name


def test_drafts_go_only_where_the_user_may_add_them(editor):
    browser = at_desk(editor)
    story = make_news()
    place()

    for wrong in (f"{story.pk}:{PLAN_TYPE}", f"{story.get_parent().pk}:news.newspage", "x", ""):
        answer = browser.post(SCREEN, {"place": wrong, "files": [upload()]}, headers=AS_JSON)
        assert answer.status_code == 400
        assert "Hãy chọn" in answer.json()["errors"][0]
    assert not IntakeFile.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "approver"])
def test_whoever_adds_no_document_has_no_screen(role, request):
    browser = at_desk(request.getfixturevalue(role))

    assert browser.get(SCREEN).status_code in {302, 403}
    assert bring_in(browser, upload()).status_code in {302, 403}
    assert not IntakeFile.objects.exists()


def test_readers_and_visitors_are_turned_away(client, staff):
    assert client.get(SCREEN).url.startswith("/dang-nhap/")
    assert at_desk(staff).get(SCREEN).status_code in {302, 403}


def test_a_form_of_another_site_brings_nothing_in(editor):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(editor)

    assert browser.post(SCREEN, {"place": place(), "files": [upload()]}).status_code == 403
    assert not IntakeFile.objects.exists()


def test_the_menu_shows_it_to_those_who_may(editor, reviewer):
    place()
    assert "/quan-tri/nhap-van-ban/" in at_desk(editor).get("/quan-tri/").content.decode()
    assert "/quan-tri/nhap-van-ban/" not in at_desk(reviewer).get("/quan-tri/").content.decode()
