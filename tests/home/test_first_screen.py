"""The front page tells what is known of the lead, the wall and the dates, and is silent else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from campaigns.models import Milestone
from tests.builders import (
    make_award,
    make_campaign,
    make_decision,
    make_home,
    make_honoree,
    make_news,
    make_picture,
)


@pytest.fixture
def front(client, db):
    make_home()
    return lambda: client.get("/").content.decode()


def honour(name, day, **fields):
    honoree = make_honoree(name)
    decision = make_decision(issued_on=day, audience=Audience.PUBLIC, **fields)
    make_award(decision, name, honoree=honoree)


def test_a_lead_without_a_picture_has_a_drawn_place(front):
    make_news("Chuyện không ảnh")
    assert "tk-arch--drawn" in front()
    make_news("Chuyện có ảnh", cover=make_picture(), published_on=dt.date(2030, 1, 1))
    assert "tk-arch--drawn" not in front()


def test_the_wall_is_named_for_the_school_year_of_all_it_shows(front):
    honour("Lê Một", dt.date(2025, 9, 1))
    honour("Lê Hai", dt.date(2026, 8, 31))
    assert "Bảng vàng năm học\u00a02025\u00a0– 2026" in front()
    honour("Lê Ba", dt.date(2026, 9, 1))
    assert "Bảng vàng từ năm học\u00a02025\u00a0– 2026" in front()


def test_a_wall_with_an_unknown_day_names_no_year(front):
    honour("Lê Một", dt.date(2025, 9, 1))
    make_honoree("Lê Không Ngày")
    assert "năm học" not in front()


def test_those_honoured_last_stand_first(client, front):
    honour("Lê Mới", dt.date(2026, 9, 2))
    honour("Lê Cũ", dt.date(2024, 9, 2))
    make_honoree("Lê Không Ngày")
    names = [honoree.title for honoree in client.get("/").context["honorees"]]
    assert names == ["Lê Mới", "Lê Cũ", "Lê Không Ngày"]


def test_dates_to_come_are_told_as_far_as_the_reader_may_see_them(front):
    assert "Lịch thi đua" not in front()
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    public, staff = make_campaign("Chung"), make_campaign("Kín", audience=Audience.STAFF)
    for campaign, day, title in (
        (public, tomorrow, "Hạn nộp bài"),
        (public, yesterday, "Đã qua"),
        (staff, tomorrow, "Họp kín"),
    ):
        Milestone.objects.create(campaign=campaign, day=day, title=title)
    page = front()
    assert "Lịch thi đua" in page
    assert "Hạn nộp bài" in page
    assert "Đã qua" not in page
    assert "Họp kín" not in page
