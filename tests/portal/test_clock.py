"""The clock beside the server: scheduled pages go live without anybody's cron."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.signals import page_published

from portal import clock
from search.desk.counted import AskedDay
from search.saved.shelf import keep
from tests.builders import make_news
from tests.pages.desk import is_live, scheduled

pytestmark = pytest.mark.django_db


@pytest.fixture
def due():
    """A page whose time has come."""
    return scheduled("Đến giờ")


def test_a_minute_publishes_what_is_due(due):
    clock.tick(minute=1)
    assert is_live(due)


def test_a_failure_is_logged_and_tried_again_in_the_next_minute(due, caplog):
    def fail(**kwargs):
        raise RuntimeError("mất điện")

    page_published.connect(fail)
    clock.tick(minute=1)
    page_published.disconnect(fail)
    assert not is_live(due)
    assert "publish_scheduled failed" in caplog.text
    clock.tick(minute=2)
    assert is_live(due)


def test_ended_sessions_leave_once_a_day(client, staff):
    client.force_login(staff)
    session = client.session
    session.set_expiry(-1)
    session.save()
    clock.tick(minute=1)
    assert session.exists(session.session_key)
    clock.tick(minute=0)
    assert not session.exists(session.session_key)


def test_saved_searches_are_looked_through_every_five_minutes(staff):
    saved = keep(staff, "Nghỉ lễ", "q=nghỉ+lễ", "")
    make_news("Lịch nghỉ lễ")
    clock.tick(minute=4)
    assert not saved.finds.exists()
    clock.tick(minute=5)
    assert saved.finds.count() == 1


def test_what_was_asked_long_ago_leaves_once_a_day():
    old = timezone.localdate() - dt.timedelta(days=100)
    AskedDay.objects.create(day=old, digest="a" * 32, asked=1)
    clock.tick(minute=1)
    assert AskedDay.objects.exists()
    clock.tick(minute=0)
    assert not AskedDay.objects.exists()
