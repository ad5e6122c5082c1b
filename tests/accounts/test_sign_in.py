"""Signing in: one page for everybody, one message for every failure."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from accounts.forms import SignInForm
from tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.django_db

SIGN_IN = "/dang-nhap/"
WRONG = SignInForm.error_messages["invalid_login"]


def enter(client, username: str, password: str = PASSWORD, **data: str):
    """Send the sign-in form."""
    return client.post(SIGN_IN, {"username": username, "password": password, **data})


def is_signed_in(client) -> bool:
    """Whether the browser holds a session of a user."""
    return "_auth_user_id" in client.session


def test_staff_come_to_their_desk(client, staff):
    """Most never see the admin."""
    response = enter(client, "can-bo")
    assert response.status_code == 302
    assert response.url == "/dang-nhap/xong/"
    assert is_signed_in(client)


@pytest.mark.parametrize("role", ["editor", "reviewer", "approver", "admin"])
def test_those_who_edit_come_to_the_admin(client, role, request):
    """Where their work waits."""
    user = request.getfixturevalue(role)
    assert enter(client, user.username).url == "/quan-tri/"


@pytest.mark.parametrize("username", ["can-bo", "khong-co"])
def test_every_failure_reads_the_same(client, staff, username):
    """A wrong password and an unknown name answer alike, in Vietnamese."""
    response = enter(client, username, "sai")
    assert response.status_code == 200
    assert str(WRONG) in response.content.decode()
    assert not is_signed_in(client)


def test_a_deactivated_account_reads_the_same(client):
    """It is not betrayed either."""
    make_user("da-nghi", "Staff", is_active=False)
    assert str(WRONG) in enter(client, "da-nghi").content.decode()


def test_next_leads_back(client, staff):
    """To the page that asked for the sign-in."""
    assert enter(client, "can-bo", next="/van-ban/").url == "/van-ban/"


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/",
        "//example.org/",
        "https:example.org",
        "javascript:alert(1)",
        "/\\example.org",
        "http:///example.org",
    ],
)
def test_next_never_leads_outside(client, staff, target):
    """An open redirect would lend our name to others."""
    assert enter(client, "can-bo", next=target).url == "/dang-nhap/xong/"


@pytest.mark.parametrize("path", ["/quan-tri/login/", "/_util/login/"])
def test_wagtails_own_sign_in_pages_lead_to_ours(client, path):
    """They would by-pass the lock-out, and later the second factor."""
    response = client.get(path, {"next": "/quan-tri/"})
    assert response.status_code == 302
    assert unquote(response.url) == "/dang-nhap/?next=/quan-tri/"
    assert client.post(path, {"username": "x", "password": "y"}).status_code == 302
    assert not is_signed_in(client)


def test_the_admin_leads_visitors_to_our_page(client):
    """And back to the admin."""
    assert client.get("/quan-tri/").url == "/dang-nhap/?next=/quan-tri/"


def test_staff_at_the_admins_door_run_in_no_circle(client, staff):
    """The sign-in page stays open for another account, with an answer of its own."""
    client.force_login(staff)
    response = client.get("/quan-tri/", follow=True)
    assert len(response.redirect_chain) == 1
    assert response.status_code == 200


def test_the_session_gets_a_new_key(client, staff):
    """A key planted before sign-in is worth nothing after it."""
    client.get(SIGN_IN)
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    enter(client, "can-bo")
    assert client.session.session_key != before


def test_the_seventh_try_is_locked_out(client, staff, settings):
    """429, and the right password does not help; another account from there still gets in."""
    settings.AXES_ENABLED = True
    settings.AUTHENTICATION_BACKENDS = [
        "axes.backends.AxesStandaloneBackend",
        "django.contrib.auth.backends.ModelBackend",
    ]
    make_user("dong-nghiep", "Staff")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        last = enter(client, "can-bo", "sai")
    assert last.status_code == 429
    assert enter(client, "can-bo").status_code == 429
    assert enter(client, "dong-nghiep").status_code == 302


def test_sign_in_needs_the_forms_token(staff):
    """A forged form of another site signs nobody in."""
    strict = Client(enforce_csrf_checks=True)
    assert enter(strict, "can-bo").status_code == 403


def test_the_form_is_never_kept_by_caches(client):
    """It carries a token."""
    assert "no-store" in client.get(reverse("accounts:sign_in"))["Cache-Control"]
