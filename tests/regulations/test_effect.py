"""The effect of a document on the day before, on, and after each change."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from regulations.effect import EffectStatus, effect_on

START, END = dt.date(2024, 1, 1), dt.date(2027, 3, 1)
CHANGE, RESUMED = dt.date(2025, 7, 1), dt.date(2025, 10, 1)
ONE_DAY = dt.timedelta(days=1)

S = EffectStatus


def relation(kind, provisions="", start=CHANGE, end=None):
    return SimpleNamespace(
        kind=kind,
        provisions=provisions,
        takes_effect_on=start,
        acts_on=lambda day: start <= day and (end is None or day < end),
    )


@pytest.mark.parametrize(
    ("change", "relations", "before", "on", "after"),
    [
        (START, [], S.NOT_YET, S.IN_FORCE, S.IN_FORCE),
        (END, [], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
        (CHANGE, [relation("replaces")], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
        (CHANGE, [relation("repeals")], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
        (CHANGE, [relation("repeals", "Điều 5")], S.IN_FORCE, S.PARTLY, S.PARTLY),
        (CHANGE, [relation("suspends", end=RESUMED)], S.IN_FORCE, S.SUSPENDED, S.SUSPENDED),
        (RESUMED, [relation("suspends", end=RESUMED)], S.SUSPENDED, S.IN_FORCE, S.IN_FORCE),
        (CHANGE, [relation("suspends", "Điều 5")], S.IN_FORCE, S.PARTLY, S.PARTLY),
        (CHANGE, [relation("amends")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
        (CHANGE, [relation("guides")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
        (CHANGE, [relation("corrects")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
        (CHANGE, [relation("consolidates")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
    ],
)
def test_effect_changes_on_its_day(change, relations, before, on, after):
    found = [
        effect_on(day, START, END, relations).status
        for day in (change - ONE_DAY, change, change + ONE_DAY)
    ]
    assert found == [before, on, after]


def test_without_a_start_the_effect_is_not_known():
    assert effect_on(CHANGE, None, None, []).status == S.UNKNOWN


def test_an_ended_document_names_what_ended_it():
    replacement = relation("replaces")
    effect = effect_on(CHANGE, START, None, [replacement])
    assert effect.because is replacement
    assert effect.since == CHANGE
