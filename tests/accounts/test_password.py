"""A new password, for those who know the old one and for those who forgot it."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from tests.builders import PASSWORD, make_user

pytestmark = pytest.mark.django_db

NEW = "Bang-Vang-2026-moi"
CHANGE, RESET = "/doi-mat-khau/", "/quen-mat-khau/"


def link_in(message) -> str:
    """The path of the link in a reset mail."""
    return re.search(r"https?://[^/\s]+(/quen-mat-khau/\S+)", message.body)[1]


def test_a_change_needs_the_old_password(client, staff):
    """And keeps this session alive."""
    client.force_login(staff)
    data = {"new_password1": NEW, "new_password2": NEW}
    assert client.post(CHANGE, {"old_password": "sai", **data}).status_code == 200
    response = client.post(CHANGE, {"old_password": PASSWORD, **data})
    assert response.url == "/doi-mat-khau/xong/"
    staff.refresh_from_db()
    assert staff.check_password(NEW)
    assert "_auth_user_id" in client.session


def test_a_change_ends_the_other_sessions(client, staff):
    """A thief who is signed in elsewhere is out."""
    other = Client()
    for browser in (client, other):
        browser.force_login(staff)
    data = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    client.post(CHANGE, data)
    assert other.get(CHANGE).status_code == 302


def test_a_visitor_cannot_change(client):
    """The sign-in page comes first."""
    assert client.get(CHANGE).url == "/dang-nhap/?next=/doi-mat-khau/"


@pytest.mark.parametrize("weak", ["12345678", "password", "ngan"])
def test_weak_passwords_are_refused_in_vietnamese(client, staff, weak):
    """With the reason."""
    client.force_login(staff)
    data = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    response = client.post(CHANGE, data)
    assert response.status_code == 200
    assert "Mật khẩu" in str(response.context["form"].errors["new_password2"])


def test_a_reset_mail_opens_the_way(client, staff):
    """Once."""
    assert client.post(RESET, {"email": staff.email}).url == "/quen-mat-khau/da-gui/"
    message = mail.outbox[0]
    assert message.to == [staff.email]
    assert "\n" not in message.subject
    link = link_in(message)
    form = client.get(link, follow=True)
    data = {"new_password1": NEW, "new_password2": NEW}
    done = client.post(form.request["PATH_INFO"], data)
    assert done.url == "/quen-mat-khau/xong/"
    staff.refresh_from_db()
    assert staff.check_password(NEW)
    assert not client.get(link, follow=True).context["validlink"]


def test_an_unknown_address_reads_the_same(client, staff):
    """No mail, the same answer."""
    assert client.post(RESET, {"email": "ai-do@hoa-sen.example"}).url == "/quen-mat-khau/da-gui/"
    assert not mail.outbox


def test_a_deactivated_account_gets_no_mail(client):
    """Whoever left stays out."""
    make_user("da-nghi", is_active=False)
    client.post(RESET, {"email": "da-nghi@hoa-sen.example"})
    assert not mail.outbox


def test_a_name_with_markup_stays_text(client):
    """Mails are plain text: nothing is escaped, nothing is run."""
    make_user("nhay", first_name="“Lan” & <b>", last_name="Trần")
    client.post(RESET, {"email": "nhay@hoa-sen.example"})
    assert "Trần “Lan” & <b>" in mail.outbox[0].body


def test_wagtails_own_reset_page_leads_to_ours(client):
    """One way, one look."""
    assert client.get("/quan-tri/password_reset/").url == "/quen-mat-khau/"
