"""The list of news, narrowed by tag, month and campaign, and what it says of the choice."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from tests.builders import make_campaign, make_news

LIST = "/tin-tuc/"

pytestmark = pytest.mark.django_db


def titles(client, query):
    return [story.title for story in client.get(f"{LIST}{query}").context["page_obj"]]


def chips(client, query):
    found = client.get(f"{LIST}{query}").context["chips"]
    return [(chip.name, chip.without) for chip in found]


@pytest.fixture
def two_months():
    make_news("Tin tháng mười", published_on=dt.date(2026, 10, 31))
    make_news("Tin tháng mười một", published_on=dt.date(2026, 11, 1))


def tagged(title, tag, **fields):
    story = make_news(title, **fields)
    story.tags.add(tag)
    story.save_revision().publish()
    return story


def test_a_month_leaves_only_its_stories(client, two_months):
    assert titles(client, "?thang=2026-11") == ["Tin tháng mười một"]
    assert chips(client, "?thang=2026-11") == [("11/2026", "?")]


@pytest.mark.parametrize(
    ("query", "state"), [("", ""), ("?thang=2026-11", " open"), ("?chuyen-muc=su-kien", "")]
)
def test_the_filter_is_open_where_it_holds_a_choice(client, two_months, query, state):
    assert (
        f'<details class="tk-facets tk-mb"{state}>' in client.get(f"{LIST}{query}").content.decode()
    )


@pytest.mark.parametrize("nonsense", ["2026-13", "2026-1", "11-2026", "x", "0000-01", "2026-11 "])
def test_what_is_no_month_narrows_nothing(client, two_months, nonsense):
    assert len(titles(client, f"?thang={nonsense}")) == 2
    assert chips(client, f"?thang={nonsense}") == []


def test_another_year_drops_the_month_of_the_year_before(client, two_months):
    make_news("Tin năm trước", published_on=dt.date(2025, 3, 1))
    assert titles(client, "?nam=2025&thang=2026-11") == ["Tin năm trước"]


def test_a_campaign_leaves_its_stories_and_is_named(client):
    campaign = make_campaign("Đổi mới, sáng tạo")
    make_news("Tin của phong trào", campaign=campaign)
    make_news("Tin khác")
    query = f"?phong-trao={campaign.slug}"
    assert titles(client, query) == ["Tin của phong trào"]
    assert chips(client, query) == [("Đổi mới, sáng tạo", "?")]


def test_a_campaign_that_the_reader_may_not_see_is_neither_named_nor_a_filter(client):
    campaign = make_campaign("Phong trào nội bộ", audience=Audience.STAFF)
    make_news("Tin công khai", campaign=campaign)
    answer = client.get(f"{LIST}?phong-trao={campaign.slug}")
    assert list(answer.context["page_obj"]) == []
    assert "Phong trào nội bộ" not in answer.content.decode()
    assert "Phong trào nội bộ" not in client.get(LIST).content.decode()


def test_a_tag_is_called_by_its_name_unless_only_unseen_stories_have_it(client):
    tagged("Tin có thẻ", "Gương sáng")
    tagged("Tin nội bộ", "Chuyện kín", audience=Audience.STAFF)
    assert chips(client, "?the=guong-sang") == [("Gương sáng", "?")]
    assert chips(client, "?the=chuyen-kin") == [("chuyen-kin", "?")]


def test_dropping_one_choice_keeps_the_others_but_not_the_page_number(client, two_months):
    dropped = dict(chips(client, "?chuyen-muc=su-kien&nam=2026&trang=2&la=gi"))
    assert dropped == {"Tin tức\u00a0– Sự kiện": "?nam=2026", "2026": "?chuyen-muc=su-kien"}


def test_the_pages_and_the_feed_of_a_narrowed_list_keep_the_choice(client):
    campaign = make_campaign("Đổi mới")
    for number in range(13):
        make_news(f"Tin {number}", campaign=campaign, published_on=dt.date(2026, 11, 5))
    make_news("Tin tháng khác", published_on=dt.date(2026, 10, 5))
    answer = client.get(f"{LIST}?thang=2026-11&phong-trao={campaign.slug}")
    kept = f"?thang=2026-11&amp;phong-trao={campaign.slug}"
    assert f"{kept}&amp;trang=2" in answer.content.decode()
    feed = client.get(answer.context["feed_url"]).content.decode()
    assert feed.count("<entry>") == 13
    assert "Tin tháng khác" not in feed


def test_an_empty_choice_says_how_to_go_on(client, two_months):
    assert "Không có tin nào khớp" in client.get(f"{LIST}?the=khong-co").content.decode()
