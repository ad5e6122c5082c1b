"""The wall: by level of the highest award, then by name; narrowed, counted, followed."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from home.information import add_information
from honors.models import HonoreeIndexPage
from tests.builders import (
    make_award,
    make_award_type,
    make_decision,
    make_home,
    make_honoree,
    make_index,
    make_organization,
)

pytestmark = pytest.mark.django_db


def honour(name, level, decision):
    honoree = make_honoree(name)
    kind = make_award_type(f"Khen {level}", level=level)
    make_award(decision, name, honoree=honoree, award_type=kind)
    return honoree


def test_higher_levels_come_first_under_their_own_heading(client):
    decision = make_decision(audience=Audience.PUBLIC)
    address = honour("Nguyễn Thị An", "base", decision).get_parent().url
    honour("Trần Văn Bình", "state", decision)
    make_honoree("Lê Thị Chi")
    body = client.get(address).content.decode()
    order = [
        "Cấp nhà nước</h2>",
        "Bình",
        "Cấp cơ sở</h2>",
        "An<",
        "Chưa có quyết định công bố",
        "Chi<",
    ]
    assert [words for words in order if words not in body] == []
    places = [body.index(words) for words in order]
    assert places == sorted(places)


def test_an_award_of_an_internal_decision_does_not_raise_anybody(client):
    address = honour("Nguyễn Thị An", "state", make_decision()).get_parent().url
    assert client.get(address).context["page_obj"][0].award_level is None


WALL = "/bang-vang/"


def names(client, query):
    """Who stands on the wall that the query leaves."""
    return sorted(one.title for one in client.get(f"{WALL}?{query}").context["page_obj"])


def test_the_level_asked_for_is_one_of_an_award_that_is_shown(client):
    decision = make_decision(audience=Audience.PUBLIC)
    honour("Nguyễn Thị An", "base", decision)
    honour("Trần Văn Bình", "state", decision)
    honour("Lê Thị Chi", "state", make_decision())
    assert names(client, "cap=state") == ["Trần Văn Bình"]
    assert len(names(client, "cap=khong-co")) == 3


def test_year_and_level_are_asked_of_the_same_award(client):
    old = make_decision(audience=Audience.PUBLIC, issued_on=dt.date(2024, 5, 20))
    both = honour("Nguyễn Thị An", "state", old)
    new = make_decision(audience=Audience.PUBLIC)
    make_award(new, both.title, honoree=both, award_type=make_award_type(level="base"))
    assert names(client, "nam=2024&cap=state") == [both.title]
    assert names(client, "nam=2026&cap=state") == []


def test_a_team_is_what_is_printed_or_else_where_they_work(client):
    school = make_organization()
    make_honoree("Nguyễn Thị An", organization=school, organization_as_printed="Tổ Nhà trẻ")
    make_honoree("Trần Văn Bình", organization=school)
    make_honoree("Lê Thị Chi", live=False, organization_as_printed="Tổ chưa đăng")
    assert client.get(WALL).context["teams"] == ["Tổ Nhà trẻ", school.name]
    assert names(client, "don-vi=Tổ Nhà trẻ") == ["Nguyễn Thị An"]
    assert names(client, f"don-vi={school.name}") == ["Trần Văn Bình"]
    assert names(client, "don-vi=Tổ chưa đăng") == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "<b>2 cá nhân, 1 tập thể</b> trên Bảng vàng."),
        ("loai=person", "<b>2 cá nhân</b> trên Bảng vàng."),
        ("loai=collective", "<b>1 tập thể</b> trên Bảng vàng."),
        ("nam=2026", "<b>1 cá nhân</b> được khen thưởng năm 2026."),
        ("ten=xyz", "<b>0 cá nhân</b> trên Bảng vàng."),
    ],
)
def test_they_are_counted_in_words(client, query, words):
    honour("Nguyễn Thị An", "base", make_decision(audience=Audience.PUBLIC))
    make_honoree("Trần Văn Bình")
    make_honoree("Tổ Nhà trẻ", kind="collective", consent=False)
    assert words in " ".join(client.get(f"{WALL}?{query}").content.decode().split())


def test_an_empty_wall_says_why(client):
    make_index(HonoreeIndexPage)
    assert "Bảng vàng chưa có tên ai." in client.get(WALL).content.decode()
    assert "bỏ bớt điều kiện" in client.get(f"{WALL}?ten=xyz").content.decode()


def test_whoever_is_honoured_finds_where_to_ask_for_a_removal(client):
    wall = make_index(HonoreeIndexPage)
    asked = "Yêu cầu sửa hoặc gỡ thông tin"
    assert asked not in client.get(wall.url).content.decode()
    add_information(make_home())
    assert f'<a href="/lien-he/">{asked}</a>' in client.get(wall.url).content.decode()
