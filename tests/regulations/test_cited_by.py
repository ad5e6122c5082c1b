"""Who cites a document: counted, listed, per provision, only what the reader may see."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.audience import Audience
from regulations.cited_by import counts_of
from regulations.models import DocumentRecord, Tie, WantedDocument
from tests.builders import make_plan, make_regulation

LAW = "Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Đối tượng\nMọi người."
CITES = "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;\n"
PART = "1. Theo khoản 1 Điều 1 Nghị định số 152/2025/NĐ-CP.\n"


@pytest.fixture
def decree(db):
    return make_regulation(
        "Nghị định về thi đua",
        document_type="decree",
        number="152/2025/NĐ-CP",
        issued_on=dt.date(2025, 6, 14),
        issuer_as_printed="CHÍNH PHỦ",
        audience=Audience.PUBLIC,
        text=LAW,
    )


def citing(title, audience=Audience.PUBLIC, text=CITES + PART, **fields):
    fields.setdefault("issued_on", dt.date(2026, 1, 5))
    return make_plan(title, audience=audience, text=text, **fields)


def test_a_document_counts_once_however_often_it_cites(decree):
    citing("Kế hoạch A")
    assert counts_of(decree.pk, AnonymousUser()) == {"": 1, "dieu-1": 1, "dieu-1-khoan-1": 1}


def test_the_reading_tells_the_newest_and_counts_all(client, decree):
    for number in range(7):
        citing(f"Kế hoạch số {number}", issued_on=dt.date(2026, 1, number + 1))
    reading = client.get(decree.url).context["reading"]
    assert [title for title, _ in reading.cited_by] == [f"Kế hoạch số {n}" for n in (6, 5, 4, 3, 2)]
    assert reading.cited_by_count == 7


def test_a_provision_tells_how_many_cite_it_and_leads_to_them(client, decree):
    plan = citing("Kế hoạch A")
    citing("Kế hoạch B", text=CITES)
    page = client.get(decree.url).content.decode()
    address = f"/duoc-dan/{decree.pk}/?dieu=dieu-1-khoan-1"
    assert address in page
    answer = client.get(address)
    assert [row.page.pk for row in answer.context["rows"]] == [plan.pk]
    assert f"{plan.url}#muc-1" in answer.content.decode()


@pytest.mark.parametrize("role", ["anonymous", "staff", "editor", "council"])
def test_counts_and_lists_hold_what_the_role_may_read(client, decree, request, role):
    for audience in Audience:
        citing(f"Kế hoạch {audience}", audience)
    circles = {"anonymous": 1, "staff": 2, "editor": 2, "council": 3}
    if role != "anonymous":
        client.force_login(request.getfixturevalue(role))
    answer = client.get(f"/duoc-dan/{decree.pk}/")
    assert answer.context["total"] == len(answer.context["rows"]) == circles[role]
    assert client.get(decree.url).context["reading"].cited_by_count == circles[role]
    assert ("Kế hoạch council" in answer.content.decode()) is (role == "council")


def test_a_hidden_document_has_no_list(client, decree, staff):
    hidden = make_regulation("Mật", audience=Audience.COUNCIL, text=LAW)
    assert client.get(f"/duoc-dan/{hidden.pk}/").status_code == 302
    client.force_login(staff)
    assert client.get(f"/duoc-dan/{hidden.pk}/").status_code == 404


def test_what_is_unpublished_or_past_its_expiry_cites_nothing(decree):
    plan = citing("Kế hoạch A")
    late = citing("Kế hoạch B")
    Tie.objects.filter(page=late).update(expire_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    plan.unpublish()
    assert counts_of(decree.pk, AnonymousUser()) == {}


def test_the_audience_of_a_tie_follows_publication(decree):
    plan = citing("Kế hoạch A")
    plan.audience = Audience.COUNCIL
    plan.save_revision().publish()
    assert counts_of(decree.pk, AnonymousUser()) == {}


def test_the_audience_of_a_draft_changes_no_tie_and_no_record(decree):
    plan = citing("Kế hoạch A", Audience.COUNCIL)
    plan.audience = Audience.PUBLIC
    plan.save_revision()
    assert counts_of(decree.pk, AnonymousUser()) == {}
    assert not DocumentRecord.objects.seen_by(AnonymousUser()).filter(pk=plan.pk).exists()


def test_a_page_saved_for_fewer_counts_for_them_at_once(decree):
    plan = citing("Kế hoạch A", text=CITES + "Theo Nghị định số 1/2024/NĐ-CP.\n")
    plan.audience = Audience.COUNCIL
    plan.save()
    assert counts_of(decree.pk, AnonymousUser()) == {}
    assert WantedDocument.objects.get().for_staff == 0


def test_a_provision_that_is_not_there_leads_to_the_one_around_it(client, decree):
    plan = citing("Kế hoạch A", text="1. Theo điểm b khoản 9 Điều 2 Nghị định số 152/2025/NĐ-CP.")
    assert f'href="{decree.url}#dieu-2"' in client.get(plan.url).content.decode()


def test_the_list_is_paged_and_narrowed_by_year(client, decree):
    for number in range(25):
        citing(f"Kế hoạch {number}", issued_on=dt.date(2024 + number % 2, 3, 1))
    assert len(client.get(f"/duoc-dan/{decree.pk}/").context["rows"]) == 20
    answer = client.get(f"/duoc-dan/{decree.pk}/", {"nam": "2024"})
    assert answer.context["page_obj"].paginator.count == 13
    assert answer.context["years"] == [2025, 2024]


def test_the_list_costs_few_queries(client, decree, staff, django_assert_max_num_queries):
    for number in range(25):
        citing(f"Kế hoạch {number}")
    client.force_login(staff)
    client.get("/duoc-dan/")  # what a process keeps is there
    with django_assert_max_num_queries(12):
        client.get(f"/duoc-dan/{decree.pk}/")
