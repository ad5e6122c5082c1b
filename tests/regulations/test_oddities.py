"""Oddities of a document are for those who can mend them, whoever may read the document."""

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


def test_editors_see_what_to_look_at(editor, odd):
    page = at_desk(editor).get(odd.url)
    assert HEADING in page.content.decode()
    assert page.context["reading"].problems


def test_others_do_not(client, staff, odd):
    """Neither visitors nor staff who only read, nor an account that is in no group."""
    for browser in (client, at_desk(staff), at_desk(make_user("khong-nhom"))):
        page = browser.get(odd.url)
        assert HEADING not in page.content.decode()
        assert page.context["reading"].problems == []
