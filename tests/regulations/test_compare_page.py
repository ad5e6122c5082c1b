"""Who may compare what, and what the page says."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from accounts.audience import Audience
from regulations.models import Relation
from tests.builders import make_news, make_plan, make_regulation

pytestmark = pytest.mark.django_db

PUBLIC = {"audience": Audience.PUBLIC}
FIRST = "Điều 1. Phạm vi\nQuy chế này áp dụng cho giáo viên.\nĐiều 2. Quỹ\nQuỹ do trường lập."
SECOND = FIRST.replace("cho giáo viên", "cho giáo viên, nhân viên")


def show(client, **query):
    response = client.get("/so-sanh/", query)
    return response.status_code, response.content.decode()


def marked(body, tag):
    return re.findall(rf"<{tag}>(.*?)</{tag}>", body, re.DOTALL)


def republish(page, **fields):
    """The number of the revision that was live before `fields` were published."""
    before = page.live_revision_id
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return before


def test_an_earlier_text_is_not_for_visitors(client):
    """It may have been replaced for a person's sake; old files are not for them either."""
    page = make_regulation(text=FIRST, **PUBLIC)
    before = republish(page, body=[("legal_text", SECOND)])
    status, body = show(client, a=f"ban-{before}", b=page.pk)
    assert (status, "giữ nguyên" in body) == (404, False)
    assert f"ban-{before}" not in show(client, a=page.pk, b=page.pk)[1]


def test_two_versions_of_a_document(client, staff):
    client.force_login(staff)
    page = make_regulation(text=FIRST, **PUBLIC)
    before = republish(page, body=[("legal_text", SECOND)])
    status, body = show(client, a=f"ban-{before}", b=page.pk)
    assert status == 200
    assert [word.strip() for word in marked(body, "ins")] == [", nhân viên"]
    assert marked(body, "del") == []
    assert "Điều 2: giữ nguyên" in body


def test_two_documents_by_number_and_by_address(client):
    old = make_regulation("Quy chế cũ", number="1/QC-HS", text=FIRST, **PUBLIC)
    new = make_regulation("Quy chế mới", number="2/QC-HS", text=SECOND, **PUBLIC)
    for address in (new.url, f"http://localhost{new.url}", new.number, str(new.pk)):
        status, body = show(client, a=old.number, b=address)
        assert (status, "nhân viên" in body, "2/QC-HS" in body) == (200, True, True)


def test_the_same_text_twice(client):
    page = make_regulation(text=FIRST, **PUBLIC)
    _, body = show(client, a=page.pk, b=page.pk)
    assert "Hai văn bản giống nhau từng chữ" in body


def test_the_whole_texts_are_shown_when_asked_for(client):
    page = make_regulation(text=FIRST, **PUBLIC)
    _, body = show(client, **{"a": page.pk, "b": page.pk, "tat-ca": "1"})
    assert body.count("Quỹ do trường lập.") == 2


def test_a_number_that_several_have_gives_a_choice(client):
    for year in (2024, 2025):
        make_regulation(
            f"Quy chế {year}", number="5/QC-HS", issued_on=dt.date(year, 1, 1), **PUBLIC
        )
    status, body = show(client, a="5/QC-HS")
    assert status == 404
    assert "Quy chế 2024" in body
    assert "Quy chế 2025" in body


@pytest.mark.parametrize(
    "reference", ["999999", "ban-999999", "/khong-co/", "9/QC-KHONG", "http://[", "?"]
)
def test_what_is_not_there_is_said_clearly(client, reference):
    status, body = show(client, a=reference)
    assert status == 404
    assert "Chưa có văn bản này trong phần bạn được xem" in body


def test_a_page_that_is_no_document(client):
    status, body = show(client, a=make_news().url)
    assert status == 404
    assert "không phải là của một văn bản" in body


