"""The catalogue: cited, dated, and honest about what nobody has checked."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from honors.models import AwardType


@pytest.fixture
def law():
    path = settings.ROOT / "portal/demo/documents/statutes/06_2022_QH15.txt"
    return path.read_text(encoding="utf-8")


def test_every_verified_type_is_named_by_its_article(law, db):
    for award_type in AwardType.objects.filter(is_verified=True):
        heading = re.search(rf"^{award_type.legal_article}\. .*$", law, re.MULTILINE)
        words = heading[0].lower().replace("“", "").replace("”", "")
        assert award_type.name.lower() in words
        assert award_type.checked_on is not None


def test_what_nobody_checked_says_so(db):
    unverified = AwardType.objects.filter(is_verified=False)
    assert unverified.exists()
    assert all(award_type.checked_on is None for award_type in unverified)


def test_types_of_the_law_were_not_given_before_it_took_effect(db):
    types = AwardType.objects.filter(is_verified=True)
    assert set(types.values_list("valid_from", flat=True)) == {dt.date(2024, 1, 1)}


def test_criteria_are_words_of_the_law(law, db):
    for award_type in AwardType.objects.exclude(criteria=""):
        article = law.split(f"\n{award_type.legal_article}. ")[1].split("\nĐiều ")[0]
        assert [line for line in award_type.criteria.splitlines() if line not in article] == []


@pytest.mark.parametrize("name", ["Giấy khen", "Huân chương Lao động hạng Ba"])
def test_what_the_law_gives_to_persons_and_collectives_goes_to_both(db, name):
    award_type = AwardType.objects.get(name=name)
    assert award_type.for_individuals
    assert award_type.for_collectives


def test_a_type_that_goes_to_nobody_is_refused(db):
    award_type = AwardType.objects.first()
    award_type.for_individuals = award_type.for_collectives = award_type.for_households = False
    with pytest.raises(ValidationError):
        award_type.full_clean()
