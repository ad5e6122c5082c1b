"""A decision takes an award back: from its publication on, and without telling of hidden ones."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from honors.models import DecisionPage
from honors.models.decision import with_award_count
from tests.builders import make_award, make_decision, make_honoree

pytestmark = pytest.mark.django_db

NAME = "Người được rút"


def decide(title, **fields):
    return make_decision(title, audience=Audience.PUBLIC, **fields)


def counted(decision):
    return with_award_count(DecisionPage.objects).get(pk=decision.pk).award_count


def test_the_award_leaves_its_decision_and_stands_where_it_was_taken_back(client):
    giving, taking = decide("Khen thưởng"), decide("Thu hồi")
    make_award(giving, NAME, revoked_by=taking)
    make_award(giving, "Người ở lại")
    assert NAME not in client.get(giving.url).content.decode()
    assert NAME in client.get(taking.url).content.decode()
    assert counted(giving) == 1


def test_a_draft_takes_nothing_back_yet(client):
    giving, taking = decide("Khen thưởng"), decide("Thu hồi", live=False)
    make_award(giving, NAME, revoked_by=taking)
    assert NAME in client.get(giving.url).content.decode()
    assert counted(giving) == 1


@pytest.mark.parametrize("hidden", [{"live": False}, {"audience": Audience.STAFF}])
def test_the_awards_of_a_hidden_decision_are_not_told_where_they_are_taken_back(client, hidden):
    giving = make_decision("Khen thưởng nội bộ", **hidden)
    taking = decide("Thu hồi")
    make_award(giving, NAME, revoked_by=taking)
    assert NAME not in client.get(taking.url).content.decode()


def test_a_profile_loses_the_award(client):
    giving, taking = decide("Khen thưởng"), decide("Thu hồi")
    honoree = make_honoree(NAME)
    award = make_award(giving, NAME, honoree=honoree)
    assert award.award_type.name in client.get(honoree.url).content.decode()
    award.revoked_by = taking
    award.save()
    assert award.award_type.name not in client.get(honoree.url).content.decode()
