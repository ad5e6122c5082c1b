"""The pages for what is refused, missing or broken: in Vietnamese, with a way on."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from accounts.audience import Audience
from pages.views import server_error
from tests.builders import make_home, make_news


def test_a_missing_page_says_so_and_tells_nothing(client, db):
    make_home()
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "khong-co-trang-nay" not in response.content.decode().split("<main")[1]


def test_a_refused_page_is_not_named(client, staff):
    page = make_news("Chuyện của Hội đồng", audience=Audience.COUNCIL)
    client.force_login(staff)
    response = client.get(page.url)
    assert response.status_code == 403
    assert page.title not in response.content.decode()


def test_a_broken_server_answers_without_database_or_context():
    response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert 'lang="vi"' in response.content.decode()


@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_database_that_does_not_answer_is_a_pause_not_a_fault(failure):
    try:
        raise failure("no connection")
    except failure:
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0


def test_the_page_without_a_network_is_the_same_for_everybody(client, staff):
    visitors = client.get("/ngoai-tuyen/")
    client.force_login(staff)
    assert client.get("/ngoai-tuyen/").content == visitors.content
    assert "public" in visitors["Cache-Control"]
    assert not visitors.cookies


def test_the_worker_keeps_that_page_and_static_files_only(client):
    response = client.get("/sw.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert "no-cache" in response["Cache-Control"]
    parts = re.search(r"const PARTS = \[(.*?)\]", response.content.decode(), re.DOTALL)[1]
    kept = re.findall(r"\"(.+?)\"", parts)
    assert kept
    assert [path for path in kept if not path.startswith("/static/")] == []
    for path in kept:
        assert finders.find(path.removeprefix("/static/"))


def test_a_form_without_its_token_is_refused(db):
    response = Client(enforce_csrf_checks=True).post("/dang-nhap/", {"username": "a"})
    assert response.status_code == 403


@pytest.mark.parametrize("path", ["/%00/", "/tin-tuc/%00/", "/" + "a/" * 400, "/%ff%fe/"])
def test_any_address_has_an_answer(client, db, path):
    make_home()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("path", ["/tim-kiem/", "/tim-kiem/goi-y/", "/sitemap.xml", "/robots.txt"])
def test_what_is_only_read_takes_no_other_method(client, db, method, path):
    assert getattr(client, method)(path).status_code == 405
