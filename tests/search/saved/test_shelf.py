"""Searches that staff keep: named, normal, their own; what is new in each, and nothing hidden."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.audience import Audience
from search.saved.models import MOST, NewFind, SavedSearch
from search.saved.shelf import keep, put_away, shelf_of
from tests.builders import make_home, make_news, make_organization, make_user
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db
SHELF = "/noi-bo/tim-kiem-da-luu/"


@pytest.fixture
def saved(staff):
    make_home()
    return keep(staff, "Nghỉ lễ", "q=nghỉ lễ", "")


def found(saved, *pages):
    NewFind.objects.bulk_create([NewFind(saved=saved, page_id=page.pk) for page in pages])


def act(user, saved, what, **fields):
    return at_desk(user).post(f"{SHELF}{saved.pk}/", {"viec": what, **fields})


def test_a_search_is_kept_under_a_name_and_its_results_are_shown_again(staff):
    make_home()
    response = at_desk(staff).post(
        SHELF, {"ten": "Lương", "tim": "trang=3&loai=newspage&q=nâng  lương&la=la", "thu": "daily"}
    )
    saved = SavedSearch.objects.get()
    assert (saved.user, saved.name, saved.alert) == (staff, "Lương", "daily")
    assert saved.query.endswith("&loai=newspage")
    assert response["Location"] == f"/tim-kiem/?{saved.query}"


def test_the_same_search_is_kept_once(staff, saved):
    again = keep(staff, "Lịch nghỉ", "trang=2&q=nghỉ lễ", "weekly")
    assert again.pk == saved.pk
    assert SavedSearch.objects.get().name == "Lịch nghỉ"


@pytest.mark.parametrize("query", ["", "trang=2", "q=", "x" * 5000, "q=" + "a" * 4000])
def test_nothing_and_too_much_are_refused_in_words(staff, query):
    make_home()
    told = at_desk(staff).post(SHELF, {"ten": "a", "tim": query}, follow=True)
    assert not SavedSearch.objects.exists()
    assert 'role="alert"' in told.content.decode()


def test_there_is_an_end_to_the_shelf(staff):
    make_home()
    for number in range(MOST + 1):
        at_desk(staff).post(SHELF, {"ten": "a", "tim": f"q=thi+dua+{number}"})
    assert SavedSearch.objects.count() == MOST


def test_the_list_tells_what_is_new_and_first_where_something_is(staff, saved):
    keep(staff, "An toàn", "q=an+toàn", "")
    found(saved, *(make_news(f"Tin {number}") for number in range(7)))
    rows = shelf_of(staff)
    assert [(row.saved.name, row.count, row.more) for row in rows] == [
        ("Nghỉ lễ", 7, 2),
        ("An toàn", 0, 0),
    ]
    page = at_desk(staff).get(SHELF).content.decode()
    assert "7 mới" in page
    assert "và 2 mục nữa" in page


def test_filters_are_told_in_words(staff):
    make_home()
    make_organization("Sở Nội vụ Hà Nội")
    day = "ngay=2026-01-01"
    keep(
        staff,
        "",
        f"q=a&loai=newspage&nam=2025&hieu-luc=expired&noi-ban-hanh=so+noi+vu+ha+noi&{day}",
        "",
    )
    (row,) = shelf_of(staff)
    assert row.saved.name == "a"
    assert "Sở Nội vụ Hà Nội" in row.filters
    assert "2025" in row.filters
    assert "Tại ngày\u00a001/01/2026" in row.filters


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        lambda page: type(page).objects.filter(pk=page.pk).update(audience=Audience.COUNCIL),
        lambda page: type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now()),
    ],
    ids=["taken down", "for the council now", "expired"],
)
def test_what_its_owner_may_see_no_more_is_neither_named_nor_counted(staff, saved, hide):
    page = make_news("Tin kín")
    found(saved, page)
    hide(page)
    shown = at_desk(staff).get(SHELF).content.decode()
    assert "Tin kín" not in shown
    assert "1 mới" not in shown


def test_opening_and_seeing_make_it_old(staff, saved):
    found(saved, make_news())
    response = act(staff, saved, "mo")
    assert response["Location"] == f"/tim-kiem/?{saved.query}"
    assert shelf_of(staff)[0].count == 0
    NewFind.objects.update(is_seen=False)
    act(staff, saved, "da-xem")
    assert shelf_of(staff)[0].count == 0


def test_looking_at_the_list_changes_nothing(staff, saved):
    found(saved, make_news())
    at_desk(staff).get(SHELF)
    assert shelf_of(staff)[0].count == 1


def test_name_and_mail_are_changed(staff, saved):
    act(staff, saved, "sua", ten="  Lịch  nghỉ ", thu="weekly")
    saved.refresh_from_db()
    assert (saved.name, saved.alert) == ("Lịch nghỉ", "weekly")
    act(staff, saved, "sua", ten="", thu="mỗi giờ")
    saved.refresh_from_db()
    assert (saved.name, saved.alert) == ("Lịch nghỉ", "")


def test_what_was_deleted_can_be_taken_back(staff, saved):
    response = act(staff, saved, "xoa")
    shown = at_desk(staff).get(response["Location"]).content.decode()
    assert "Đã xóa “Nghỉ lễ”" in shown
    assert shelf_of(staff) == []
    act(staff, saved, "lay-lai")
    assert [row.saved for row in shelf_of(staff)] == [saved]


def test_taking_back_makes_no_second_one(staff, saved):
    put_away(saved)
    keep(staff, "Mới", "q=nghỉ lễ", "")
    act(staff, saved, "lay-lai")
    assert [row.saved.name for row in shelf_of(staff)] == ["Mới"]


def test_a_day_later_it_is_gone_for_good(staff, saved):
    put_away(saved)
    call_command("prune_searches")
    assert SavedSearch.objects.exists()
    SavedSearch.objects.update(put_away_at=timezone.now() - dt.timedelta(days=2))
    call_command("prune_searches")
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("what", ["mo", "da-xem", "sua", "xoa", "lay-lai"])
def test_nobody_touches_another_s(saved, council, what):
    assert act(council, saved, what, ten="x").status_code == 404
    saved.refresh_from_db()
    assert (saved.name, saved.put_away_at) == ("Nghỉ lễ", None)


def test_visitors_and_strangers_have_no_shelf(client, db):
    make_home()
    assert client.get(SHELF).status_code == 302
    assert client.post(SHELF, {"tim": "q=a"}).status_code == 302
    assert at_desk(make_user("khach")).get(SHELF).status_code == 403
    assert not SavedSearch.objects.exists()


def test_acts_are_no_links(staff, saved):
    assert at_desk(staff).get(f"{SHELF}{saved.pk}/?viec=xoa").status_code == 405


def test_the_list_costs_the_same_however_long_it_is(staff, saved):
    browser = at_desk(staff)
    browser.get(SHELF)
    costs = []
    for number in range(2):
        for each in range(5):
            other = keep(staff, "", f"q=câu {number} {each}", "")
            found(other, make_news(f"Tin {number} {each}"))
        with CaptureQueriesContext(connection) as queries:
            browser.get(SHELF)
        costs.append(len(queries))
    assert costs[1] <= costs[0] <= 12
