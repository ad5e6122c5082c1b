"""The wall: by level of the highest award, then by name."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from tests.builders import make_award, make_award_type, make_decision, make_honoree

pytestmark = pytest.mark.django_db


def honour(name, level, decision):
    honoree = make_honoree(name)
    kind = make_award_type(f"Khen {level}", level=level)
    make_award(decision, name, honoree=honoree, award_type=kind)
    return honoree


def test_higher_levels_come_first_under_their_own_heading(client):
    decision = make_decision(audience=Audience.PUBLIC)
    address = honour("Nguyễn Thị An", "base", decision).get_parent().url
    honour("Trần Văn Bình", "state", decision)
    make_honoree("Lê Thị Chi")
    body = client.get(address).content.decode()
    order = [
        "Cấp nhà nước</h2>",
        "Bình",
        "Cấp cơ sở</h2>",
        "An<",
        "Chưa có quyết định công bố",
        "Chi<",
    ]
    assert [words for words in order if words not in body] == []
    places = [body.index(words) for words in order]
    assert places == sorted(places)


def test_an_award_of_an_internal_decision_does_not_raise_anybody(client):
    address = honour("Nguyễn Thị An", "state", make_decision()).get_parent().url
    assert client.get(address).context["page_obj"][0].award_level is None
