"""The rule of who sees a page: audience by role, and nothing beside it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.audience import Audience
from pages.models import PortalPage
from tests.builders import make_news, make_user
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db

EVERYONE = {"visitor", "staff", "editor", "council", "reviewer", "approver", "admin"}
READERS = {
    Audience.PUBLIC: EVERYONE,
    Audience.STAFF: EVERYONE - {"visitor"},
    Audience.COUNCIL: EVERYONE - {"visitor", "staff", "editor"},
}


@pytest.fixture
def cast(staff, editor, council, reviewer, approver, admin):
    """Everybody who may come, by role."""
    return {
        "visitor": AnonymousUser(),
        "staff": staff,
        "editor": editor,
        "council": council,
        "reviewer": reviewer,
        "approver": approver,
        "admin": admin,
    }


def readers_of(page, cast) -> set[str]:
    """Who finds the page, by the queryset; the page itself must agree."""
    found = {
        role
        for role, user in cast.items()
        if PortalPage.objects.visible_to(user).filter(pk=page.pk).exists()
    }
    assert found == {role for role, user in cast.items() if page.is_visible_to(user)}
    return found


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_has_its_readers(audience, cast):
    """Everyone; staff and up; the Council and those who sign."""
    page = make_news(audience=audience)
    assert readers_of(page, cast) == READERS[audience]


@pytest.mark.parametrize("audience", Audience)
def test_a_draft_has_none(audience, cast):
    """Nobody reads a draft at its address, superusers included."""
    assert readers_of(make_news(audience=audience, live=False), cast) == set()


def test_an_expired_page_has_none(cast):
    """From that second on, before any clean-up."""
    page = make_news(expire_at=timezone.now() - dt.timedelta(seconds=1))
    assert page.live
    assert readers_of(page, cast) == set()


def test_a_user_without_group_reads_what_everyone_reads(cast):
    """An account alone opens nothing."""
    stranger = make_user("nguoi-la")
    assert not make_news(audience=Audience.STAFF).is_visible_to(stranger)
    assert make_news().is_visible_to(stranger)


def test_a_deactivated_user_is_a_visitor(staff):
    """Whoever left reads no more."""
    staff.is_active = False
    assert not make_news(audience=Audience.STAFF).is_visible_to(staff)


def test_a_visitor_is_led_to_the_sign_in_page(client):
    """And back afterwards."""
    page = make_news(audience=Audience.STAFF)
    response = client.get(page.url)
    assert response.status_code == 302
    assert response.url == f"/dang-nhap/?next={page.url}"


def test_a_change_of_audience_waits_for_publication(admin):
    """Audience is part of the revision."""
    page = make_news(audience=Audience.STAFF)
    page.audience = Audience.PUBLIC
    page.save_revision()
    assert not PortalPage.objects.visible_to(AnonymousUser()).filter(pk=page.pk).exists()
    page.get_latest_revision().publish()
    assert PortalPage.objects.visible_to(AnonymousUser()).filter(pk=page.pk).exists()


def test_wagtails_privacy_is_turned_off(admin):
    """There is one rule, not two: no restriction can be set, no button offers it."""
    page = make_news()
    browser = at_desk(admin)
    browser.post(
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
        {"restriction_type": "login", "password": "", "groups": []},
    )
    assert not PageViewRestriction.objects.exists()
    edit = browser.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "set-privacy" not in edit
