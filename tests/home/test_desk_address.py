"""Addresses of pages follow the tree: editors may name and move them."""

from __future__ import annotations

import pytest

from home.models import StaffDeskPage
from news.models import NewsIndexPage
from tests.builders import make_index, make_news

pytestmark = pytest.mark.django_db

AFTER_SIGN_IN = "/dang-nhap/xong/"


def rename(page, slug):
    page.slug = slug
    page.save_revision().publish()


def test_the_desk_is_found_under_its_new_name(client, staff):
    rename(make_index(StaffDeskPage), "goc-can-bo")
    client.force_login(staff)
    assert client.get(AFTER_SIGN_IN).url == "/goc-can-bo/"


def test_a_reader_without_a_desk_goes_to_the_front_page(client):
    make_index(StaffDeskPage)
    assert client.get(AFTER_SIGN_IN).url == "/"


def test_the_front_page_leads_to_the_list_under_its_new_name(client):
    make_news()
    rename(NewsIndexPage.objects.get(), "chuyen-truong")
    body = client.get("/").content.decode()
    assert 'href="/chuyen-truong/"' in body
    assert 'href="/tin-tuc/"' not in body
