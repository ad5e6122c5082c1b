"""The staff desk: what waits for its reader, oldest first; for whom; and what it costs."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import TaskState

from home.models import StaffDeskPage
from tests.builders import (
    make_campaign,
    make_decision,
    make_index,
    make_news,
    make_plan,
    make_regulation,
)
from tests.pages.desk import at_desk, send_back, sign, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db):
    """Its address."""
    return make_index(StaffDeskPage).url


def told(user, desk):
    return at_desk(user).get(desk).context


def shown(user, desk):
    return at_desk(user).get(desk).content.decode()


def handed_in(editor, title, days_ago=0):
    page = make_news(title, live=False)
    submit(editor, page)
    since = timezone.now() - dt.timedelta(days=days_ago)
    TaskState.objects.filter(revision__object_id=str(page.pk)).update(started_at=since)
    return page


def titles(rounds):
    return [one.title for one in rounds]


def test_a_reviewer_sees_what_waits_longest_first(desk, editor, reviewer):
    handed_in(editor, "Bài gửi sau")
    handed_in(editor, "Bài gửi trước", days_ago=3)
    rounds = told(reviewer, desk)["rounds"]
    assert titles(rounds.to_sign) == ["Bài gửi trước", "Bài gửi sau"]
    assert [one.days for one in rounds.to_sign] == [3, 0]
    page = shown(reviewer, desk)
    assert "Đã chờ 3\u00a0ngày" in page
    assert "Gửi hôm nay" in page
    assert "Người gửi: Trần Thị Lan" in page


def test_the_approver_is_asked_after_the_reviewer(desk, editor, reviewer, approver):
    page = handed_in(editor, "Bài chờ duyệt")
    assert not told(approver, desk)["rounds"]
    sign(reviewer, page)
    assert titles(told(approver, desk)["rounds"].to_sign) == ["Bài chờ duyệt"]
    assert not told(reviewer, desk)["rounds"].to_sign


def test_what_came_back_says_why(desk, editor, reviewer):
    page = handed_in(editor, "Bài còn thiếu")
    rounds = told(editor, desk)["rounds"]
    assert titles(rounds.under_review) == ["Bài còn thiếu"]
    send_back(reviewer, page, "Ghi thêm số quyết định.")
    rounds = told(editor, desk)["rounds"]
    assert (titles(rounds.returned), rounds.under_review) == (["Bài còn thiếu"], [])
    body = shown(editor, desk)
    assert "Ghi thêm số quyết định." in body
    assert "Người trả lại: Lê Văn Hùng" in body
    assert f"/quan-tri/pages/{page.pk}/edit/" in body


def test_nobody_else_sees_them(desk, editor, reviewer, staff):
    handed_in(editor, "Bài chưa đăng")
    assert "Bài chưa đăng" not in shown(staff, desk)
    assert not told(staff, desk)["works"]


def test_one_who_works_here_and_has_no_task_is_told_so(desk, approver, staff):
    words = "Chưa có việc nào chờ bạn."
    assert words in shown(approver, desk)
    assert words not in shown(staff, desk)


def test_documents_to_be_reviewed_lead_to_their_reason(desk, editor, staff):
    make_plan(number="1/KH-X", issued_on=dt.date(2026, 1, 5))
    assert "/van-ban-can-ra-soat/?ly-do=lacking" in shown(editor, desk)
    assert "/van-ban-can-ra-soat/" not in shown(staff, desk)


@pytest.mark.parametrize("role", ["staff", "editor", "reviewer", "approver"])
def test_searches_and_the_check_for_copies_are_a_step_away(desk, request, role):
    body = shown(request.getfixturevalue(role), desk)
    assert 'href="/noi-bo/tim-kiem-da-luu/"' in body
    assert 'href="/noi-bo/kiem-tra-trung/"' in body


def test_new_documents_of_every_kind_stand_in_one_list(desk, staff):
    make_regulation("Quy chế mới")
    make_decision("Quyết định mới")
    make_plan("Kế hoạch hết hạn", issued_on=dt.date(2020, 1, 1), expires_on=dt.date(2021, 1, 1))
    documents = told(staff, desk)["documents"]
    assert [one.page.title for one in documents] == [
        "Kế hoạch hết hạn",
        "Quyết định mới",
        "Quy chế mới",
    ]
    assert documents[0].effect.label == "Hết hiệu lực"


@pytest.mark.parametrize("role", ["staff", "editor", "reviewer", "approver"])
def test_it_costs_twelve_queries_at_most_however_much_waits(desk, request, editor, role):
    user = request.getfixturevalue(role)
    browser, costs = at_desk(user), []
    for number in range(2):
        for each in range(3):
            handed_in(editor, f"Bài {number} {each}")
            make_regulation(f"Văn bản {number} {each}")
        make_campaign(f"Phong trào {number}", ends_on=timezone.localdate() - dt.timedelta(days=1))
        # A publication empties what is cached of the site's addresses; the next reader fills it.
        browser.get(desk)
        with CaptureQueriesContext(connection) as queries:
            browser.get(desk)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
