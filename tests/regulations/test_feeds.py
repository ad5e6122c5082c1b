"""An Atom feed for every list: public entries only, valid, found from the list, filters kept."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.utils.html import escape

from accounts.audience import Audience
from campaigns.models import CampaignIndexPage, PlanIndexPage
from honors.models import DecisionIndexPage, HonoreeIndexPage
from news.models import NewsIndexPage
from regulations.models import RegulationIndexPage
from tests.builders import (
    make_campaign,
    make_decision,
    make_honoree,
    make_index,
    make_news,
    make_plan,
    make_regulation,
)

PUBLIC = {"audience": Audience.PUBLIC}
ATOM = "{http://www.w3.org/2005/Atom}"
LISTS = {
    RegulationIndexPage: make_regulation,
    PlanIndexPage: make_plan,
    DecisionIndexPage: make_decision,
    CampaignIndexPage: make_campaign,
    NewsIndexPage: make_news,
}


def address(page, query=""):
    return f"/nguon-tin/{page.pk}.atom{query}"


def read(answer):
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)  # noqa: S314 - our own answer


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("role", [None, "staff", "editor", "approver", "council", "admin"])
@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_it_holds_what_everybody_may_read_whoever_asks(client, db, request, model, role):
    index = make_index(model, **PUBLIC)
    LISTS[model]("Cho mọi người", **PUBLIC)
    LISTS[model]("Nội bộ", audience=Audience.STAFF)
    LISTS[model]("Của Hội đồng", audience=Audience.COUNCIL)
    LISTS[model]("Chưa duyệt", live=False, **PUBLIC)
    if role:
        client.force_login(request.getfixturevalue(role))
    assert titles(read(client.get(address(index)))) == ["Cho mọi người"]


def test_it_is_valid_atom(client, db):
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    index = make_index(RegulationIndexPage, **PUBLIC)
    page = make_regulation("Quy chế <b> & 1", number="5/QC-MNHS", abstract="Về \x0bviệc", **PUBLIC)
    feed = read(client.get(address(index)))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}id").endswith(address(index))
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver{address(index)}"
    assert links["alternate"] == f"http://testserver{index.url}"
    (entry,) = feed.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Quy chế <b> & 1"
    assert entry.findtext(f"{ATOM}id").endswith(f"/trang/{page.pk}/")
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{page.url}"
    for name in (f"{ATOM}updated", f"{ATOM}published"):
        assert dt.datetime.fromisoformat(entry.findtext(name)).tzinfo
    assert feed.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated")
    assert entry.findtext(f"{ATOM}summary") == "5/QC-MNHS · Về  việc"


def test_ids_outlive_a_rename_and_tell_lists_apart(client, db):
    index = make_index(RegulationIndexPage, **PUBLIC)
    page = make_regulation("Quy chế cũ", **PUBLIC)
    before = read(client.get(address(index))).findtext(f"{ATOM}entry/{ATOM}id")
    page.title, page.slug = "Quy chế mới", "quy-che-moi"
    page.save_revision().publish()
    after = read(client.get(address(index))).findtext(f"{ATOM}entry/{ATOM}id")
    assert before == after
    ids = {read(client.get(address(index, q))).findtext(f"{ATOM}id") for q in ("", "?nam=2025")}
    assert len(ids) == 2


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_a_public_list_names_its_feed_with_the_filters(client, db, model):
    index = make_index(model, **PUBLIC)
    name = index.feed_filters[0]
    body = client.get(f"{index.url}?{name}=2025&trang=2&x=1").content.decode()
    assert f'type="application/atom+xml" title="{escape(index.title)}"' in body
    assert f'href="{address(index)}?{name}=2025"' in body


def test_filters_narrow_the_feed(client, db):
    index = make_index(RegulationIndexPage, **PUBLIC)
    for year, kind in ((2024, "law"), (2025, "law"), (2025, "decree")):
        make_regulation(
            f"{kind} {year}", document_type=kind, issued_on=dt.date(year, 3, 1), **PUBLIC
        )
    assert titles(read(client.get(address(index, "?nam=2025&loai=law")))) == ["law 2025"]


def test_a_list_that_is_not_public_has_none(client, db, staff):
    index = make_index(RegulationIndexPage, audience=Audience.STAFF)
    make_regulation(**PUBLIC)
    assert client.get(address(index)).status_code == 404
    client.force_login(staff)
    assert client.get(address(index)).status_code == 404
    assert ".atom?" not in client.get(index.url).content.decode()
    assert address(index) not in client.get(index.url).content.decode()


def test_people_have_no_feed(client, db):
    """Whoever withdraws consent must be gone, also from the memory of feed readers."""
    honoree = make_honoree()
    assert client.get(address(honoree.get_parent())).status_code == 404
    assert HonoreeIndexPage.feed_filters is None
    assert client.get(address(honoree)).status_code == 404


@pytest.mark.parametrize("pk", ["0", "99999999999999999999999"])
def test_a_feed_of_nothing_is_not_found(client, db, pk):
    assert client.get(f"/nguon-tin/{pk}.atom").status_code == 404


@pytest.mark.parametrize("many", [0, 2])
def test_a_reader_that_has_the_newest_is_told_so(client, db, many):
    index = make_index(RegulationIndexPage, **PUBLIC)
    for number in range(many):
        make_regulation(f"Quy chế {number}", **PUBLIC)
    answer = client.get(address(index))
    assert "must-revalidate" in answer["Cache-Control"]
    asked = {"if-none-match": answer["ETag"]}
    assert client.get(address(index), headers=asked).status_code == 304


def test_a_feed_is_read_only(client, db):
    index = make_index(RegulationIndexPage, **PUBLIC)
    assert client.post(address(index)).status_code == 405


def test_it_costs_few_queries(client, db, django_assert_max_num_queries):
    index = make_index(DecisionIndexPage, **PUBLIC)
    for number in range(5):
        make_decision(f"Quyết định {number}", **PUBLIC)
    with django_assert_max_num_queries(12):
        client.get(address(index))
