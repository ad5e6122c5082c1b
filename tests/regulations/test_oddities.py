"""Oddities of a document are for staff, also when everybody may read the document."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from tests.builders import make_regulation, make_user
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db

HEADING = "Cần xem lại"


@pytest.fixture
def odd():
    """A public regulation without number, whose points jump from 1 to 3."""
    return make_regulation(
        audience=Audience.PUBLIC, text="Điều 1. Mở đầu\n1. Một\n3. Ba", number=""
    )


def test_staff_see_what_to_look_at(staff, odd):
    page = at_desk(staff).get(odd.url)
    assert HEADING in page.content.decode()
    assert page.context["reading"].problems


def test_others_do_not(client, odd):
    """Neither visitors nor an account that is in no group."""
    for browser in (client, at_desk(make_user("khong-nhom"))):
        page = browser.get(odd.url)
        assert HEADING not in page.content.decode()
        assert page.context["reading"].problems == []
