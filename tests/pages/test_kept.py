"""What is kept for every reader follows the content at once, and holds nothing of a reader."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from pages.kept import kept
from pages.models import PortalSettings
from tests.builders import make_home, make_news, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """How often the kept value was made; call it with a request of its own."""

    def ask() -> int:
        request = RequestFactory().get("/")
        return kept(request, "number of makings", lambda: made.append(1) or len(made))

    made: list[int] = []
    return ask


def test_it_is_made_once_while_nothing_changes(asked):
    assert [asked(), asked()] == [1, 1]


def test_it_is_made_again_after_a_change(asked):
    assert asked() == 1
    make_news()
    assert [asked(), asked()] == [2, 2]


def test_head_and_foot_show_changed_settings_at_once(client):
    home = make_home()
    site = home.get_site()
    PortalSettings.objects.update_or_create(site=site, defaults={"name": "Cổng cũ"})
    assert "Cổng cũ" in client.get("/").content.decode()
    settings = PortalSettings.objects.get(site=site)
    settings.name = "Cổng mới"
    settings.save()
    page = client.get("/").content.decode()
    assert "Cổng mới" in page
    assert "Cổng cũ" not in page


def test_a_visitor_after_staff_and_staff_after_a_visitor(client):
    make_home()
    colleague = make_user("can-bo-tho", "Staff")
    visitors = client.get("/").content.decode()
    client.force_login(colleague)
    own = client.get("/").content.decode()
    client.logout()
    assert "can-bo-tho" in own
    assert "can-bo-tho" not in client.get("/").content.decode()
    assert "Đăng nhập" in visitors


def test_the_menu_marks_where_each_visitor_is(client):
    story = make_news()
    index = story.get_parent()
    for address in (index.url, "/", index.url):
        marked = (
            f'<a href="{index.url}" aria-current="page">' in client.get(address).content.decode()
        )
        assert marked == (address == index.url)
