"""The site map for people: what the reader may see, counted, in three queries more at most."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.audience import Audience
from honors.models import HonoreeIndexPage
from news.models import NewsIndexPage
from pages.kept import KEPT
from regulations.models import RegulationIndexPage
from tests.builders import make_honoree, make_index, make_information, make_news

pytestmark = pytest.mark.django_db


def listed(client):
    """Title -> count, as the site map tells them."""
    return {
        section.title: section.count for section in client.get("/so-do-trang/").context["sections"]
    }


def test_it_counts_what_the_reader_may_see(client, staff):
    make_news("Tin một")
    make_news("Tin nội bộ", audience=Audience.STAFF)
    make_honoree("Vũ Minh An")
    assert listed(client) == {"Tin tức": 1, "Bảng vàng": 1}
    client.force_login(staff)
    assert listed(client) == {"Tin tức": 2, "Bảng vàng": 1}


def test_a_section_that_is_not_for_the_reader_is_not_named(client):
    make_index(NewsIndexPage)
    make_index(RegulationIndexPage, audience=Audience.STAFF)
    assert "Văn bản" not in listed(client)


def test_parts_lead_to_the_narrowed_list(client):
    make_index(HonoreeIndexPage)
    body = client.get("/so-do-trang/").content.decode()
    assert 'href="/bang-vang/?loai=collective"' in body
    assert client.get("/bang-vang/?loai=collective").status_code == 200


def test_information_pages_stand_together(client):
    page = make_information("Giới thiệu")
    response = client.get("/so-do-trang/")
    assert [item.title for item in response.context["information_menu"]] == ["Giới thiệu"]
    assert page.title not in listed(client)


def test_its_cost_does_not_grow(client):
    def cost():
        cache.clear()
        KEPT.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get("/so-do-trang/")
        return len(queries)

    make_news("Tin một")
    client.get("/so-do-trang/")
    few = cost()
    for number in range(20):
        make_news(f"Tin {number}")
    assert cost() == few <= 12
