"""Nonsense in an address gives the nearest sensible page, never an error."""

from __future__ import annotations

import pytest

from campaigns.models import CampaignIndexPage, PlanIndexPage
from honors.models import DecisionIndexPage, HonoreeIndexPage
from news.models import NewsIndexPage
from regulations.models import RegulationIndexPage
from tests.builders import make_index, make_news

LISTS = (
    NewsIndexPage,
    HonoreeIndexPage,
    CampaignIndexPage,
    PlanIndexPage,
    DecisionIndexPage,
    RegulationIndexPage,
)
NONSENSE = ["0", "-1", "x", "1e9", "9" * 400, "\x00", "'", "٣", "0000", "2025; DROP", "Việt", ""]
PARAMETERS = ("trang", "nam", "loai", "ten", "danh-hieu", "chuyen-muc", "the")


@pytest.mark.parametrize("value", NONSENSE)
def test_lists_bear_any_parameter(client, staff, value):
    client.force_login(staff)
    for model in LISTS:
        index = make_index(model)
        for name in PARAMETERS:
            assert client.get(index.url, {name: value}).status_code == 200


def test_a_page_beyond_the_last_shows_the_last(client, db):
    for number in range(14):
        make_news(f"Tin {number}")
    response = client.get("/tin-tuc/", {"trang": "99"})
    assert response.context["page_obj"].number == 2


@pytest.mark.parametrize("number", ["\x00", "x" * 500, "😀", "''", "0/0/0", "/", "..%2f.."])
def test_a_number_that_is_none_is_not_found(client, db, number):
    assert client.get(f"/so/{number}/").status_code == 404
