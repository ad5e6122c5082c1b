"""A campaign shows who was honoured in it, with what they got in it."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from tests.builders import (
    make_award,
    make_award_type,
    make_campaign,
    make_decision,
    make_honoree,
)

pytestmark = pytest.mark.django_db


def test_the_card_names_the_award_of_the_campaign_not_the_highest_of_all(client):
    campaign, honoree = make_campaign(), make_honoree()
    decision = make_decision(audience=Audience.PUBLIC)
    title = make_award_type("Chiến sĩ thi đua cơ sở", rank=1)
    paper = make_award_type("Giấy khen", rank=9)
    make_award(decision, honoree.title, honoree=honoree, award_type=title)
    make_award(decision, honoree.title, honoree=honoree, award_type=paper, campaign=campaign)
    assert client.get(honoree.url).status_code == 200
    shown = client.get(campaign.url).context["honorees"]
    assert [one.award_name for one in shown] == ["Giấy khen"]
