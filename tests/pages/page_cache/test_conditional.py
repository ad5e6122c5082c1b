"""A browser asks each time and is mostly told that nothing changed; what is sent is compressed."""

from __future__ import annotations

import gzip

import brotli
import pytest
from django.core.cache import caches
from django.test import Client
from django.test.utils import override_settings

from accounts.audience import Audience
from regulations.models import RegulationIndexPage
from tests.builders import make_home, make_index, make_news, make_regulation

pytestmark = pytest.mark.django_db
ADDRESSES = ["/", "/tin-tuc/", "/tin-tuc.atom", "/sitemap.xml"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_changed(visit, address):
    make_news()
    first = visit(address)[0]
    again, kept = visit(address, if_none_match=first["ETag"])
    assert (again.status_code, again.content, kept) == (304, b"", True)
    assert again["ETag"] == first["ETag"]
    assert first["Cache-Control"] == again["Cache-Control"] == "max-age=0, must-revalidate"


@pytest.mark.parametrize("seconds", [0, 3600])
@pytest.mark.parametrize("address", ADDRESSES)
def test_also_when_nothing_is_kept(visit, settings, address, seconds):
    make_news()
    settings.PAGE_CACHE_SECONDS = seconds
    tag = visit(address)[0]["ETag"]
    caches["pages"].clear()
    assert visit(address, if_none_match=f'"x", {tag}')[0].status_code == 304


def test_something_changed(visit):
    story = make_news()
    tag = visit(story.url)[0]["ETag"]
    story.lead = "Khác."
    story.save_revision().publish()
    answer = visit(story.url, if_none_match=tag)[0]
    assert answer.status_code == 200
    assert "Khác." in answer.content.decode()


def test_no_date_is_told_because_a_withdrawal_makes_lists_older(visit):
    index = make_index(RegulationIndexPage, audience=Audience.PUBLIC)
    older, newer = (make_regulation(title, audience=Audience.PUBLIC) for title in ("Cũ", "Mới"))
    address = f"/nguon-tin/{index.pk}.atom"
    assert "Last-Modified" not in visit(address)[0]
    newer.unpublish()
    asked = {"if_modified_since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    answer = visit(address, **asked)[0]
    assert answer.status_code == 200
    assert newer.url not in answer.content.decode()
    assert older.url in answer.content.decode()


@pytest.mark.parametrize(
    ("accepted", "coding", "open_it"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip;q=1.0", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_codings(visit, accepted, coding, open_it):
    make_home()
    plain = visit("/")[0].content
    for _ in range(2):
        answer = visit("/", accept_encoding=accepted)[0]
        assert answer.get("Content-Encoding") == coding
        assert open_it(answer.content) == plain
        assert int(answer["Content-Length"]) == len(answer.content)
        assert {"Accept-Encoding", "Cookie"} <= set(answer["Vary"].split(", "))


def test_a_kept_answer_has_the_same_headers_as_the_first(visit):
    make_home()
    first, again = (dict(visit("/")[0].items()) for _ in range(2))
    assert first == again
    assert "Content-Security-Policy" in first


def test_an_answer_too_large_is_given_and_not_kept(visit, monkeypatch):
    make_home()
    monkeypatch.setattr("pages.page_cache.middleware.LARGEST", 100)
    visit("/")
    assert not visit("/")[1]


@override_settings(ALLOWED_HOSTS=["localhost"])
def test_a_strange_host_is_refused_as_before(visit):
    make_home()
    visit("/", host="localhost")
    assert Client().get("/", headers={"host": "evil.example"}).status_code == 400
