"""What a document page tells of its issuer, and why it is no longer in force."""

from __future__ import annotations

import datetime as dt

import pytest

from accounts.audience import Audience
from organizations.models import Succession
from regulations.models import Relation
from tests.builders import make_organization, make_regulation

pytestmark = pytest.mark.django_db

REFORM = dt.date(2025, 7, 1)


def show(client, page):
    return client.get(page.url).content.decode()


def test_an_ended_issuer_names_its_successors(client):
    office = make_organization("Phòng Giáo dục Hà Đông", valid_to=REFORM)
    ward = make_organization("Ủy ban nhân dân phường Hà Đông")
    Succession.objects.create(
        predecessor=office, successor=ward, happened_on=REFORM, scope="Quản lý trường mầm non"
    )
    page = make_regulation(issuer=office, audience=Audience.PUBLIC)
    body = show(client, page)
    assert "Phòng Giáo dục Hà Đông đã kết thúc hoạt động từ ngày\u00a001/07/2025" in body
    assert "Ủy ban nhân dân phường Hà Đông" in body
    assert "Quản lý trường mầm non" in body


def test_an_issuer_that_exists_says_nothing_of_it(client):
    page = make_regulation(issuer=make_organization(), audience=Audience.PUBLIC)
    assert "kết thúc hoạt động" not in show(client, page)


@pytest.mark.parametrize(
    ("audience", "is_named"), [(Audience.PUBLIC, True), (Audience.STAFF, False)]
)
def test_the_notice_names_what_ended_it_to_those_who_may_read_that(client, audience, is_named):
    old = make_regulation(effective_on=dt.date(2024, 1, 1), audience=Audience.PUBLIC)
    new = make_regulation("Quy chế mới", audience=audience)
    Relation.objects.create(source=new, target=old, kind="replaces", takes_effect_on=REFORM)
    notice = show(client, old).split("tk-notice--expired")[1].split("</div>")[0]
    assert ("Quy chế mới" in notice) is is_named
