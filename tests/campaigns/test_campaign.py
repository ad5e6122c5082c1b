"""Campaigns: status from dates, milestones, series, what the reader may see."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.audience import Audience
from campaigns.models import CampaignPage
from campaigns.models.campaign import Status, milestones_on
from tests.builders import make_campaign, make_plan

FIRST, LAST = dt.date(2026, 9, 5), dt.date(2027, 5, 31)
ONE_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (FIRST - ONE_DAY, Status.UPCOMING),
        (FIRST, Status.RUNNING),
        (LAST, Status.RUNNING),
        (LAST + ONE_DAY, Status.ENDED),
    ],
)
def test_status_follows_the_dates(db, day, status):
    assert CampaignPage(starts_on=FIRST, ends_on=LAST).status_on(day) == status


def test_without_dates_the_period_is_not_stated(db):
    assert CampaignPage().status_on(FIRST) == Status.UNDATED
    assert CampaignPage().progress is None


def test_a_period_cannot_end_before_it_begins(db):
    page = make_campaign()
    page.starts_on, page.ends_on = LAST, FIRST
    with pytest.raises(ValidationError, match=r"kết thúc|ends before"):
        page.full_clean()


def test_the_next_milestone_is_now(db):
    page = make_campaign()
    days = [FIRST, FIRST + ONE_DAY, LAST]
    page.milestones = [page.milestones.model(day=day, title="x") for day in reversed(days)]
    rows = milestones_on(page.milestones.all(), FIRST + ONE_DAY)
    assert [row["state"] for row in rows] == ["done", "now", "later"]


def test_what_runs_stands_before_what_has_no_dates_and_what_is_over(client, db):
    today = timezone.localdate()
    make_campaign("Đã xong", starts_on=today - 9 * ONE_DAY, ends_on=today - ONE_DAY)
    make_campaign("Chưa rõ ngày")
    running = make_campaign("Đang chạy", starts_on=today - ONE_DAY, ends_on=today)
    told = client.get(running.get_parent().url).content.decode()
    places = [told.index(title) for title in ("Đang chạy", "Chưa rõ ngày", "Đã xong")]
    assert places == sorted(places)


def test_a_phone_tells_what_comes_next_before_the_rest(client, db):
    page = make_campaign()
    today = timezone.localdate()
    days = {"Đã qua": today - ONE_DAY, "Sơ kết": today + ONE_DAY, "Tổng kết": today + 2 * ONE_DAY}
    page.milestones = [page.milestones.model(day=day, title=title) for title, day in days.items()]
    page.save_revision().publish()
    head = client.get(page.url).content.decode().partition('class="tk-split"')[0]
    assert "Sơ kết" in head
    assert "Tổng kết" not in head


def test_the_plan_is_linked_only_for_those_who_may_read_it(client, staff):
    plan = make_plan("Kế hoạch nội bộ số một", audience=Audience.STAFF)
    page = make_campaign(plan=plan)
    assert plan.title not in client.get(page.url).content.decode()
    client.force_login(staff)
    assert plan.title in client.get(page.url).content.decode()


def test_a_series_shows_other_years(client, db):
    make_campaign("Dạy tốt 2025", series="Dạy tốt", starts_on=dt.date(2025, 9, 5))
    page = make_campaign("Dạy tốt 2026", series="Dạy tốt")
    assert "Dạy tốt 2025" in client.get(page.url).content.decode()
