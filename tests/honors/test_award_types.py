"""The catalogue: cited, dated, and honest about what nobody has checked."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings

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
    before, after = dt.date(2023, 12, 31), dt.date(2024, 1, 1)
    types = AwardType.objects.filter(is_verified=True)
    assert not types.valid_on(before).exists()
    assert types.valid_on(after).count() == types.count()
