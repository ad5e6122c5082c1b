"""Documents, lists and the search as of a day; nobody learns a title that is not for him."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.audience import Audience
from regulations.models import DocumentType, RegulationIndexPage, Relation
from tests.builders import make_index, make_plan, make_regulation

pytestmark = pytest.mark.django_db

START, CHANGE = dt.date(2024, 1, 1), dt.date(2025, 7, 1)
TEXT = "Điều 1. Phạm vi\nMột.\nĐiều 2. Nguyên tắc\n1. Hai.\n2. Ba."
BEFORE, AFTER = "?ngay=2025-06-30", "?ngay=01/07/2025"
PUBLIC = {"audience": Audience.PUBLIC}


def decree(title, **fields):
    fields.setdefault("effective_on", START)
    fields.setdefault("issued_on", START)
    return make_regulation(title, document_type=DocumentType.DECREE, **fields)


def act(source, target, kind, **fields):
    fields.setdefault("takes_effect_on", CHANGE)
    return Relation.objects.create(source=source, target=target, kind=kind, **fields)


def show(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def notice(body):
    return body.split("tk-effect tk-mb")[1].split("</section>")[0]


@pytest.fixture
def old(db):
    return decree("Nghị định cũ", text=TEXT, **PUBLIC)


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        ("?ngay=2023-12-31", "Chưa có hiệu lực; có hiệu lực từ 01/01/2024"),
        (BEFORE, "Còn hiệu lực, từ 01/01/2024"),
        (AFTER, "Hết hiệu lực, từ 01/07/2025"),
    ],
)
def test_the_notice_answers_for_the_day_asked(client, old, day, heading):
    act(decree("Nghị định mới", **PUBLIC), old, "replaces")
    said = notice(show(client, old.url + day))
    assert heading in said
    assert "Nghị định mới" in said or "2023" in day


def test_a_wrong_day_gets_a_sentence_and_today(client, old):
    said = notice(show(client, f"{old.url}?ngay=31/02/2024"))
    assert "“31/02/2024” không phải là ngày" in said
    assert "Tại ngày" not in said


def test_a_changed_provision_is_marked_at_its_place_and_in_the_contents(client, old):
    new = decree("Nghị định mới", text="Điều 1. Sửa đổi\n1. Như sau.", **PUBLIC)
    act(new, old, "amends", provisions="khoản 2 Điều 2", source_provision="khoản 1 Điều 1")
    act(new, old, "repeals", provisions="Điều 1")
    assert "tk-effect-mark" not in show(client, old.url + BEFORE)
    body = show(client, old.url + AFTER)
    place = body.split('id="dieu-2-khoan-2"')[1].split("tk-effect-mark--amends")[1]
    assert f"{new.url}?ngay=2025-07-01#dieu-1-khoan-1" in place.split("</p>")[0]
    assert "từ" in place.split("</p>")[0]
    contents = body.split('class="tk-toc"')[1].split("</nav>")[0]
    assert contents.count("tk-effect-flag--repeals") == 1
    assert "tk-effect-flag--amends" in contents.split('href="#dieu-2"')[1].split("</a>")[0]


def test_a_plan_says_only_what_there_is_to_say(client, staff):
    client.force_login(staff)
    plan = make_plan(issued_on=START, text="I. Mục đích\n1. Một.")
    assert "tk-notice--in-force" not in show(client, plan.url)
    assert "Tại ngày\u00a001/07/2025" in show(client, plan.url + AFTER)


def test_print_tells_the_day(client, old):
    source = show(client, old.url + AFTER).split("tk-print-source")[1].split("</p>")[0]
    assert "Tại ngày\u00a001/07/2025: Còn hiệu lực" in source
    assert "?ngay=2025-07-01" in source


def test_links_keep_the_day(client, old):
    new = decree("Nghị định mới", number="2/2025/NĐ-CP", issued_on=dt.date(2025, 1, 2), **PUBLIC)
    citing = decree("Dẫn chiếu", text="Căn cứ Nghị định số 2/2025/NĐ-CP;\nĐiều 1. Một", **PUBLIC)
    act(citing, old, "guides")
    body = show(client, citing.url + AFTER)
    for page in (new, old):
        assert f'href="{page.url}?ngay=2025-07-01"' in body
        assert f'href="{page.url}"' not in body
    index = RegulationIndexPage.objects.get()
    index.audience = PUBLIC["audience"]
    index.save()
    assert 'href="/van-ban/?ngay=2025-07-01"' in show(client, citing.url + AFTER)
    assert f'href="{new.url}"' in show(client, citing.url)
    by_number = client.get(f"/so/2-2025-nd-cp/{AFTER}")
    assert by_number.headers["Location"] == f"{new.url}?ngay=2025-07-01"


def test_the_list_stands_as_it_stood_that_day(client, old):
    make_index(RegulationIndexPage).save_revision()
    RegulationIndexPage.objects.update(**PUBLIC)
    new = decree("Nghị định mới", issued_on=CHANGE, effective_on=CHANGE, **PUBLIC)
    act(new, old, "replaces")
    assert "Nghị định mới" not in show(client, f"/van-ban/{BEFORE}")
    body = show(client, f"/van-ban/{AFTER}&hieu-luc=expired")
    assert f'href="{old.url}?ngay=2025-07-01"' in body
    assert new.url not in body
    assert old.url not in show(client, f"/van-ban/{AFTER}&hieu-luc=in-force")
    assert "không phải là ngày" in show(client, "/van-ban/?ngay=mai&hieu-luc=gi")


def test_the_search_labels_documents_for_that_day(client, old):
    act(decree("Nghị định mới", **PUBLIC), old, "replaces")
    search = "/tim-kiem/?q=nguyen+tac&ngay="
    assert "tk-status--in-force" in show(client, f"{search}2025-06-30")
    assert old.url not in show(client, f"{search}2025-07-01")
    body = show(client, f"{search}2025-07-01&ca-het-hieu-luc=1")
    assert "tk-status--expired" in body
    assert f"{old.url}?ngay=2025-07-01#dieu-2" in body
    assert "không phải là ngày" in show(client, f"{search}mai")


@pytest.mark.parametrize("role", ["visitor", "staff", "council", "editor", "reviewer", "approver"])
def test_a_private_title_never_leaks(client, old, role, request):
    secret = decree("Nghị quyết kín", audience=Audience.COUNCIL, text="Điều 1. Kín")
    for provisions in ("", "khoản 2 Điều 2"):
        for kind in Relation.Kind.values:
            act(secret, old, kind, provisions=provisions)
    act(secret, old, "repeals", takes_effect_on=dt.date(2100, 1, 1))
    user = AnonymousUser() if role == "visitor" else request.getfixturevalue(role)
    if role != "visitor":
        client.force_login(user)
    may_read = secret.is_visible_to(user)
    assert may_read is (role in {"council", "reviewer", "approver"})
    for day in (BEFORE, AFTER, "?ngay=2100-01-01", "?ngay=xx", ""):
        body = show(client, old.url + day)
        assert may_read or ("Nghị quyết kín" not in body and secret.url not in body)
    body = show(client, old.url + AFTER)
    assert ("Nghị quyết kín" in body) is may_read
    assert may_read or "bởi một văn bản khác" in body


def test_the_day_costs_no_query_more(client, old):
    for number in range(10):
        act(decree(f"Sửa đổi {number}", **PUBLIC), old, "amends", provisions="Điều 1, Điều 2")
    costs = []
    for day in ("", AFTER):
        client.get(old.url + day)
        with CaptureQueriesContext(connection) as queries:
            client.get(old.url + day)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
