"""Where there is no page, those are offered that the reader may see and may have meant."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from pages.suggestions import asked_for, likeness
from tests.builders import make_home, make_news

pytestmark = pytest.mark.django_db


def story(slug, **fields):
    """A story at this address."""
    page = make_news(slug.replace("-", " "), **fields)
    page.slug = slug
    page.save()
    return page


def offered(client, address):
    """The addresses that the 404 page offers."""
    response = client.get(address)
    assert response.status_code == 404
    return [page.url for page in response.context["suggestions"]]


def test_a_slip_of_the_hand_is_forgiven(client):
    page = story("khu-vuon-biet-ke-chuyen")
    assert offered(client, "/tin-tuc/khu-vuon-bit-ke-chuyem/") == [page.url, "/tin-tuc/"]


def test_an_address_cut_off_in_a_mail_leads_to_its_page(client):
    page = story("khu-vuon-biet-ke-chuyen-cua-lop-a2")
    assert page.url in offered(client, "/tin-tuc/khu-vuon/")


def test_a_page_that_stands_elsewhere_now_is_found_by_its_name(client):
    page = story("hoi-thi-giao-vien-gioi")
    assert page.url in offered(client, "/su-kien/2025/hoi-thi-giao-vien-gioi.html")


def test_the_nearest_comes_first_and_five_are_enough(client):
    for number in range(9):
        story(f"hoi-thi-lan-{number}")
    found = offered(client, "/tin-tuc/hoi-thi-lan-3x/")
    assert found[0] == "/tin-tuc/hoi-thi-lan-3/"
    assert len(found) == 5


def test_nothing_hidden_is_offered(client, staff):
    hidden = story("chuyen-noi-bo-cua-truong", audience=Audience.STAFF)
    story("chuyen-noi-bo-chua-duyet", live=False)
    assert hidden.url not in offered(client, "/tin-tuc/chuyen-noi-bo-cua-truon/")
    client.force_login(staff)
    assert offered(client, "/tin-tuc/chuyen-noi-bo-cua-truon/") == [hidden.url, "/tin-tuc/"]


def test_what_is_like_nothing_gets_no_offer(client):
    story("khu-vuon-biet-ke-chuyen")
    assert offered(client, "/wp-login.php") == []


@pytest.mark.parametrize("path", ["/a.png", "/x/y/../robots.json", "/", "/\x00/", "/!!!/"])
def test_a_file_or_no_word_at_all_asks_for_no_page(path):
    assert asked_for(path) == ""


def test_the_cost_does_not_grow(client, django_assert_max_num_queries):
    make_home()
    for number in range(30):
        story(f"hoi-thi-lan-{number}")
    client.get("/tin-tuc/hoi-thi-lan-x/")
    with django_assert_max_num_queries(6):
        client.get("/tin-tuc/hoi-thi-lan-x/")


@pytest.mark.parametrize(
    ("asked", "slug", "least", "most"),
    [
        ("khu-vuon", "khu-vuon-biet-ke", 1.0, 1.0),
        ("ke-hoach-2025-ban-in", "ke-hoach-2025", 1.0, 1.0),
        ("ke-hoach-nam-2024", "ke-hoach-nam-2025", 0.9, 0.99),
        ("ke-hoach", "giay-khen", 0.0, 0.6),
    ],
)
def test_likeness(asked, slug, least, most):
    assert least <= likeness(asked, slug) <= most
