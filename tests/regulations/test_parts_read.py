"""Recipients and annexes of a page, read in one query."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from pages.models import PortalDocument
from regulations.models import Annex, Recipient
from regulations.parts_read import parts_of
from tests.builders import make_plan

pytestmark = pytest.mark.django_db


def test_they_are_what_the_page_has_in_its_order(django_assert_num_queries):
    plan = make_plan()
    plan.recipients = [Recipient(name=name, purpose="để b/c") for name in ("UBND", "Lưu: VT", "Tổ")]
    plan.annexes = [
        Annex(
            title=f"Mẫu số {number}",
            file=PortalDocument.objects.create(
                title="Mẫu", file=ContentFile(b"ab", name=f"mau-{number}.txt")
            ),
        )
        for number in (2, 1)
    ]
    plan.save_revision().publish()
    with django_assert_num_queries(1):
        recipients, annexes = parts_of(plan)
    assert [str(one) for one in recipients] == [str(one) for one in plan.recipients.all()]
    kept = plan.annexes.all()
    assert [(one.title, one.file.url) for one in annexes] == [
        (one.title, one.file.url) for one in kept
    ]
    assert annexes[0].file.file_extension == "txt"


def test_a_page_without_any_has_none():
    assert parts_of(make_plan()) == ([], [])
