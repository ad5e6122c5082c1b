"""What editors should look at: bases that ended or will end, periods over, facts missing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from regulations.models import Relation, ReviewCheck
from tests.builders import make_campaign, make_plan, make_regulation, make_user

QUEUE = "/van-ban-can-ra-soat/"
CITES = "Căn cứ khoản 2 Điều 5 Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ;\n"
WHOLE = {"number": "12/KH-MNHS", "issued_on": dt.date(2026, 1, 5), "signer": "Nguyễn Thị Mẫu"}


def in_days(days):
    return timezone.localdate() + dt.timedelta(days=days)


def make_decree(ends=None, **fields):
    return make_regulation(
        "Nghị định 152",
        document_type="decree",
        number="152/2025/NĐ-CP",
        issued_on=dt.date(2025, 6, 14),
        effective_on=dt.date(2025, 6, 14),
        expires_on=ends,
        signer="Người ký",
        **fields,
    )


def codes(client, **query):
    answer = client.get(QUEUE, query)
    return {tab.reason.code: tab.count for tab in answer.context["tabs"] if tab.count}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-30, {"basis-expired": 1}),
        (0, {"basis-expired": 1}),
        (1, {"basis-expiring": 1, "ending": 1}),
        (120, {"basis-expiring": 1, "ending": 1}),
        (121, {}),
    ],
)
def test_a_basis_that_ended_or_ends_soon(desk, days, expected):
    make_decree(in_days(days))
    make_plan(text=CITES, **WHOLE)
    assert codes(desk) == expected


def test_the_line_names_the_cited_provision_and_leads_to_the_editor(desk):
    make_decree(in_days(90))
    plan = make_plan(text=CITES, **WHOLE)
    page = desk.get(QUEUE).content.decode()
    assert "khoản 2 Điều 5 Nghị định số 152/2025/NĐ-CP" in page
    assert f"/quan-tri/pages/{plan.pk}/edit/" in page


def test_the_days_ahead_are_a_setting(desk, settings):
    settings.REVIEW_AHEAD_DAYS = 30
    make_decree(in_days(31))
    make_plan(text=CITES, **WHOLE)
    assert codes(desk) == {}


def test_a_repealed_basis_counts_as_ended(desk):
    decree = make_decree()
    new = make_regulation("Nghị định mới", **WHOLE)
    Relation.objects.create(source=new, target=decree, kind="repeals", takes_effect_on=in_days(-3))
    make_plan(text=CITES, **WHOLE)
    assert codes(desk) == {"basis-expired": 1}


def test_what_is_itself_no_longer_in_force_is_left_out(desk):
    make_decree(in_days(-30))
    make_plan(text=CITES, expires_on=in_days(-1), **WHOLE)
    assert codes(desk) == {}


def test_a_document_that_only_mentions_it_does_not_rest_on_it(desk):
    make_decree(in_days(-30))
    make_plan(text="I. MỤC ĐÍCH\n1. Theo Nghị định số 152/2025/NĐ-CP.", **WHOLE)
    assert codes(desk) == {}


def test_plans_and_campaigns_past_their_period(desk):
    make_plan(period_to=in_days(-1), **WHOLE)
    make_plan("Kế hoạch còn hạn", period_to=in_days(0), **WHOLE)
    make_campaign(ends_on=in_days(-1))
    assert codes(desk) == {"plan-over": 1, "campaign-over": 1}


@pytest.mark.parametrize("missing", ["number", "issued_on", "signer"])
def test_published_documents_that_lack_a_fact(desk, missing):
    make_plan(**{name: value for name, value in WHOLE.items() if name != missing})
    words = {"number": "số, ký hiệu", "issued_on": "ngày ban hành", "signer": "người ký"}
    answer = desk.get(QUEUE, {"ly-do": "lacking"})
    assert [item.sentence for item in answer.context["items"]] == [f"Thiếu {words[missing]}."]


def test_a_draft_is_not_in_the_queue(desk):
    make_plan(live=False)
    assert codes(desk) == {}


def check(client, page, code, **fields):
    data = {"reason": code, "note": "Vẫn áp dụng đến khi có văn bản mới", **fields}
    return client.post(f"{QUEUE}{page.pk}/da-xem/", data)


def test_a_checked_line_is_gone_and_the_check_tells_who(desk, editor):
    plan = make_plan(period_to=in_days(-1), **WHOLE)
    check(desk, plan, "plan-over")
    assert codes(desk) == {}
    row = ReviewCheck.objects.get()
    assert (row.checked_by, row.page_id, row.checked_at.date()) == (
        editor,
        plan.pk,
        timezone.now().date(),
    )


def test_it_comes_back_when_the_document_is_published_anew(desk):
    plan = make_plan(period_to=in_days(-1), **WHOLE)
    check(desk, plan, "plan-over")
    plan.save_revision().publish()
    assert codes(desk) == {"plan-over": 1}


def test_it_comes_back_when_the_basis_ends_on_another_day(desk):
    decree = make_decree(in_days(90))
    plan = make_plan(text=CITES, **WHOLE)
    check(desk, plan, "basis-expiring", target=decree.pk)
    assert "basis-expiring" not in codes(desk)
    decree.expires_on = in_days(60)
    decree.save_revision().publish()
    assert codes(desk)["basis-expiring"] == 1


def test_a_document_that_ends_soon_stands_there_until_somebody_looked(desk):
    decree = make_decree(in_days(90))
    page = desk.get(QUEUE, {"ly-do": "ending"}).content.decode()
    assert f"Hết hiệu lực từ ngày\u00a0{in_days(90):%d/%m/%Y}." in page
    check(desk, decree, "ending")
    assert codes(desk) == {}


def test_a_check_of_one_basis_leaves_the_other(desk):
    decree = make_decree(in_days(90))
    make_regulation(
        "Nghị định 98",
        document_type="decree",
        expires_on=in_days(80),
        **{**WHOLE, "number": "98/2023/NĐ-CP", "issued_on": dt.date(2023, 12, 31)},
    )
    plan = make_plan(text=f"{CITES}Căn cứ Nghị định số 98/2023/NĐ-CP;\n", **WHOLE)
    assert codes(desk)["basis-expiring"] == 2
    check(desk, plan, "basis-expiring", target=decree.pk)
    assert codes(desk)["basis-expiring"] == 1


def test_a_check_needs_a_note(desk):
    plan = make_plan(period_to=in_days(-1), **WHOLE)
    answer = check(desk, plan, "plan-over", note=" ")
    assert answer.status_code == 302
    assert not ReviewCheck.objects.exists()


@pytest.mark.parametrize(
    ("role", "sees", "checks"),
    [
        ("anonymous", 302, 302),
        ("nobody", 403, 403),
        ("staff", 403, 403),
        ("council", 403, 403),
        ("reviewer", 200, 403),
        ("approver", 200, 403),
        ("editor", 200, 302),
        ("admin", 200, 302),
    ],
)
def test_who_sees_the_queue_and_who_checks(client, request, db, role, sees, checks):
    plan = make_plan(period_to=in_days(-1), **WHOLE)
    if role == "nobody":
        client.force_login(make_user("khach"))
    elif role != "anonymous":
        client.force_login(request.getfixturevalue(role))
    assert client.get(QUEUE).status_code == sees
    assert check(client, plan, "plan-over").status_code == checks
    assert ReviewCheck.objects.exists() is (role in {"editor", "admin"})


def test_what_is_for_the_council_is_not_shown_to_editors(desk, reviewer):
    make_decree(in_days(-30))
    make_plan("Mật", text=CITES, audience=Audience.COUNCIL, **WHOLE)
    assert codes(desk) == {}
    desk.force_login(reviewer)
    assert codes(desk) == {"basis-expired": 1}


def test_the_queue_is_paged_and_costs_few_queries(desk, django_assert_max_num_queries):
    make_decree(in_days(90))
    for number in range(23):
        make_plan(f"Kế hoạch {number}", text=CITES, **WHOLE)
    with django_assert_max_num_queries(12):
        answer = desk.get(QUEUE)
    assert len(answer.context["items"]) == 20
    assert len(desk.get(QUEUE, {"ly-do": "basis-expiring", "trang": 2}).context["items"]) == 3


def test_an_empty_queue_says_so(desk):
    assert "Chưa có văn bản nào cần rà soát." in desk.get(QUEUE).content.decode()
