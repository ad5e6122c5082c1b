"""What to read on: stories that tell of the same, never a hidden one, always in the same order."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.audience import Audience
from search.similar.stories import related_stories
from tests.builders import make_award, make_campaign, make_decision, make_honoree, make_news

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()
GARDEN = "Vườn rau sau lớp thành cuốn truyện của trẻ, luống cải và giàn mướp biết kể chuyện."


def tagged(title, *tags, **fields):
    """A published story with these tags."""
    story = make_news(title, live=False, **fields)
    story.tags.add(*tags)
    story.save_revision().publish()
    return story


def read_on(page, user=VISITOR):
    return [story.title for story in related_stories(page, user)]


def test_whom_it_tells_of_says_more_than_campaign_tag_and_words():
    hoa, campaign = make_honoree("Nguyễn Thị Hoa"), make_campaign("Dạy tốt")
    make_news("Cùng người", honorees=[hoa], lead="Một ngày ở trạm y tế xã.")
    make_news("Cùng phong trào", campaign=campaign, lead="Lớp học mở thêm buổi tối.")
    tagged("Cùng thẻ", "Vườn trường", lead="Thư viện xanh dưới gốc đa.")
    make_news("Không chung gì", lead="Đội bóng đá nam đi thi đấu.")
    story = tagged("Bài đang đọc", "Vườn trường", honorees=[hoa], campaign=campaign)
    assert read_on(story) == ["Cùng người", "Cùng phong trào", "Cùng thẻ"]


def test_rare_words_tie_what_nobody_tied():
    make_news("Luống cải", lead=GARDEN)
    for number in range(4):
        make_news(f"Tin {number}", lead="Nhà trường tổ chức lễ tổng kết phong trào thi đua.")
    story = make_news("Vườn rau", lead=f"Sáng nay cả lớp ra thăm. {GARDEN}")
    assert read_on(story)[0] == "Luống cải"


def test_the_rest_is_the_newest_of_the_section():
    for day in (1, 2, 3, 4):
        make_news(f"Tin {day}", published_on=dt.date(2026, 5, day), lead=f"Việc số {day}.")
    make_news("Mục khác", category="nguoi-tot-viec-tot", published_on=dt.date(2026, 6, 1))
    story = make_news("Bài đang đọc", published_on=dt.date(2026, 5, 9), lead="Chuyện riêng.")
    assert read_on(story) == ["Tin 4", "Tin 3", "Tin 2"]


def test_of_the_same_weight_the_newest_and_always_the_same():
    hoa = make_honoree("Nguyễn Thị Hoa")
    for day in (3, 1, 5, 2):
        make_news(f"Tin {day}", honorees=[hoa], published_on=dt.date(2026, 5, day))
    story = make_news("Bài đang đọc", honorees=[hoa])
    assert {tuple(read_on(story)) for _ in range(3)} == {("Tin 5", "Tin 3", "Tin 2")}


def test_never_itself_and_never_what_the_reader_may_not_see(staff):
    hoa = make_honoree("Nguyễn Thị Hoa")
    make_news("Của cán bộ", honorees=[hoa], audience=Audience.STAFF)
    make_news("Bản nháp", honorees=[hoa], live=False)
    make_news("Đã gỡ", honorees=[hoa]).unpublish()
    story = make_news("Bài đang đọc", honorees=[hoa])
    assert read_on(story) == []
    assert read_on(story, staff) == ["Của cán bộ"]


def test_beside_a_profile_stand_the_stories_of_its_movement_that_do_not_tell_of_it():
    campaign, hoa = make_campaign("Dạy tốt"), make_honoree("Nguyễn Thị Hoa")
    make_award(make_decision(), hoa.title, honoree=hoa, campaign=campaign)
    hoa.save_revision().publish()
    make_news("Về phong trào", campaign=campaign)
    make_news("Về cô Hoa", campaign=campaign, honorees=[hoa])
    assert read_on(hoa) == ["Về phong trào"]


def test_a_profile_without_ties_shows_nothing():
    make_news("Tin lạ", lead="Đội bóng đá nam đi thi đấu.")
    assert read_on(make_honoree("Nguyễn Thị Hoa")) == []


def test_three_queries_at_most_whatever_there_is(django_assert_max_num_queries):
    hoa = make_honoree("Nguyễn Thị Hoa")
    for number in range(12):
        tagged(f"Tin {number}", "Chung", f"Thẻ {number}", honorees=[hoa])
    story = tagged("Bài đang đọc", "Chung", honorees=[hoa])
    with django_assert_max_num_queries(3):
        assert len(related_stories(story, VISITOR)) == 3


def test_the_pages_show_them(client):
    hoa = make_honoree("Nguyễn Thị Hoa")
    other = make_news("Bài kia", honorees=[hoa])
    story = make_news("Bài đang đọc", honorees=[hoa])
    assert list(client.get(story.url).context["related"]) == [other]
    assert list(client.get(hoa.url).context["related"]) == []
