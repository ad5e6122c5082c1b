"""A list narrowed by effect in the database says what `effect_on` says of each document."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.audience import Audience
from regulations.effect import EffectStatus
from regulations.effect_query import effect_case, with_effect
from regulations.models import (
    DocumentRecord,
    DocumentType,
    RegulationIndexPage,
    RegulationPage,
    Relation,
)
from tests.builders import make_index, make_regulation

pytestmark = pytest.mark.django_db

START, CHANGE, LATER = dt.date(2024, 1, 1), dt.date(2025, 7, 1), dt.date(2026, 1, 1)
ONE_DAY = dt.timedelta(days=1)
DAYS = [day + step * ONE_DAY for day in (START, CHANGE, LATER) for step in (-1, 0, 1)]


def decree(title, **fields):
    fields.setdefault("effective_on", START)
    return make_regulation(title, document_type=DocumentType.DECREE, **fields)


def all_kinds():
    """A document for each kind of relation, whole and in part, for a time and for good."""
    acting = decree("Tác động", effective_on=START)
    for kind, provisions, until in itertools.product(
        Relation.Kind.values, ("", "Điều 1"), (None, LATER)
    ):
        Relation.objects.create(
            source=acting,
            target=decree(f"{kind} {provisions} {until}", expires_on=LATER + ONE_DAY),
            kind=kind,
            provisions=provisions,
            takes_effect_on=CHANGE,
            ends_on=until,
        )
    decree("Không rõ", effective_on=None)
    make_regulation("Nội bộ", issued_on=CHANGE)


def test_the_database_and_the_rule_agree():
    all_kinds()
    for day in DAYS:
        said = {page.title: page.effect_on(day) for page in RegulationPage.objects.all()}
        for status in EffectStatus:
            found = with_effect(RegulationPage.objects.all(), status, day)
            expected = {
                title
                for title, effect in said.items()
                if effect.status is status
                or (status is EffectStatus.IN_FORCE and effect.is_in_force)
            }
            assert set(found.values_list("title", flat=True)) == expected, (day, status)


def test_each_record_is_in_the_one_state_that_the_rule_tells():
    all_kinds()
    for day in DAYS:
        told = {page.pk: page.effect_on(day).status.value for page in RegulationPage.objects.all()}
        rows = DocumentRecord.objects.annotate(told=effect_case(day))
        assert dict(rows.values_list("pk", "told")) == told, day


def test_a_narrowed_list_loads_no_more_than_its_page(client):
    make_index(RegulationIndexPage, audience=Audience.PUBLIC)
    costs = []
    for round_ in range(2):
        for number in range(12):
            decree(f"Nghị định {round_} {number}", audience=Audience.PUBLIC)
        client.get("/van-ban/?hieu-luc=in-force&ngay=2025-07-01")
        with CaptureQueriesContext(connection) as queries:
            client.get("/van-ban/?hieu-luc=in-force&ngay=2025-07-01")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 12
