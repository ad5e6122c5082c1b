"""Abbreviations: shipped ones and the site's own, in force at once and in every process."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.desk import current_abbreviations
from search.desk.models import Abbreviation, DeskVersion
from search.desk.shipped import sync
from tests.pages.desk import at_desk
from vietnamese import shipped_abbreviations

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/search/abbreviation/create/"


def meanings(*words):
    return {found.words for found in current_abbreviations().expand(words)}


def make(abbreviation="MNYH", expansion="mầm non Yên Hòa", **fields):
    row = Abbreviation(abbreviation=abbreviation, expansion=expansion, **fields)
    row.full_clean()
    row.save()
    return row


def test_what_comes_with_the_portal_is_known_from_the_start():
    assert ("thi", "dua", "khen", "thuong") in meanings("tdkt")
    assert Abbreviation.objects.filter(is_shipped=True).count() >= 80


def test_a_new_one_is_known_at_once_and_gone_when_deleted():
    assert meanings("mnyh") == set()
    row = make()
    assert meanings("mnyh") == {("mam", "non", "yen", "hoa")}
    assert ("mnyh",) in meanings("mam", "non", "yen", "hoa")
    row.delete()
    assert meanings("mnyh") == set()


def test_a_change_by_another_process_is_seen_by_the_next_search():
    current_abbreviations()
    make()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_abbreviation SET expansion = %s WHERE abbreviation = %s",
            ["xã khác", "MNYH"],
        )
    DeskVersion.objects.update(token="của tiến trình khác")
    assert meanings("mnyh") == {("xa", "khac")}


def test_a_search_asks_one_row_and_reads_nothing_again():
    current_abbreviations()
    with CaptureQueriesContext(connection) as queries:
        current_abbreviations()
    assert len(queries) == 1


def test_a_shipped_line_is_switched_off_and_stays_off_through_an_upgrade():
    row = Abbreviation.objects.get(abbreviation="TĐKT")
    row.is_active = False
    row.full_clean()
    row.save()
    assert ("thi", "dua", "khen", "thuong") not in meanings("tdkt")
    sync()
    row.refresh_from_db()
    assert not row.is_active


def test_an_upgrade_reaches_a_site_and_leaves_its_own_lines_alone():
    own = make()
    missing = Abbreviation.objects.get(abbreviation="TĐKT")
    Abbreviation.objects.filter(pk=missing.pk).delete()
    old = make("XYZT", "xưa yêu zét tê", is_shipped=True)
    changed = Abbreviation.objects.filter(is_shipped=True).exclude(pk=old.pk).first()
    Abbreviation.objects.filter(pk=changed.pk).update(source="cũ")
    sync()
    assert Abbreviation.objects.filter(abbreviation="TĐKT", is_shipped=True).exists()
    assert not Abbreviation.objects.filter(pk=old.pk).exists()
    assert Abbreviation.objects.filter(pk=own.pk).exists()
    changed.refresh_from_db()
    assert changed.source != "cũ"
    assert ("thi", "dua", "khen", "thuong") in meanings("tdkt")


def test_a_second_upgrade_writes_nothing():
    sync()
    with CaptureQueriesContext(connection) as queries:
        sync()
    assert [
        q["sql"]
        for q in queries
        if not q["sql"].startswith(("SELECT", "BEGIN", "SAVEPOINT", "RELEASE"))
    ] == []


@pytest.mark.parametrize(
    ("abbreviation", "expansion", "said"),
    [
        ("mầm non Yên Hòa", "MNYH", "đảo hai phần"),
        ("tđkt", "Thi đua - Khen thưởng", "đã có"),
        ("---", "mầm non", "chữ hoặc số"),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(abbreviation, expansion, said):
    with pytest.raises(ValidationError) as refused:
        make(abbreviation, expansion)
    assert said in str(refused.value)


def test_a_shipped_line_is_not_rewritten():
    row = Abbreviation.objects.get(abbreviation="TĐKT")
    row.expansion = "thi đua khác thường"
    with pytest.raises(ValidationError, match="có sẵn"):
        row.full_clean()


def test_administrators_add_one_and_see_the_shipped_ones(admin):
    desk = at_desk(admin)
    form = desk.get(f"{ADD}?abbreviation=mnyh")
    assert 'value="mnyh"' in form.content.decode()
    desk.post(ADD, {"abbreviation": "MNYH", "expansion": "mầm non Yên Hòa", "is_active": "on"})
    assert meanings("mnyh") == {("mam", "non", "yen", "hoa")}
    shown = desk.get("/quan-tri/search/abbreviation/?q=tđkt").content.decode()
    assert "thi đua khen thưởng" in shown


def test_a_shipped_line_cannot_be_deleted_in_the_admin(admin):
    row = Abbreviation.objects.get(abbreviation="TĐKT")
    response = at_desk(admin).post(f"/quan-tri/search/abbreviation/delete/{row.pk}/")
    assert response.status_code == 302
    assert Abbreviation.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("role", ["editor", "reviewer", "approver", "staff"])
def test_others_do_not_come_near(role, request):
    desk = at_desk(request.getfixturevalue(role))
    assert desk.get(ADD).status_code in {302, 403}


def test_every_shipped_line_passes_the_rules_of_the_form():
    wrong = []
    for row in Abbreviation.objects.filter(is_shipped=True):
        try:
            row.full_clean()
        except ValidationError as error:
            wrong.append((str(row), error.messages))
    assert wrong == []
    assert shipped_abbreviations().rows
