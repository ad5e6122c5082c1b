"""A profile: every award with its decision, figures, and what colleagues took over."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from tests.builders import make_award, make_decision, make_honoree

pytestmark = pytest.mark.django_db


def test_each_award_that_is_shown_links_its_decision_newest_first(client):
    page = make_honoree()
    decisions = {
        day.year: make_decision(number=f"{day.year}/QĐ-X", issued_on=day, audience=Audience.PUBLIC)
        for day in (dt.date(2024, 5, 1), dt.date(2026, 5, 1))
    }
    for decision in decisions.values():
        make_award(decision, page.title, honoree=page)
    hidden = make_decision(number="9/QĐ-KIN")
    make_award(hidden, page.title, honoree=page)
    body = client.get(page.url).content.decode()
    new, old = (f'<a href="{decisions[year].url}">' for year in (2026, 2024))
    assert 0 < body.index(new) < body.index(old)
    assert hidden.url not in body
    assert "9/QĐ-KIN" not in body


def test_without_a_published_decision_the_history_says_so(client):
    assert "Chưa có quyết định" in client.get(make_honoree().url).content.decode()


def test_figures_are_terms_with_their_numbers(client):
    figures = [("item", {"number": "14", "words": "năm công tác"})]
    body = client.get(make_honoree(figures=figures).url).content.decode()
    assert "<dt>năm công tác</dt><dd>14</dd>" in body


def test_what_colleagues_took_over_has_its_heading_only_when_there_is_something(client):
    heading = "Điều đồng nghiệp học được"
    lessons = "<ul><li>Ghi nguyên văn lời trẻ.</li></ul>"
    assert heading in client.get(make_honoree(lessons=lessons).url).content.decode()
    assert heading not in client.get(make_honoree().url).content.decode()
