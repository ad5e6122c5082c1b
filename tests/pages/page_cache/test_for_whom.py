"""What is kept, for whom, and what never is."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.audience import Audience
from home.models import StaffDeskPage
from honors.models import HonoreeIndexPage
from news.models import NewsIndexPage
from tests.builders import make_home, make_index, make_news, make_plan
from tests.pages.desk import at_desk


@pytest.fixture
def story(visit):
    make_home()
    return make_news("Cô giáo vùng cao")


@pytest.mark.parametrize(
    "address",
    ["/", "/tin-tuc/", "/tin-tuc/?nam=2026", "/tin-tuc.atom", "/sitemap.xml", "/so-do-trang/"],
)
def test_pages_feeds_and_sitemaps_are_kept(story, is_kept, address):
    assert is_kept(address)


def test_a_list_has_a_feed_that_is_kept(story, is_kept):
    assert is_kept(f"/nguon-tin/{NewsIndexPage.objects.get().pk}.atom")


@pytest.mark.parametrize(
    "address",
    ["/tim-kiem/?q=co", "/dang-nhap/", "/robots.txt", "/sw.js", "/khong-co/", "/ngoai-tuyen/"],
)
def test_search_sign_in_errors_and_the_rest_are_not(story, visit, address):
    plain = Client().get(address)
    assert "Accept-Encoding" not in plain.get("Vary", "")
    assert not plain.get("ETag", "").startswith("W/")


@pytest.mark.parametrize(
    "query",
    [
        "?q=x",
        "?ten=hoa",
        "?ngay=2024-06-01",
        "?nam=2026&nam=2025",
        "?trang=%00",
        "?nam=Ha%20Noi",
        f"?the={'a' * 61}",
        "?trang=1&" + "&".join(f"a{number}=1" for number in range(60)),
    ],
)
def test_a_query_without_end_or_meaning_is_answered_and_not_kept(story, is_kept, query):
    assert not is_kept(f"/tin-tuc/{query}")


def test_the_order_of_a_query_does_not_matter(story, visit):
    visit("/tin-tuc/?nam=2026&chuyen-muc=su-kien")
    assert visit("/tin-tuc/?chuyen-muc=su-kien&nam=2026")[1]


def test_what_other_sites_hang_on_a_link_does_not_matter(story, visit):
    visit("/tin-tuc/?nam=2026")
    answer, kept = visit("/tin-tuc/?fbclid=abc&nam=2026&utm_medium=zalo")
    assert kept
    assert b"fbclid" not in answer.content


def test_a_kept_answer_never_names_what_somebody_asked_with(story, visit):
    visit("/tin-tuc/?fbclid=<b>xyz")
    assert b"xyz" not in visit("/tin-tuc/")[0].content


def test_hosts_do_not_share_answers(story, visit):
    visit("/tin-tuc.atom", host="a.example")
    answer, kept = visit("/tin-tuc.atom", host="b.example")
    assert not kept
    assert b"a.example" not in answer.content


def test_a_made_up_port_is_not_kept(story, visit):
    visit("/", host="localhost:9999")
    assert not visit("/", host="localhost:9999")[1]


@pytest.mark.parametrize("role", ["staff", "council", "editor", "admin"])
def test_nobody_who_is_signed_in_gets_or_leaves_a_kept_answer(story, visit, request, role):
    reader = at_desk(request.getfixturevalue(role))
    own = reader.get("/")
    assert "no-store" in own["Cache-Control"]
    answer, kept = visit("/")
    assert not kept
    assert answer.content != own.content
    assert reader.get("/").content != answer.content


def test_a_session_that_is_over_is_no_visitor(story, visit):
    visit("/")
    browser = Client()
    browser.cookies["sessionid"] = "het-han"
    assert "no-store" in browser.get("/")["Cache-Control"]


def test_credentials_in_a_header_are_no_visitor(story, visit):
    visit("/")
    assert not visit("/", authorization="Basic eDp5")[1]


@pytest.mark.parametrize("audience", [Audience.STAFF, Audience.COUNCIL])
def test_a_page_for_staff_is_never_kept(visit, staff, council, audience):
    plan = make_plan("Kế hoạch nội bộ", audience=audience)
    at_desk(council).get(plan.url)
    answer, kept = visit(plan.url)
    assert (answer.status_code, kept) == (302, False)
    assert not visit(plan.url)[1]


def test_the_desk_is_never_kept(visit, staff):
    desk = make_index(StaffDeskPage)
    at_desk(staff).get(desk.url)
    assert visit(desk.url)[0].status_code == 302


def test_an_act_is_never_answered_from_what_is_kept(story, visit):
    visit(story.url)
    assert Client().post(story.url).get("ETag") is None


def test_a_head_is_answered_and_leaves_nothing(visit):
    wall = make_index(HonoreeIndexPage)
    first = Client().head(wall.url)
    assert not visit(wall.url)[1]
    assert first["ETag"] == Client().head(wall.url)["ETag"]


def test_a_visitor_gets_no_cookie(story, visit):
    for _ in range(2):
        assert not visit("/")[0].cookies


def test_a_hit_costs_one_query(story, visit, django_assert_num_queries):
    visit("/")
    with django_assert_num_queries(1):
        Client().get("/")
