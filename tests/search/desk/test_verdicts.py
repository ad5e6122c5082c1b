"""Was this what you looked for: one answer each, from nobody."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import RequestFactory
from django.utils import timezone

from search.desk.counted import Verdict
from search.desk.verdicts import NO, YES, count, verdict_on
from search.desk.words import digest_of
from search.results import Query, Result
from tests.builders import make_home

pytestmark = pytest.mark.django_db
ADDRESS = "/tim-kiem/y-kien/"


def asked(text="nâng lương", pages=(7, 8), address="/tim-kiem/?q=n"):
    results = [Result(SimpleNamespace(pk=pk), "", []) for pk in pages]
    found = SimpleNamespace(query=Query(text), cards=[], results=results)
    return verdict_on(RequestFactory().get(address), found)


def said():
    return list(Verdict.objects.values_list("digest", "page_id", "yes", "no"))


def test_answers_are_counted_for_the_question_and_its_first_page():
    for given in (NO, NO, YES):
        assert count(asked().token, given)
    assert said() == [(digest_of("nang luong"), 7, 1, 2)]
    assert Verdict.objects.get().day == timezone.localdate()


def test_a_form_counts_once():
    token = asked().token
    assert count(token, NO)
    assert not count(token, NO)
    assert said() == [(digest_of("nang luong"), 7, 0, 1)]


@pytest.mark.parametrize("token", ["", "x", "eyJkIjoiYSJ9:1tXYZ:abc"])
def test_an_invented_form_counts_nothing(token):
    assert not count(token, NO)
    assert said() == []


def test_there_is_nothing_to_judge_without_results_or_about_persons():
    assert asked(pages=()) is None
    assert asked(text="0912 345 678") is None
    assert asked(text="") is None


def test_a_visitor_answers_without_script_and_comes_back(client):
    form = asked()
    response = client.post(ADDRESS, {"phieu": form.token, "tra-loi": NO, "ve": "q=n&loai=newspage"})
    assert response.status_code == 302
    assert response["Location"] == "/tim-kiem/?q=n&loai=newspage&y-kien=khong#y-kien"
    assert said()[0][3] == 1


def test_the_way_back_leads_nowhere_else(client):
    make_home()
    response = client.post(ADDRESS, {"ve": "//evil.example\r\nX: y", "tra-loi": "?"})
    assert response["Location"].startswith("/tim-kiem/?")
    assert client.get(ADDRESS).status_code == 405


def test_the_form_remembers_the_answer_and_where_it_stood():
    form = asked(address="/tim-kiem/?q=n%C3%A2ng&y-kien=khong")
    assert form.given == NO
    assert form.back == "q=n%C3%A2ng"
