"""Feed, sitemap and robots.txt hold public pages only, whoever asks."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from accounts.audience import Audience
from tests.builders import make_news, make_plan

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def stories(db):
    return {
        "public": make_news("Tin cho mọi người"),
        "staff": make_news("Tin nội bộ", audience=Audience.STAFF),
        "draft": make_news("Tin chưa duyệt", live=False),
    }


def test_the_feed_holds_public_news_only(client, stories, admin):
    client.force_login(admin)
    feed = ET.fromstring(client.get("/tin-tuc.atom").content)  # noqa: S314 - our own answer
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["Tin cho mọi người"]


def test_the_sitemap_holds_public_pages_only(client, stories, admin):
    make_plan()
    client.force_login(admin)
    body = client.get("/sitemap.xml").content.decode()
    assert stories["public"].slug in body
    assert stories["staff"].slug not in body
    assert stories["draft"].slug not in body
    assert "/ke-hoach/" not in body


def test_robots_names_the_sitemap(client, db):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in response.content.decode()
