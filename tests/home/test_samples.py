"""What was invented says so wherever people meet it."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from campaigns.models import PlanIndexPage
from tests.builders import (
    make_campaign,
    make_decision,
    make_honoree,
    make_index,
    make_news,
    make_plan,
)

BADGE = "tk-sample-badge"
LISTS = ["/", "/tin-tuc/", "/bang-vang/", "/phong-trao/", "/quyet-dinh/", "/ke-hoach/"]


@pytest.fixture
def samples(db):
    invented = {"is_sample": True}
    make_index(PlanIndexPage, audience=Audience.PUBLIC)
    make_news(**invented)
    make_honoree(**invented)
    make_campaign(**invented)
    make_decision(audience=Audience.PUBLIC, **invented)
    make_plan(audience=Audience.PUBLIC, **invented)


@pytest.mark.parametrize("address", [*LISTS, "/tim-kiem/?q=thi+dua"])
def test_lists_mark_samples(client, samples, address):
    assert BADGE in client.get(address).content.decode()


def test_every_piece_of_the_home_page_is_marked(client, samples):
    body = client.get("/").content.decode()
    # The lead; decision and campaign over its foot; the wall; the campaigns; the decisions.
    assert body.count(BADGE) == 6


def test_the_feed_marks_them_in_their_titles(client, samples):
    assert "Mẫu: Cô giáo vùng cao" in client.get("/tin-tuc.atom").content.decode()


def test_what_is_true_is_not_marked(client, db):
    make_news()
    make_honoree()
    assert all(BADGE not in client.get(address).content.decode() for address in LISTS[:3])
