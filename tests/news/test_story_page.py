"""A story: how long it takes, whom it tells of with which awards, ways to pass it on."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from home.information import add_information
from news.reading_time import minutes_to_read
from news.recognised import MOST_SHOWN
from tests.builders import make_award, make_decision, make_home, make_honoree, make_news

PUBLIC = {"audience": Audience.PUBLIC}


def page_of(client, story):
    return client.get(story.url).content.decode()


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (184, 1), (920, 5)])
def test_minutes_follow_the_words(words, minutes):
    assert minutes_to_read(["tiếng " * words]) == minutes


def test_a_story_says_how_long_it_takes(client, db):
    story = make_news(body=[("paragraph", f"<p>{'tiếng ' * 552}</p>")])
    assert "3 phút đọc" in page_of(client, story)
    assert "phút đọc" not in page_of(client, make_news("Chỉ có tít"))


def test_the_card_tells_awards_by_their_public_decisions_alone(client, db):
    honoree = make_honoree("Vũ Minh An")
    given = {"honoree": honoree}
    shown = make_decision("Khen", number="87/QĐ-MNYH", issued_on=dt.date(2026, 5, 1), **PUBLIC)
    unseen = make_decision("Khen kín", number="88/QĐ-MNYH")
    back = make_decision("Thu hồi", **PUBLIC)
    make_award(shown, honoree.title, **given)
    make_award(unseen, honoree.title, **given)
    taken = make_decision("Khen rồi thu", number="89/QĐ-MNYH", **PUBLIC)
    make_award(taken, honoree.title, revoked_by=back, **given)
    page = page_of(client, make_news(honorees=[honoree]))
    assert "Thành tích được công nhận" in page
    assert "Quyết định 87/QĐ-MNYH" in page
    assert "88/QĐ-MNYH" not in page
    assert "89/QĐ-MNYH" not in page


def test_a_story_of_nobody_has_no_card(client, db):
    assert "Thành tích được công nhận" not in page_of(client, make_news())


def test_an_honoree_that_the_reader_may_not_see_has_no_card(client, db):
    story = make_news(honorees=[make_honoree("Trần Kín", audience=Audience.STAFF)])
    assert "Trần Kín" not in page_of(client, story)


def test_a_story_of_a_crowd_shows_twelve_cards_and_counts_the_others(client, db):
    crowd = [make_honoree(f"Tập thể {number}", kind="collective") for number in range(14)]
    page = page_of(client, make_news(honorees=crowd))
    assert page.count("See the profile") + page.count("Xem hồ sơ") == MOST_SHOWN
    assert "Bài viết còn nhắc đến 2 gương khác." in page


def test_a_public_story_is_offered_to_networks_by_plain_links(client, db):
    page = page_of(client, make_news())
    assert 'href="https://zalo.me/share?url=http%3A%2F%2F' in page
    assert 'href="https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2F' in page
    assert '<svg viewBox="' in page


def test_an_internal_story_is_offered_to_no_network(client, db, staff):
    client.force_login(staff)
    page = page_of(client, make_news(audience=Audience.STAFF))
    assert "zalo.me" not in page
    assert "facebook.com" not in page
    assert "anh-chia-se" not in page
    assert "data-any-voice" not in page


def test_a_reader_finds_where_to_report_a_fault_once_there_is_such_a_page(client, db):
    story = make_news()
    assert "Báo thông tin chưa đúng" not in page_of(client, story)
    add_information(make_home())
    assert 'href="/lien-he/">Báo thông tin chưa đúng' in page_of(client, story)
