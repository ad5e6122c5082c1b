"""Documents that staff must read: who is asked, confirms, takes it back, and who is told."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import Sum
from django.utils import timezone

from accounts.audience import Audience
from home.models import StaffDeskPage
from pages.models import ContentChange, PortalPage
from regulations.models import Acknowledgement, DocumentRecord, Relation
from regulations.to_read.acts import text_of
from regulations.to_read.panels import ToReadPanel
from tests.builders import make_index, make_plan, make_regulation, make_user

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + dt.timedelta(days=days)


@pytest.fixture
def plan(db):
    """A plan for the staff, to be read within three days."""
    return make_plan("Kế hoạch phải đọc", acknowledge_by=in_days(3))


def signed_in(client, user):
    client.force_login(user)
    return client


def shown_text(page):
    return text_of(PortalPage.objects.get(pk=page.pk).specific)


def confirm(client, page, ticked=True, text=None):
    """As the form on the page sends it."""
    data = {"ban-chu": shown_text(page) if text is None else text}
    return client.post(
        f"/can-doc/{page.pk}/", data | ({"da-doc": "1"} if ticked else {}), follow=True
    )


def take_back(client, page):
    return client.post(f"/can-doc/{page.pk}/", {"rut-lai": "1"}, follow=True)


def test_staff_confirm_on_the_page_and_can_take_it_back(client, staff, plan):
    signed_in(client, staff)
    assert "0 trên 1 người đã xác nhận" in client.get(plan.url).content.decode()
    answer = confirm(client, plan)
    assert "Bạn đã xác nhận đã đọc văn bản này" in answer.content.decode()
    assert "1 trên 1 người đã xác nhận" in answer.content.decode()
    assert "Đã rút xác nhận" in take_back(client, plan).content.decode()
    assert not Acknowledgement.objects.exists()


def test_without_the_tick_nothing_is_recorded_and_the_reader_is_told(client, staff, plan):
    answer = confirm(signed_in(client, staff), plan, ticked=False)
    assert "Hãy đánh dấu vào ô" in answer.content.decode()
    assert not Acknowledgement.objects.exists()


def test_confirming_twice_keeps_the_first_day(client, staff, plan):
    signed_in(client, staff)
    confirm(client, plan)
    first = Acknowledgement.objects.get().given_at
    confirm(client, plan)
    assert Acknowledgement.objects.get().given_at == first


def test_visitors_are_asked_nothing_of_a_public_document(client):
    page = make_plan(audience=Audience.PUBLIC, acknowledge_by=in_days(3))
    assert "xac-nhan" not in client.get(page.url).content.decode()
    assert client.post(f"/can-doc/{page.pk}/", {"da-doc": "1"}).url.startswith("/dang-nhap/")


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"acknowledge_by": in_days(3), "audience": Audience.COUNCIL},
        {"acknowledge_by": in_days(3), "live": False},
        {"acknowledge_by": in_days(3), "expires_on": in_days(-1)},
    ],
    ids=["nobody is asked", "for the Council", "a draft", "no longer in force"],
)
def test_what_is_not_asked_of_them_is_neither_shown_nor_confirmed(client, staff, fields):
    page = make_regulation(issued_on=dt.date(2020, 1, 1), **fields)
    assert confirm(signed_in(client, staff), page).status_code == 404
    assert client.get("/can-doc/").context["waiting"] == []
    assert 'id="xac-nhan"' not in client.get(page.url).content.decode()
    assert not Acknowledgement.objects.exists()


def test_a_superuser_in_the_staff_is_asked_what_the_staff_is(client):
    page = make_plan(audience=Audience.COUNCIL, acknowledge_by=in_days(3))
    user = make_user("quan-tri", "Staff", is_superuser=True, is_staff=True)
    assert 'id="xac-nhan"' not in signed_in(client, user).get(page.url).content.decode()


def test_a_repealed_document_is_asked_of_nobody(client, staff, plan):
    new = make_regulation("Quy định mới", issued_on=in_days(-9), effective_on=in_days(-9))
    Relation.objects.create(source=new, target=plan, kind="repeals", takes_effect_on=in_days(-1))
    assert signed_in(client, staff).get("/can-doc/").context["waiting"] == []


def test_what_was_confirmed_stays_when_the_document_is_over_and_can_be_taken_back(
    client, staff, plan
):
    confirm(signed_in(client, staff), plan)
    plan.issued_on, plan.expires_on = in_days(-9), in_days(-1)
    plan.save_revision().publish()
    assert [one.page_id for one in client.get("/can-doc/").context["given"]] == [plan.pk]
    take_back(client, plan)
    assert not Acknowledgement.objects.exists()


def test_words_that_were_changed_meanwhile_are_not_confirmed(client, staff, plan):
    seen = shown_text(plan)
    plan.body = [("legal_text", "Điều 1. Đã sửa")]
    plan.save_revision().publish()
    answer = confirm(signed_in(client, staff), plan, text=seen)
    assert "Văn bản vừa được sửa" in answer.content.decode()
    assert not Acknowledgement.objects.exists()


def test_a_confirmation_leaves_the_pages_of_visitors_as_they_are_kept(client, staff, plan):
    before = ContentChange.objects.aggregate(Sum("token"))
    confirm(signed_in(client, staff), plan)
    assert ContentChange.objects.aggregate(Sum("token")) == before


def test_a_desk_that_everybody_may_read_is_shown_to_visitors(client):
    desk = make_index(StaffDeskPage, audience=Audience.PUBLIC)
    assert client.get(desk.url).status_code == 200


def test_the_own_list_names_what_waits_by_its_day_and_what_is_confirmed(client, staff, plan):
    late = make_regulation("Quy chế quá hạn", acknowledge_by=in_days(-2))
    done = make_regulation("Quy chế đã đọc", acknowledge_by=in_days(9))
    signed_in(client, staff)
    confirm(client, done)
    context = client.get("/can-doc/").context
    assert [line.record.page.title for line in context["waiting"]] == [late.title, plan.title]
    assert [line.told for line in context["waiting"]] == ["quá hạn 2\u00a0ngày", "còn 3\u00a0ngày"]
    assert [one.page.title for one in context["given"]] == [done.title]


def test_the_desk_counts_what_is_over_and_what_is_due_soon(client, staff, plan):
    desk = make_index(StaffDeskPage).url
    make_regulation("Quy chế quá hạn", acknowledge_by=in_days(-2))
    make_regulation("Quy chế còn lâu", acknowledge_by=in_days(30))
    signed_in(client, staff)
    counters = {one.label: one.count for one in client.get(desk).context["counters"]}
    assert counters == {"văn bản quá hạn đọc": 1, "văn bản cần đọc trong tuần tới": 1}
    for record in DocumentRecord.objects.all():
        confirm(client, record.page)
    assert "Bạn đã đọc hết văn bản bắt buộc." in client.get(desk).content.decode()


def test_a_desk_where_nothing_must_be_read_says_nothing_of_it(client, staff):
    desk = make_index(StaffDeskPage).url
    assert "can-doc" not in signed_in(client, staff).get(desk).content.decode()


def test_the_panel_shows_the_days_nearest_to_today(rf, editor):
    for days in (-300, -2, 3, *range(100, 110)):
        make_regulation(f"Hạn {days}", acknowledge_by=in_days(days))
    request = rf.get("/")
    request.user = editor
    rows = ToReadPanel().get_context_data({"request": request})["rows"]
    assert [record.page.title for record, _share in rows[:3]] == ["Hạn -2", "Hạn 3", "Hạn 100"]
    assert len(rows) == 10


def test_editors_see_who_has_not_confirmed_by_given_name(client, editor, staff, plan):
    make_user("giao-vien", "Staff", last_name="Đỗ Thị", first_name="Anh", position="Giáo viên")
    make_user("da-nghi", "Staff", last_name="Lý", first_name="Ban", is_active=False)
    confirm(signed_in(client, staff), plan)
    context = signed_in(client, editor).get(f"/can-doc/{plan.pk}/nguoi-doc/").context
    names = [one.name for one in context["people"]]
    assert names[:2] == ["Đỗ Thị Anh", "Trần Thị Lan"]
    assert (context["share"].given, context["share"].asked) == (1, 3)
    assert client.get("/quan-tri/").content.decode().count("1 trên 3") == 1


def test_who_read_an_earlier_text_is_marked_and_may_confirm_anew(client, editor, staff, plan):
    address = f"/can-doc/{plan.pk}/nguoi-doc/"

    def marked():
        people = signed_in(client, editor).get(address).context["people"]
        return [one.read_earlier for one in people if one.given_at]

    confirm(signed_in(client, staff), plan)
    plan.acknowledge_by = in_days(9)
    plan.save_revision().publish()
    assert marked() == [False]
    plan.body = [("legal_text", "Điều 1. Đã sửa")]
    plan.save_revision().publish()
    assert marked() == [True]
    told = signed_in(client, staff).get(plan.url).content.decode()
    assert "Văn bản đã sửa sau khi bạn xác nhận" in told
    confirm(client, plan)
    assert marked() == [False]


def test_who_has_read_is_not_for_everybody(client, staff, editor, plan):
    address = f"/can-doc/{plan.pk}/nguoi-doc/"
    assert signed_in(client, staff).get(address).status_code == 403
    council = make_plan("Của Hội đồng", audience=Audience.COUNCIL, acknowledge_by=in_days(3))
    assert signed_in(client, editor).get(f"/can-doc/{council.pk}/nguoi-doc/").status_code == 404


def test_an_administrator_in_no_group_is_asked_nothing(client, plan):
    signed_in(client, make_user("quan-tri", is_superuser=True, is_staff=True))
    assert "xac-nhan" not in client.get(plan.url).content.decode()
    assert "Chưa có văn bản nào chờ bạn đọc." in client.get("/can-doc/").content.decode()


def test_a_document_costs_two_queries_more(client, staff, django_assert_max_num_queries):
    with_and_without = []
    for fields in ({}, {"acknowledge_by": in_days(3)}):
        page = make_plan(**fields)
        signed_in(client, staff).get(page.url)
        with django_assert_max_num_queries(100) as queries:
            client.get(page.url)
        with_and_without.append(len(queries))
    assert with_and_without[1] - with_and_without[0] == 2
