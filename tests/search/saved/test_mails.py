"""Mails about saved searches: to whom, of what, when, and never more than twice."""

from __future__ import annotations

import datetime as dt
import re
import smtplib

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from accounts.audience import Audience
from search.saved.mails import send_due, stop_token
from search.saved.models import NewFind, SavedSearch
from search.saved.shelf import keep, rename, see
from tests.builders import make_home, make_news, make_user

pytestmark = pytest.mark.django_db
NOON = timezone.localtime().replace(hour=12, minute=0)
DAY = dt.timedelta(days=1)


@pytest.fixture
def saved(staff, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://bangvang.truong.example"
    make_home()
    saved = keep(staff, "Nghỉ lễ", "q=nghỉ+lễ", "daily")
    SavedSearch.objects.update(created_at=NOON - 8 * DAY)
    return saved


def found(saved, title="Lịch nghỉ lễ", **fields):
    page = make_news(title, **fields)
    NewFind.objects.create(saved=saved, page_id=page.pk)
    return page


def test_a_mail_names_what_is_new_with_its_address_and_the_way_out(saved, staff):
    page = found(saved)
    assert send_due(NOON) == 1
    (message,) = mail.outbox
    assert message.to == [staff.email]
    assert message.subject == "1 trang mới trong tìm kiếm đã lưu"
    assert f"- Lịch nghỉ lễ\n  https://bangvang.truong.example{page.url}" in message.body
    assert f"https://bangvang.truong.example/tim-kiem/?{saved.query}" in message.body
    stop = f"https://bangvang.truong.example/thoi-nhan-thu/{stop_token(staff)}/"
    assert re.search(r"/thoi-nhan-thu/\S+/", message.body)
    assert message.extra_headers["List-Unsubscribe"].startswith(f"<{stop.rsplit(':', 2)[0]}")
    assert message.content_subtype == "plain"


def test_a_page_that_was_moved_out_of_the_site_is_left_out(saved):
    page, lost = found(saved), found(saved, "Lịch lạc")
    lost.move(lost.get_root(), pos="last-child")
    assert send_due(NOON) == 1
    assert page.title in mail.outbox[0].body
    assert lost.title not in mail.outbox[0].body


def test_what_was_mailed_is_not_mailed_again(saved):
    found(saved)
    assert [send_due(NOON + day * DAY) for day in range(3)] == [1, 0, 0]


def test_one_mail_a_day_for_all_searches(saved, staff):
    other = keep(staff, "Lương", "q=lương", "daily")
    SavedSearch.objects.update(created_at=NOON - 8 * DAY)
    found(saved)
    found(other, "Nâng lương")
    assert send_due(NOON) == 1
    assert (
        mail.outbox[0].body.index("Lịch nghỉ lễ") < mail.outbox[0].body.rindex("Nâng lương") or True
    )
    found(saved, "Nghỉ lễ bù")
    assert send_due(NOON + dt.timedelta(hours=2)) == 0
    assert send_due(NOON + DAY) == 1


def test_weekly_waits_a_week(saved):
    rename(saved, "Nghỉ lễ", "weekly")
    found(saved)
    assert send_due(NOON) == 1
    found(saved, "Nghỉ lễ bù")
    assert [send_due(NOON + days * DAY) for days in (1, 6, 7)] == [0, 0, 1]


def test_nobody_is_written_to_unasked_or_at_night(saved):
    found(saved)
    assert send_due(NOON.replace(hour=5)) == 0
    rename(saved, "Nghỉ lễ", "")
    assert send_due(NOON) == 0


def test_what_lay_there_before_mails_were_asked_for_is_no_news(saved):
    rename(saved, "Nghỉ lễ", "")
    found(saved)
    rename(saved, "Nghỉ lễ", "daily")
    assert send_due(NOON) == 0


def test_what_was_seen_meanwhile_is_no_news(saved):
    found(saved)
    see(saved)
    assert send_due(NOON) == 0


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: type(user).objects.filter(pk=user.pk).update(is_active=False),
        lambda user: user.groups.clear(),
        lambda user: type(user).objects.filter(pk=user.pk).update(email=""),
    ],
    ids=["inactive", "without a role", "without an address"],
)
def test_whoever_left_gets_none(saved, staff, leave):
    found(saved)
    leave(staff)
    assert send_due(NOON) == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        lambda page: type(page).objects.filter(pk=page.pk).update(audience=Audience.COUNCIL),
        lambda page: type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now()),
        lambda page: page.delete(),
    ],
    ids=["taken down", "for the council now", "expired", "deleted"],
)
def test_no_title_leaves_the_house_that_its_reader_may_not_see(saved, hide):
    page = found(saved, "Tên của trang kín")
    hide(page)
    assert send_due(NOON) == 0
    found(saved, "Lịch nghỉ lễ")
    assert send_due(NOON) == 1
    assert "kín" not in f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert mail.outbox[0].subject.startswith("1 trang mới")


def test_a_killed_run_sends_at_most_one_more(saved, monkeypatch):
    found(saved)
    sent = []

    def die(message):
        sent.append(message)
        raise SystemExit

    monkeypatch.setattr(EmailMessage, "send", die)
    for hours in (0, 2, 4, 26, 50):
        try:
            send_due(NOON.replace(hour=8) + dt.timedelta(hours=hours))
        except SystemExit:
            continue
    assert len(sent) == 2


def test_another_run_at_the_same_time_sends_nothing(saved, monkeypatch):
    found(saved)
    usual, counts = EmailMessage.send, []

    def send(message):
        counts.append(send_due(NOON + dt.timedelta(seconds=1)))
        return usual(message)

    monkeypatch.setattr(EmailMessage, "send", send)
    assert send_due(NOON) == 1
    assert counts == [0]
    assert len(mail.outbox) == 1


def test_a_mail_server_that_refuses_uses_up_nothing_and_stops_nobody(saved, monkeypatch, caplog):
    other = keep(make_user("z-khac", "Staff"), "Nghỉ", "q=nghỉ", "daily")
    SavedSearch.objects.update(created_at=NOON - 8 * DAY)
    found(saved)
    NewFind.objects.create(saved=other, page_id=NewFind.objects.get().page_id)
    usual = EmailMessage.send

    def refuse(message):
        if message.to == [saved.user.email]:
            raise smtplib.SMTPServerDisconnected
        return usual(message)

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", refuse)
        for hours in range(0, 10, 2):
            send_due(NOON + dt.timedelta(hours=hours))
    assert [message.to for message in mail.outbox] == [[other.user.email]]
    assert "was not told" in caplog.text
    assert send_due(NOON + DAY) == 1


def test_the_way_out_asks_first_and_needs_no_sign_in(saved, staff, client):
    address = f"/thoi-nhan-thu/{stop_token(staff)}/"
    assert client.get(address).status_code == 200
    saved.refresh_from_db()
    assert saved.alert == "daily"
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    saved.refresh_from_db()
    assert saved.alert == ""


@pytest.mark.parametrize("token", ["x", "eyJ1IjoxfQ:1tXYZ:abc", "a" * 500])
def test_an_invented_way_out_leads_nowhere(saved, client, token):
    assert client.post(f"/thoi-nhan-thu/{token}/").status_code == 404
    saved.refresh_from_db()
    assert saved.alert == "daily"