def test_a_document_for_staff_looks_like_none_to_a_visitor(client, staff):
    page = make_regulation("Quy chế kín", number="7/QC-HS", text=FIRST)
    for reference in (page.pk, page.url, page.number, f"ban-{page.live_revision_id}"):
        status, body = show(client, a=reference, b=reference)
        assert (status, "Quy chế kín" in body) == (404, False)
    client.force_login(staff)
    assert show(client, a=page.pk, b=page.number)[0] == 200


def test_a_version_that_was_for_staff_stays_for_staff(client, staff):
    page = make_regulation(text="Điều 1. Chuyện kín của trường")
    before = republish(page, audience=Audience.PUBLIC, body=[("legal_text", FIRST)])
    status, body = show(client, a=f"ban-{before}", b=page.pk)
    assert (status, "Chuyện kín" in body) == (404, False)
    assert f"ban-{before}" not in show(client, a=page.pk)[1]
    client.force_login(staff)
    assert "Chuyện kín" in show(client, a=f"ban-{before}", b=page.pk)[1]


def test_a_draft_is_compared_by_those_who_may_edit_it(client, staff, editor):
    page = make_regulation(text=FIRST, **PUBLIC)
    page.body = [("legal_text", SECOND)]
    draft = page.save_revision()
    reference = f"ban-{draft.pk}"
    for user in (None, staff):
        if user:
            client.force_login(user)
        assert show(client, a=page.pk, b=reference)[0] == 404
        assert reference not in show(client, a=page.pk)[1]
    client.force_login(editor)
    status, body = show(client, a=page.pk, b=reference)
    assert (status, len(marked(body, "ins"))) == (200, 1)
    assert reference in show(client, a=page.pk)[1]


def test_what_replaces_a_document_is_offered(client):
    old = make_regulation("Quy chế cũ", text=FIRST, **PUBLIC)
    new = make_regulation("Quy chế mới", text=SECOND, **PUBLIC)
    hidden = make_regulation("Quy chế kín", text=SECOND)
    for source in (new, hidden):
        Relation.objects.create(
            source=source, target=old, kind="amends", takes_effect_on=dt.date(2025, 1, 1)
        )
    body = show(client, a=old.pk)[1]
    assert f"a={new.pk}&amp;b={old.pk}" in body
    assert "Quy chế kín" not in body


def test_a_plan_with_a_table_is_compared_cell_by_cell(client):
    def table(month):
        row = {"values": ["Hội giảng", month]}
        columns = [{"type": "text", "heading": name} for name in ("Việc", "Tháng")]
        return {"type": "table", "value": {"columns": columns, "rows": [row], "caption": ""}}

    pages = []
    for month in ("3", "4"):
        page = make_plan(text="I. VIỆC LÀM", **PUBLIC)
        page.body = page.body.stream_block.to_python(
            [{"type": "legal_text", "value": "I. VIỆC LÀM"}, table(month)]
        )
        republish(page)
        pages.append(page)
    body = show(client, a=pages[0].pk, b=pages[1].pk)[1]
    assert [word.strip() for word in (*marked(body, "del"), *marked(body, "ins"))] == ["3", "4"]


def test_a_comparison_takes_few_queries(client, staff, django_assert_max_num_queries):
    page = make_regulation(text=FIRST)
    before = republish(page, body=[("legal_text", SECOND)])
    client.force_login(staff)
    with django_assert_max_num_queries(25):
        show(client, a=f"ban-{before}", b=page.pk)


def test_answers_for_staff_are_not_stored(client, staff):
    page = make_regulation(text=FIRST)
    client.force_login(staff)
    response = client.get("/so-sanh/", {"a": page.pk, "b": page.pk})
    assert "no-store" in response["Cache-Control"]


def test_words_are_escaped(client):
    page = make_regulation(text="Điều 1. <script>alert(1)</script>", **PUBLIC)
    _, body = show(client, **{"a": page.pk, "b": page.pk, "tat-ca": "1"})
    assert "<script>alert" not in body
    assert "<script>alert" not in show(client, a="<script>alert(1)</script>")[1]
