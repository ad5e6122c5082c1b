"""The page of a campaign: cover, results by team, documents beside the plan, news, whom to ask."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from campaigns.models import CampaignDocument
from campaigns.models.result import TeamResultBlock
from tests.builders import make_campaign, make_news, make_picture, make_plan, make_regulation

pytestmark = pytest.mark.django_db
WEEK = dt.timedelta(days=7)
NONE_YET = "Các tổ chưa nộp kết quả."


def shown(client, page):
    """The page as a visitor gets it, in one line."""
    return " ".join(client.get(page.url).content.decode().split())


def result(**fields):
    """A row of the results."""
    return ("item", {"team": "Tổ Nhà trẻ", "expected": 4, "done": 3, "proven": None} | fields)


def test_the_cover_is_printed_with_its_credit(client):
    cover = make_picture(description="Sân trường", credit="Ảnh: Lan Anh")
    body = shown(client, make_campaign(cover=cover))
    assert 'alt="Sân trường"' in body
    assert "<figcaption>Ảnh: Lan Anh</figcaption>" in body


def test_each_team_has_a_row_with_its_progress_in_words(client):
    body = shown(client, make_campaign(results=[result()]))
    assert '<th scope="row">Tổ Nhà trẻ</th>' in body
    assert 'max="4" value="3" aria-label="Tổ Nhà trẻ: 3 trên 4"' in body


@pytest.mark.parametrize(("done", "reached"), [(0, 0), (3, 3), (9, 4)])
def test_no_bar_is_longer_than_the_whole(done, reached):
    assert TeamResultBlock().to_python(result(done=done)[1]).reached == reached


def test_without_results_the_page_says_why(client):
    today = timezone.localdate()
    running = make_campaign(starts_on=today - WEEK, ends_on=today + WEEK)
    coming = make_campaign(starts_on=today + WEEK)
    assert NONE_YET in shown(client, running)
    assert f'Bắt đầu ngày <time datetime="{today + WEEK:%Y-%m-%d}">' in shown(client, coming)
    assert "Kết quả theo tổ" not in shown(client, make_campaign())


def test_documents_stand_beside_the_plan_for_those_who_may_read_them(client, staff):
    plan = make_plan("Kế hoạch số một", audience=Audience.PUBLIC)
    page = make_campaign(plan=plan)
    open_, closed = make_regulation("Thể lệ", audience=Audience.PUBLIC), make_regulation("Quy chế")
    for document in (plan, open_, closed):
        CampaignDocument.objects.create(campaign=page, document=document)

    def seen():
        return [document.pk for document in client.get(page.url).context["documents"]]

    assert seen() == [plan.pk, open_.pk]
    client.force_login(staff)
    assert seen() == [plan.pk, open_.pk, closed.pk]


def test_its_news_lead_to_all_of_them(client):
    page = make_campaign()
    make_news("Tin của phong trào", campaign=page)
    make_news("Tin khác")
    address = client.get(page.url).context["all_stories_url"]
    assert f'href="{address}"' in shown(client, page)
    listed = client.get(address).context["page_obj"]
    assert [story.title for story in listed] == ["Tin của phong trào"]


def test_whom_to_ask_is_an_office_with_its_own_address(client):
    office = {"contact_office": "Thường trực Hội đồng", "contact_email": "hd@hoa-sen.example"}
    body = shown(client, make_campaign(**office))
    assert "Thường trực Hội đồng" in body
    assert 'href="mailto:hd@hoa-sen.example"' in body
