"""The desk in the admin: what was asked, what can be done about it, and why an answer comes."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from accounts.audience import Audience
from search.desk.counted import AskedDay, AskedText, Verdict
from search.desk.words import digest_of, key_of
from tests.builders import make_news, make_regulation
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db
DESK = "/quan-tri/tim-kiem/"
EXPLAIN = f"{DESK}giai-thich/"
TODAY = timezone.localdate()


def counted(text, asked=5, not_found=0, no=0, days_ago=0):
    digest, day = digest_of(key_of(text)), TODAY - dt.timedelta(days=days_ago)
    AskedText.objects.get_or_create(digest=digest, defaults={"text": text, "folded": key_of(text)})
    AskedDay.objects.create(day=day, digest=digest, asked=asked, not_found=not_found)
    if no:
        Verdict.objects.create(day=day, digest=digest, no=no)


def screen(user, address=DESK):
    return at_desk(user).get(address).content.decode()


@pytest.mark.parametrize("address", [DESK, EXPLAIN, f"{DESK}?export=xlsx"])
@pytest.mark.parametrize("role", ["editor", "reviewer", "approver", "staff", "council"])
def test_the_desk_is_the_administrators(address, role, request):
    assert at_desk(request.getfixturevalue(role)).get(address).status_code in {302, 403}


def test_the_right_can_be_given(editor):
    editor.user_permissions.add(Permission.objects.get(codename="use_desk"))
    assert at_desk(editor).get(DESK).status_code == 200


def test_each_list_has_its_questions_the_weightiest_first(admin):
    counted("nâng lương", asked=3, not_found=3)
    counted("nghỉ lễ", asked=9)
    counted("thi đua", asked=5, no=2)
    most = screen(admin)
    assert most.index("nghỉ lễ") < most.index("thi đua") < most.index("nâng lương")
    missing = screen(admin, f"{DESK}?muc=khong-thay")
    assert "nâng lương" in missing
    assert "nghỉ lễ" not in missing
    wrong = screen(admin, f"{DESK}?muc=khong-phai")
    assert "thi đua" in wrong
    assert "nghỉ lễ" not in wrong


def test_only_the_days_asked_for_are_counted(admin):
    counted("nâng lương", days_ago=20)
    assert "nâng lương" in screen(admin)
    week = f"{DESK}?tu={TODAY - dt.timedelta(days=6)}&den={TODAY}"
    assert "nâng lương" not in screen(admin, week)
    old = TODAY - dt.timedelta(days=20)
    assert "nâng lương" in screen(admin, f"{DESK}?tu={old:%d/%m/%Y}&den={old:%d/%m/%Y}")
    for nonsense in ("tu=hôm+qua", "den=0001-01-01", "tu=9999-99-99", "tu=%00"):
        page = screen(admin, f"{DESK}?{nonsense}")
        assert "ghi ngày dạng" in page
        # What is shown instead is marked as what is shown.
        assert 'aria-current="true">30' in page


def test_every_question_can_be_acted_on(admin):
    counted("nghỉ lễ & tết")
    page = screen(admin)
    assert "/quan-tri/search/abbreviation/create/?abbreviation=ngh%E1%BB%89+l%E1%BB%85" in page
    assert "/quan-tri/search/pinnedanswer/create/?questions=ngh%E1%BB%89+l%E1%BB%85" in page
    assert f"{EXPLAIN}?q=ngh%E1%BB%89+l%E1%BB%85+%26+t%E1%BA%BFt" in page


def test_a_long_question_is_what_a_short_form_stands_for(admin):
    counted("mẫu bản đăng ký danh hiệu thi đua năm học 2026-2027")
    page = screen(admin)
    assert "/quan-tri/search/abbreviation/create/?expansion=m%E1%BA%ABu" in page
    assert "create/?abbreviation=" not in page


def test_what_finds_nothing_can_be_answered_from_there(admin):
    page = screen(admin, f"{EXPLAIN}?q=khongcogi")
    assert "/quan-tri/search/pinnedanswer/create/?questions=khongcogi" in page


def test_exports_carry_no_formula(admin):
    counted('=HYPERLINK("x")')
    csv = b"".join(at_desk(admin).get(f"{DESK}?export=csv").streaming_content).decode()
    assert "'=HYPERLINK" in csv
    answer = at_desk(admin).get(f"{DESK}?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert sheet["A2"].value == '=HYPERLINK("x")'
    assert sheet["A2"].data_type == "s"
    assert [cell.value for cell in sheet[1]][:2] == ["Câu hỏi", "Số lần hỏi"]


def test_the_lists_cost_the_same_however_long(admin):
    desk, costs = at_desk(admin), []
    desk.get(DESK)
    for start in (0, 20):
        for number in range(start, start + 20):
            counted(f"câu {number}", no=1)
        with CaptureQueriesContext(connection) as queries:
            desk.get(DESK)
        costs.append(len(queries))
    assert costs[1] <= costs[0]


def test_an_answer_is_explained(admin):
    make_regulation("Quy chế nghỉ lễ", text="Điều 1. Nghỉ lễ\nNhư trên.", audience=Audience.PUBLIC)
    page = screen(admin, f"{EXPLAIN}?q=nghi+le")
    assert "Quy chế nghỉ lễ" in page
    assert "<code>nghi</code>" in page
    assert '<th scope="row">' in page


@pytest.mark.parametrize(
    ("circle", "seen"),
    [("public", {"ngày"}), ("staff", {"ngày", "tháng"}), ("council", {"ngày", "tháng", "năm"})],
)
def test_it_is_looked_at_through_the_eyes_of_each_circle(admin, circle, seen):
    for title, audience in zip(("ngày", "tháng", "năm"), Audience, strict=True):
        make_news(f"Nghỉ lễ {title}", audience=audience)
    page = screen(admin, f"{EXPLAIN}?q=nghi+le&la={circle}")
    assert {title for title in ("ngày", "tháng", "năm") if f"Nghỉ lễ {title}" in page} == seen


def test_whoever_is_not_of_the_council_looks_through_no_eyes_of_the_council(editor):
    editor.user_permissions.add(Permission.objects.get(codename="use_desk"))
    make_news("Nghỉ lễ kín", audience=Audience.COUNCIL)
    page = screen(editor, f"{EXPLAIN}?q=nghi+le&la=council")
    assert "Nghỉ lễ kín" not in page
    assert 'value="council"' not in page


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00", "?q=%22&la=x&trang=-1", "?q=khongcogi"])
def test_nonsense_is_answered(admin, query):
    assert at_desk(admin).get(f"{EXPLAIN}{query}").status_code == 200
