"""What happened to a single provision by a day, and where the reader is told."""

from __future__ import annotations

import datetime as dt

import pytest

from regulations.effect import EffectStatus, effect_on
from regulations.provision_effect import is_within, marks_at, provision_effect_on
from tests.regulations.test_effect import CHANGE, ONE_DAY, START, Act

S = EffectStatus
ANCHORS = {
    "chuong-i",
    "dieu-1",
    "dieu-5",
    "dieu-5-khoan-1",
    "dieu-5-khoan-1-diem-a",
    "dieu-5-khoan-2",
    "dieu-5-2",
}


def effect(*acts, day=CHANGE):
    return effect_on(day, START, None, acts)


@pytest.mark.parametrize(
    ("kind", "article", "clause", "point", "other"),
    [
        ("amends", S.PARTLY, S.PARTLY, S.PARTLY, S.IN_FORCE),
        ("repeals", S.PARTLY, S.EXPIRED, S.EXPIRED, S.IN_FORCE),
        ("replaces", S.PARTLY, S.EXPIRED, S.EXPIRED, S.IN_FORCE),
        ("suspends", S.IN_FORCE, S.SUSPENDED, S.SUSPENDED, S.IN_FORCE),
        ("corrects", S.IN_FORCE, S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
    ],
)
def test_a_clause_shares_its_fate_with_its_points_and_cuts_its_article(
    kind, article, clause, point, other
):
    now = effect(Act(kind, "khoản 1 Điều 5"))
    places = ("dieu-5", "dieu-5-khoan-1", "dieu-5-khoan-1-diem-a", "dieu-5-khoan-2")
    found = [provision_effect_on(place, now, ANCHORS).status for place in places]
    assert found == [article, clause, point, other]


def test_the_day_before_nothing_happened():
    before = effect(Act("repeals", "Điều 5"), day=CHANGE - ONE_DAY)
    assert provision_effect_on("dieu-5", before, ANCHORS).status == S.IN_FORCE


def test_all_provisions_end_with_the_document():
    ended = effect(Act("repeals"), Act("amends", "Điều 5"))
    assert provision_effect_on("dieu-1", ended, ANCHORS).status == S.EXPIRED


def test_marks_stand_at_what_is_named_or_around_it():
    both = Act("amends", "khoản 1 Điều 5, khoản 9 Điều 1")
    lost, gone = Act("repeals", "Điều 77"), Act("repeals", "Điều 1", acts_from=dt.date(2030, 1, 1))
    assert marks_at(effect(both, lost, gone), ANCHORS) == {
        "dieu-5-khoan-1": [both],
        "dieu-1": [both],
    }


def test_a_second_article_with_the_same_number_is_not_inside_the_first():
    assert is_within("dieu-5-khoan-1", "dieu-5")
    assert not is_within("dieu-5-2", "dieu-5")
