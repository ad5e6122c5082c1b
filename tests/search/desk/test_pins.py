"""Pinned answers: first for their question, for those who may see the page, while they hold."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.audience import Audience
from search.desk import pinned_for
from search.desk.models import PinnedAnswer
from search.desk.words import key_of
from tests.builders import make_news, make_regulation
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()
LAW = "Điều 22. Danh hiệu khác\nNhư trên.\nĐiều 23. Danh hiệu Chiến sĩ thi đua cơ sở\nTiêu chuẩn."


def pin(page, questions="Điều kiện chiến sĩ thi đua", **fields):
    row = PinnedAnswer(page=page, questions=questions, **fields)
    row.full_clean()
    row.save()
    return row


def answers(text, user=VISITOR):
    return [result.page.pk for result in pinned_for(key_of(text).split(), user)]


def test_the_page_comes_for_its_question_in_any_spelling_and_for_no_other():
    page = make_news()
    pin(page, "Điều kiện chiến sĩ thi đua\nchiến sĩ thi đua cần gì")
    assert answers("dieu kien CHIEN SI thi dua") == [page.pk]
    assert answers("chiến sỹ thi đua, cần gì?") == [page.pk]
    assert answers("chiến sĩ thi đua") == []


def test_it_says_that_it_is_pinned_and_why_and_where():
    page = make_regulation("Luật", text=LAW, audience=Audience.PUBLIC)
    pin(page, anchor="#dieu-23", note="Xem cả khoản 2.")
    (result,) = pinned_for(key_of("điều kiện chiến sĩ thi đua").split(), VISITOR)
    assert result.is_pinned
    assert result.note == "Xem cả khoản 2."
    assert result.hits[0].label == "Điều 23 Danh hiệu Chiến sĩ thi đua cơ sở"
    assert result.hits[0].url == f"{page.url}#dieu-23"
    assert result.page.record.effect.label


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.COUNCIL])
def test_nobody_learns_of_a_page_that_they_may_not_see(audience, staff, council):
    page = make_news("Chỉ nội bộ", audience=audience)
    pin(page)
    question = "điều kiện chiến sĩ thi đua"
    assert answers(question) == []
    assert answers(question, council) == [page.pk]
    assert answers(question, staff) == ([page.pk] if audience == Audience.STAFF else [])


def test_a_draft_and_a_page_taken_down_are_not_shown(admin):
    draft, gone = make_news("Nháp", live=False), make_news("Gỡ")
    pin(draft)
    pin(gone)
    gone.unpublish()
    assert answers("điều kiện chiến sĩ thi đua", admin) == []


def test_it_ends_with_its_last_day():
    page, today = make_news(), timezone.localdate()
    row = pin(page, valid_until=today)
    assert answers("điều kiện chiến sĩ thi đua") == [page.pk]
    row.valid_until = today - dt.timedelta(days=1)
    row.save()
    assert answers("điều kiện chiến sĩ thi đua") == []


def test_a_question_without_pins_costs_one_row():
    pin(make_news())
    answers("câu khác")
    with CaptureQueriesContext(connection) as queries:
        answers("câu khác")
    assert len(queries) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"questions": "???"}, "ít nhất một câu"),
        ({"anchor": "dieu-99"}, "không có vị trí này"),
        ({"questions": "câu khác\nđieu kien chien si thi dua"}, "đã có câu trả lời này"),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(fields, said):
    page = make_regulation("Luật", text=LAW)
    pin(page)
    with pytest.raises(ValidationError) as refused:
        pin(page, **fields)
    assert said in str(refused.value)


def test_administrators_pin_from_the_list_and_are_named(admin):
    page, desk = make_news(), at_desk(admin)
    address = "/quan-tri/search/pinnedanswer/create/"
    assert (
        "nghi le cho giao vien"
        in desk.get(f"{address}?questions=nghi+le+cho+giao+vien").content.decode()
    )
    desk.post(address, {"questions": "nghỉ lễ", "page": page.pk, "anchor": "", "note": ""})
    row = PinnedAnswer.objects.get()
    assert row.created_by == admin
    assert answers("nghi le") == [page.pk]
    assert page.title in desk.get("/quan-tri/search/pinnedanswer/").content.decode()


def test_an_address_chooses_no_page(admin):
    hidden = make_news("Nháp kín", live=False)
    page = at_desk(admin).get(f"/quan-tri/search/pinnedanswer/create/?page={hidden.pk}")
    assert "Nháp kín" not in page.content.decode()
