"""Feed, sitemaps and robots.txt hold public pages only, whoever asks."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from accounts.audience import Audience
from home import sitemaps
from tests.builders import make_news, make_plan

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def addresses(client, path, name=f"{MAP}loc"):
    answer = client.get(path)
    assert answer["Content-Type"].startswith("application/xml")
    return [place.text for place in ET.fromstring(answer.content).iter(name)]  # noqa: S314


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
    for name in ("sitemap", "sitemap-tin-tuc"):
        assert f"Sitemap: http://testserver/{name}.xml" in response.content.decode()


def test_a_large_portal_is_told_in_parts(client, stories, monkeypatch):
    whole = addresses(client, "/sitemap.xml")
    monkeypatch.setattr(sitemaps, "PART", 2)
    parts = addresses(client, "/sitemap.xml")
    assert parts == [f"http://testserver/sitemap-{number}.xml" for number in (1, 2)]
    assert [place for part in parts for place in addresses(client, part)] == whole
    assert len(addresses(client, "/sitemap.xml", f"{MAP}lastmod")) == 1
    for number in (0, 3, 10**30):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_the_news_sitemap_holds_public_news_of_two_days(client, stories):
    today = timezone.localdate()
    make_news("Tin cũ", published_on=today - dt.timedelta(days=3))
    make_news("Tin ngày mai", published_on=today + dt.timedelta(days=1))
    make_news("Tin mẫu", is_sample=True)
    make_news("Hôm qua <b>\x0b& nay", published_on=today - dt.timedelta(days=1))
    path = "/sitemap-tin-tuc.xml"
    assert addresses(client, path, f"{NEWS}title") == ["Tin cho mọi người", "Hôm qua <b> & nay"]
    assert addresses(client, path)[0] == f"http://localhost{stories['public'].url}"
    assert set(addresses(client, path, f"{NEWS}language")) == {"vi"}
    assert addresses(client, path, f"{NEWS}publication_date")[0] == today.isoformat()
