"""Documents to be supplied: listed by how often they are cited, linked when they come."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from regulations.models import Citation, RegulationIndexPage, RegulationPage, Tie, WantedDocument
from tests.builders import (
    make_index,
    make_organization,
    make_plan,
    make_regulation,
    make_user,
)

DECREE = "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;\n"
PLAN = "Thực hiện Kế hoạch số 396/KH-UBND ngày 26/12/2024 của UBND quận Hà Đông;\n"
LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n"
LIST = "/van-ban-can-bo-sung/"


def numbers(answer):
    return [(row.number or row.as_printed, row.count) for row in answer.context["rows"]]


def test_most_cited_first(client, staff):
    for title in ("A", "B"):
        make_plan(title, text=DECREE + (PLAN if title == "A" else ""))
    client.force_login(staff)
    assert numbers(client.get(LIST)) == [("152/2025/NĐ-CP", 2), ("396/KH-UBND", 1)]


@pytest.mark.parametrize(
    ("words", "found"),
    [("152", 1), ("152/2025/nd-cp", 1), ("hà đông", 1), ("UBND", 1), ("thi dua", 1), ("999", 0)],
)
def test_the_list_is_searched_by_number_name_or_issuer(client, staff, words, found):
    make_plan(text=DECREE + PLAN + LAW)
    client.force_login(staff)
    assert len(client.get(LIST, {"q": words}).context["rows"]) == found


@pytest.mark.parametrize(
    ("role", "count"), [("staff", 2), ("editor", 2), ("council", 3), ("reviewer", 3)]
)
def test_only_what_the_role_may_read_is_counted(client, db, request, role, count):
    for audience in Audience:
        make_plan(f"Kế hoạch {audience}", audience=audience, text=DECREE)
    client.force_login(request.getfixturevalue(role))
    assert numbers(client.get(LIST)) == [("152/2025/NĐ-CP", count)]
    citing = client.get(f"{LIST}{WantedDocument.objects.get().pk}/")
    assert len(citing.context["rows"]) == count


def test_what_only_the_council_cites_is_not_there_for_staff(client, staff):
    make_plan(audience=Audience.COUNCIL, text=DECREE)
    client.force_login(staff)
    assert numbers(client.get(LIST)) == []
    assert client.get(f"{LIST}{WantedDocument.objects.get().pk}/").status_code == 404


def test_visitors_sign_in_and_accounts_without_a_group_are_refused(client, db):
    assert client.get(LIST).status_code == 302
    client.force_login(make_user("khach"))
    assert client.get(LIST).status_code == 403


def test_adding_the_document_links_all_that_wait(db):
    plans = [make_plan(f"Kế hoạch {number}", text=DECREE) for number in range(8)]
    decree = make_regulation(
        document_type="decree", number="152/2025/NĐ-CP", issued_on=dt.date(2025, 6, 14)
    )
    targets = set(Citation.objects.filter(page__in=plans).values_list("target", flat=True))
    assert targets == {decree.pk}
    assert not WantedDocument.objects.exists()
    assert Tie.objects.filter(target=decree, wanted=None).count() == len(plans)


def test_unpublishing_it_lets_all_wait_again(db):
    plans = [make_plan(f"Kế hoạch {number}", text=DECREE + PLAN) for number in range(3)]
    decree = make_regulation(
        document_type="decree", number="152/2025/NĐ-CP", issued_on=dt.date(2025, 6, 14)
    )
    decree.unpublish()
    wanted = WantedDocument.objects.get(number="152/2025/NĐ-CP")
    assert wanted.for_staff == len(plans)
    assert set(Citation.objects.values_list("target", flat=True)) == {None}


@pytest.mark.parametrize(
    "fields",
    [
        {"issued_on": dt.date(2023, 12, 26), "issuer_as_printed": "UBND quận Hà Đông"},
        {"issued_on": dt.date(2024, 12, 26), "issuer_as_printed": "UBND quận Thanh Xuân"},
        {"issued_on": dt.date(2024, 12, 26), "issuer_as_printed": "UBND phường Hà Đông"},
    ],
)
def test_the_same_number_of_another_issuer_or_year_goes_on_waiting(db, fields):
    make_plan(text=PLAN)
    make_plan(number="396/KH-UBND", **fields)
    assert WantedDocument.objects.get().number == "396/KH-UBND"


def test_two_issuers_of_one_number_and_day_are_two_documents(db):
    other = PLAN.replace("quận Hà Đông", "quận Thanh Xuân")
    make_plan("A", text=PLAN)
    make_plan("B", text=other)
    assert WantedDocument.objects.count() == 2


def test_one_issuer_spelled_twice_is_one_document(db):
    make_plan("A", text=PLAN)
    make_plan("B", text=PLAN.replace("của UBND", "của Ủy ban nhân dân"))
    assert WantedDocument.objects.get().for_staff == 2


def test_a_short_mention_is_what_the_text_names_in_full(db):
    make_plan(text=PLAN + "1. Theo Kế hoạch số 396/KH-UBND nêu trên.")
    assert WantedDocument.objects.count() == 1
    make_plan(
        number="396/KH-UBND",
        issued_on=dt.date(2024, 12, 26),
        issuer=make_organization("UBND quận Hà Đông"),
    )
    assert not Citation.objects.filter(target=None).exists()


def test_an_editor_starts_a_draft_with_what_is_known(client, editor):
    make_index(RegulationIndexPage)
    make_plan(text=DECREE)
    client.force_login(editor)
    address = f"{LIST}{WantedDocument.objects.get().pk}/ban-nhap/"
    answer = client.post(address)
    page = RegulationPage.objects.get()
    assert answer.url == f"/quan-tri/pages/{page.pk}/edit/"
    assert (page.document_type, page.number, page.live) == ("decree", "152/2025/NĐ-CP", False)
    assert (page.issued_on, page.issuer_as_printed) == (dt.date(2025, 6, 14), "Chính phủ")
    client.post(address)
    assert RegulationPage.objects.count() == 1


@pytest.mark.parametrize("role", ["staff", "reviewer", "approver", "council"])
def test_others_may_start_none(client, db, request, role):
    make_plan(text=DECREE)
    client.force_login(request.getfixturevalue(role))
    address = f"{LIST}{WantedDocument.objects.get().pk}/ban-nhap/"
    assert "ban-nhap" not in client.get(LIST).content.decode()
    assert client.post(address).status_code == 403


def test_an_empty_list_says_so(client, staff):
    client.force_login(staff)
    assert "Không thiếu văn bản nào." in client.get(LIST).content.decode()
