"""The effect of a document on the day before, on, and after each change: the 14 rows of state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from regulations.effect import EffectStatus, effect_on

ISSUED, START = dt.date(2023, 11, 20), dt.date(2024, 1, 1)
CHANGE, RESUMED, END = dt.date(2025, 7, 1), dt.date(2025, 10, 1), dt.date(2027, 3, 1)
ONE_DAY = dt.timedelta(days=1)

S = EffectStatus


@dataclass(frozen=True)
class Act:
    """What a relation is to the rule: its kind, what of the document, from and until."""

    kind: str
    provisions: str = ""
    acts_from: dt.date | None = CHANGE
    acts_until: dt.date | None = None

    @property
    def is_whole(self):
        return not self.provisions

    def acts_on(self, day):
        return self.acts_from <= day and (self.acts_until is None or day < self.acts_until)


PAUSE = Act("suspends", acts_until=RESUMED)
# (state, its day, what acts on the document, the states the day before, on that day, after it)
ROWS = [
    ("before issue", ISSUED, [], S.NOT_YET, S.NOT_YET, S.NOT_YET),
    ("before effect", START - ONE_DAY, [], S.NOT_YET, S.NOT_YET, S.IN_FORCE),
    ("in force", START, [], S.NOT_YET, S.IN_FORCE, S.IN_FORCE),
    ("partly amended", CHANGE, [Act("amends", "Điều 5")], S.IN_FORCE, S.PARTLY, S.PARTLY),
    ("amended, unsaid where", CHANGE, [Act("amends")], S.IN_FORCE, S.PARTLY, S.PARTLY),
    ("suspended", CHANGE, [PAUSE], S.IN_FORCE, S.SUSPENDED, S.SUSPENDED),
    ("resumed", RESUMED, [PAUSE], S.SUSPENDED, S.IN_FORCE, S.IN_FORCE),
    ("part suspended", CHANGE, [Act("suspends", "Điều 5")], S.IN_FORCE, S.PARTLY, S.PARTLY),
    ("replaced from a date", CHANGE, [Act("replaces")], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
    ("repealed", CHANGE, [Act("repeals")], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
    ("repealed per article", CHANGE, [Act("repeals", "Điều 5")], S.IN_FORCE, S.PARTLY, S.PARTLY),
    ("corrected", CHANGE, [Act("corrects")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
    ("consolidated", CHANGE, [Act("consolidates")], S.IN_FORCE, S.IN_FORCE, S.IN_FORCE),
    ("expired by its own terms", END, [], S.IN_FORCE, S.EXPIRED, S.EXPIRED),
]


@pytest.mark.parametrize(
    ("change", "acts", "before", "on", "after"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_effect_changes_on_its_day(change, acts, before, on, after):
    days = (change - ONE_DAY, change, change + ONE_DAY)
    assert [effect_on(day, START, END, acts).status for day in days] == [before, on, after]


def test_without_a_start_the_effect_is_not_known():
    assert effect_on(CHANGE, None, None, []).status == S.UNKNOWN


@pytest.mark.parametrize(("kind", "status"), [("repeals", S.EXPIRED), ("suspends", S.SUSPENDED)])
def test_without_a_start_it_is_known_what_ended_or_suspended_it(kind, status):
    assert effect_on(CHANGE, None, None, [Act(kind)]).status == status


def test_an_ended_document_names_what_ended_it():
    replacement = Act("replaces")
    effect = effect_on(CHANGE, START, None, [replacement])
    assert effect.because is replacement
    assert effect.since == CHANGE


def test_of_two_ends_the_first_counts():
    late = Act("repeals", acts_from=END + ONE_DAY)
    effect = effect_on(END + ONE_DAY * 2, START, END, [late])
    assert (effect.since, effect.because, effect.acting) == (END, None, (late,))


def test_an_end_on_the_same_day_names_the_replacement():
    same = Act("replaces", acts_from=END)
    assert effect_on(END, START, END, [same]).because is same


def test_what_was_repealed_before_its_first_day_never_takes_effect():
    early = Act("repeals", acts_from=ISSUED)
    assert effect_on(START, START, None, [early]).status == S.EXPIRED


def test_a_document_that_resumed_tells_when_it_stood_still():
    effect = effect_on(RESUMED, START, END, [PAUSE])
    assert (effect.since, effect.until, effect.resumed_from) == (RESUMED, END, PAUSE)


def test_a_suspended_document_tells_when_it_resumes():
    effect = effect_on(CHANGE, START, END, [PAUSE])
    assert (effect.since, effect.until, effect.because) == (CHANGE, RESUMED, PAUSE)


@pytest.mark.parametrize(("until", "told"), [(END - ONE_DAY, END - ONE_DAY), (None, END)])
def test_a_prolonged_suspension_lasts_until_the_last_of_its_days(until, told):
    longer = Act("suspends", acts_from=RESUMED, acts_until=until)
    assert effect_on(CHANGE, START, END, [PAUSE, longer]).until == told


def test_what_is_coming_is_told():
    coming = Act("replaces")
    effect = effect_on(CHANGE - ONE_DAY, START, END, [coming])
    assert (effect.status, effect.ahead, effect.until) == (S.IN_FORCE, coming, CHANGE)


def test_only_a_suspended_part_is_called_suspended():
    assert effect_on(CHANGE, START, None, [Act("suspends", "Điều 5")]).label != S.PARTLY.label
    both = [Act("suspends", "Điều 5"), Act("repeals", "Điều 6")]
    assert effect_on(CHANGE, START, None, both).label == S.PARTLY.label


def test_what_is_never_at_work_changes_nothing():
    assert effect_on(CHANGE, START, None, [Act("repeals", acts_from=None)]).status == S.IN_FORCE
