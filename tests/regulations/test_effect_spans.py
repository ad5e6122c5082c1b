"""Relations act within the life of the document that made them: docs/decisions/0006-effect.md."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from regulations.effect import EffectStatus
from regulations.effect_query import with_effect
from regulations.models import DocumentRecord, DocumentType, Relation, RelationSpan
from regulations.relation_spans import refresh_all
from tests.builders import make_regulation

pytestmark = pytest.mark.django_db

S = EffectStatus
START, CHANGE, LATER = dt.date(2024, 1, 1), dt.date(2025, 7, 1), dt.date(2026, 1, 1)
ONE_DAY = dt.timedelta(days=1)


def law(title, **fields):
    fields.setdefault("effective_on", START)
    return make_regulation(title, document_type=DocumentType.DECREE, **fields)


def act(source, target, kind, day=CHANGE, **fields):
    return Relation.objects.create(
        source=source, target=target, kind=kind, takes_effect_on=day, **fields
    )


def status(page, day):
    return type(page).objects.get(pk=page.pk).effect_on(day).status


def test_a_document_not_yet_in_force_acts_from_its_own_first_day():
    old, new = law("Cũ"), law("Mới", effective_on=LATER)
    act(new, old, "replaces", CHANGE)
    assert [status(old, LATER - ONE_DAY), status(old, LATER)] == [S.IN_FORCE, S.EXPIRED]


def test_a_draft_or_an_unpublished_document_does_nothing():
    old = law("Cũ")
    act(law("Nháp", live=False), old, "repeals")
    assert status(old, LATER) == S.IN_FORCE
    new = law("Mới")
    act(new, old, "repeals")
    assert status(old, LATER) == S.EXPIRED
    new.unpublish()
    assert status(old, LATER) == S.IN_FORCE
    type(new).objects.get(pk=new.pk).save_revision().publish()
    assert status(old, LATER) == S.EXPIRED


def test_a_page_past_its_expiry_acts_no_more_from_that_second():
    old, new = law("Cũ"), law("Mới")
    act(new, old, "repeals")
    ahead = timezone.now() + dt.timedelta(days=1)
    page = type(new).objects.get(pk=new.pk)
    page.expire_at = ahead
    page.save_revision().publish()
    assert with_effect(type(old).objects.all(), S.EXPIRED, LATER).filter(pk=old.pk).exists()
    type(new).objects.filter(pk=new.pk).update(expire_at=timezone.now())
    assert status(old, LATER) == S.IN_FORCE
    assert not with_effect(type(old).objects.all(), S.EXPIRED, LATER).filter(pk=old.pk).exists()


def test_what_was_repealed_does_not_revive_when_its_repeal_ends():
    oldest, old, new = law("Một"), law("Hai"), law("Ba")
    act(old, oldest, "repeals", CHANGE)
    act(new, old, "repeals", LATER)
    assert [status(old, LATER), status(oldest, LATER)] == [S.EXPIRED, S.EXPIRED]


def test_a_repeal_that_was_repealed_in_time_never_happens():
    oldest, old, new = law("Một"), law("Hai"), law("Ba")
    act(old, oldest, "repeals", LATER)
    act(new, old, "repeals", CHANGE)
    assert status(oldest, LATER) == S.IN_FORCE


def test_a_repeal_said_to_be_undone_ends_on_that_day():
    oldest, old = law("Một"), law("Hai")
    act(old, oldest, "repeals", CHANGE, ends_on=LATER)
    assert [status(oldest, LATER - ONE_DAY), status(oldest, LATER)] == [S.EXPIRED, S.IN_FORCE]


def test_a_suspension_ends_with_the_document_that_ordered_it():
    old, order, end = law("Cũ"), law("Đình chỉ"), law("Bãi bỏ đình chỉ")
    act(order, old, "suspends", CHANGE)
    act(end, order, "repeals", LATER)
    assert [status(old, LATER - ONE_DAY), status(old, LATER)] == [S.SUSPENDED, S.IN_FORCE]


@pytest.mark.parametrize(
    ("expires_on", "after"), [(LATER, S.IN_FORCE), (None, S.PARTLY)], ids=["own term", "repealed"]
)
def test_an_amendment_for_a_stated_time_ends_and_another_stays(expires_on, after):
    old, amending = law("Cũ"), law("Sửa đổi", expires_on=expires_on)
    act(amending, old, "amends", CHANGE, provisions="Điều 1")
    if expires_on is None:
        act(law("Bãi bỏ"), amending, "repeals", LATER)
    assert [status(old, LATER - ONE_DAY), status(old, LATER)] == [S.PARTLY, after]


def test_a_suspended_document_acts_when_it_resumes():
    oldest, old, order = law("Một"), law("Hai"), law("Đình chỉ")
    act(order, old, "suspends", START, ends_on=LATER)
    act(old, oldest, "repeals", CHANGE)
    assert [status(oldest, LATER - ONE_DAY), status(oldest, LATER)] == [S.IN_FORCE, S.EXPIRED]


def test_documents_that_end_each_other_do_not_run_for_ever():
    one, other = law("Một"), law("Hai")
    act(one, other, "repeals", CHANGE)
    act(other, one, "repeals", LATER)
    assert [status(one, LATER), status(other, LATER)] == [S.IN_FORCE, S.EXPIRED]


def test_a_deleted_relation_lets_what_it_ended_act_again():
    oldest, old, new = law("Một"), law("Hai"), law("Ba")
    act(old, oldest, "repeals", LATER)
    ending = act(new, old, "repeals", CHANGE)
    ending.delete()
    assert [status(old, LATER), status(oldest, LATER)] == [S.IN_FORCE, S.EXPIRED]


def test_rebuilding_makes_the_same_spans():
    oldest, old, new = law("Một"), law("Hai"), law("Ba")
    act(old, oldest, "repeals", LATER)
    act(new, old, "suspends", CHANGE, ends_on=LATER + ONE_DAY)
    kept = list(RelationSpan.objects.order_by("pk").values())
    ends = list(DocumentRecord.objects.order_by("pk").values_list("ended_on", flat=True))
    assert refresh_all() == len(kept)
    assert list(DocumentRecord.objects.order_by("pk").values_list("ended_on", flat=True)) == ends
    assert list(RelationSpan.objects.order_by("pk").values()) == kept
