"""A link in prose leads readers to their page and tells others nothing."""

from __future__ import annotations

import pytest
from wagtail.rich_text import expand_db_html

from accounts.audience import Audience
from tests.builders import make_news

pytestmark = pytest.mark.django_db


def link_to(pk) -> str:
    """The prose of an editor, as readers get it."""
    return expand_db_html(f'<a linktype="page" id="{pk}">xem</a>')


def test_a_public_page_has_its_own_address():
    page = make_news()
    assert link_to(page.pk) == f'<a href="{page.url}">xem</a>'


@pytest.mark.parametrize("pk", ["0", "khong", ""])
def test_a_page_that_is_gone_has_none(pk):
    assert link_to(pk) == "<a>xem</a>"


def test_staff_are_led_to_their_page_and_visitors_to_sign_in(client, staff):
    page = make_news(audience=Audience.STAFF)
    address = f"/trang/{page.pk}/"
    assert link_to(page.pk) == f'<a href="{address}">xem</a>'
    assert client.get(address).url == f"/dang-nhap/?next={address}"
    client.force_login(staff)
    assert client.get(address).url == page.url


def test_a_number_without_page_answers_as_a_hidden_page_does(client, staff):
    hidden = make_news(live=False)
    for number in (hidden.pk, 999_999):
        assert client.get(f"/trang/{number}/").status_code == 302
    client.force_login(staff)
    for number in (hidden.pk, 999_999):
        assert client.get(f"/trang/{number}/").status_code == 404
