"""The list of news by year."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.builders import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    make_news("Chuyện năm trước", published_on=dt.date(2025, 5, 1))
    return make_news("Chuyện năm nay", published_on=dt.date(2026, 5, 1)).get_parent().url


def test_a_year_leaves_only_its_stories(client, address):
    body = client.get(f"{address}?nam=2025").content.decode()
    assert "Chuyện năm trước" in body
    assert "Chuyện năm nay" not in body


@pytest.mark.parametrize("nonsense", ["", "0", "2025x", "99999", "-1"])
def test_what_is_no_year_narrows_nothing(client, address, nonsense):
    body = client.get(f"{address}?nam={nonsense}").content.decode()
    assert "Chuyện năm trước" in body
    assert "Chuyện năm nay" in body


def test_the_year_goes_with_the_category(client, address):
    context = client.get(f"{address}?nam=2025&chuyen-muc=su-kien").context
    assert context["years"] == [2026, 2025]
    assert [story.title for story in context["page_obj"]] == ["Chuyện năm trước"]
