"""The home page and the staff desk: what they show, to whom, and what they cost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from home.models import HomePage, StaffDeskPage
from tests.builders import (
    make_award,
    make_campaign,
    make_decision,
    make_home,
    make_honoree,
    make_index,
    make_news,
    make_regulation,
)
from tests.page_types import PageTypeTestCase


@pytest.fixture
def home(db):
    return make_home()


def test_an_empty_portal_still_has_a_front_page(client, home):
    response = client.get("/")
    assert response.status_code == 200
    assert "đang cập nhật" not in response.content.decode().lower()


def test_the_newest_story_leads_unless_editors_chose_one(client, home):
    make_news("Chuyện cũ", published_on=dt.date(2026, 1, 1))
    newest = make_news("Chuyện mới", published_on=dt.date(2026, 2, 1))
    assert client.get("/").context["lead_story"] == newest


def test_a_chosen_story_that_is_not_public_does_not_lead(client, home):
    home.lead_story = make_news("Chuyện nội bộ", audience=Audience.STAFF)
    home.save_revision().publish()
    assert "Chuyện nội bộ" not in client.get("/").content.decode()


def test_an_ended_campaign_leaves_the_front_page(client, home):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    make_campaign("Đã kết thúc", ends_on=yesterday)
    make_campaign("Đang diễn ra")
    body = client.get("/").content.decode()
    assert "Đang diễn ra" in body
    assert "Đã kết thúc" not in body


def test_an_award_of_an_internal_decision_is_not_told_outside(client, home):
    honoree = make_honoree("Lê Thị Mẫu")
    make_award(make_decision(), honoree.title, honoree=honoree)
    assert client.get("/").context["honorees"][0].award_name is None


def test_the_desk_is_for_staff(client, home, staff):
    desk = make_index(StaffDeskPage)
    make_regulation("Quy chế nội bộ")
    assert client.get(desk.url).status_code == 302
    client.force_login(staff)
    assert "Quy chế nội bộ" in client.get(desk.url).content.decode()


class FrontPageTypesTest(PageTypeTestCase):
    def test_front_pages_render_edit_and_preview(self):
        self.assertCanCreateAt(HomePage, StaffDeskPage)
        for page in (make_index(StaffDeskPage), make_home()):
            with self.subTest(page=str(page)):
                self.assertWorksForAdministrator(page)
