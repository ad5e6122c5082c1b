"""What the staff desk tells of saved searches: what came into one's own, as far as one may see."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from home.models import StaffDeskPage
from search.saved.models import NewFind
from search.saved.news import news_of
from search.saved.shelf import keep, put_away, see
from tests.builders import make_index, make_news, make_user
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db


def found(saved, *titles, **fields):
    for title in titles:
        NewFind.objects.create(saved=saved, page_id=make_news(title, **fields).pk)


@pytest.fixture
def leave(staff):
    return keep(staff, "Nghỉ phép", "q=nghỉ phép", "")


def test_each_search_with_its_newest_pages(staff, leave):
    found(leave, "Lịch một", "Lịch hai", "Lịch ba", "Lịch bốn")
    keep(staff, "Không có gì mới", "q=lương", "")
    news = news_of(staff)
    assert (news.count, news.more) == (4, 0)
    assert [(one.saved.name, one.count) for one in news.searches] == [("Nghỉ phép", 4)]
    assert [page.title for page in news.searches[0].pages] == ["Lịch bốn", "Lịch ba", "Lịch hai"]


def test_nothing_new_is_nothing_told(staff, leave):
    assert news_of(staff) is None
    found(leave, "Đã xem")
    see(leave)
    assert news_of(staff) is None
    found(leave, "Đã cất đi")
    put_away(leave)
    assert news_of(staff) is None


def test_what_the_reader_may_not_see_is_not_told(staff, leave):
    found(leave, "Chuyện của Hội đồng", audience=Audience.COUNCIL)
    assert news_of(staff) is None


def test_others_are_told_nothing_of_it(staff, leave):
    found(leave, "Lịch nghỉ")
    assert news_of(make_user("nguoi-khac", "Staff")) is None


def test_it_stands_on_the_desk_and_nowhere_else(staff, leave):
    found(leave, "Lịch nghỉ lễ")
    desk = make_index(StaffDeskPage)
    body = at_desk(staff).get(desk.url).content.decode()
    assert "Lịch nghỉ lễ" in body
    assert f'href="/noi-bo/tim-kiem-da-luu/#tim-{leave.pk}"' in body
    assert "saved_news" not in at_desk(staff).get(make_news("Tin khác").url).context


def test_it_costs_one_query(staff, leave, django_assert_num_queries):
    found(leave, "Một", "Hai")
    assert staff.group_names
    with django_assert_num_queries(1):
        news_of(staff)
