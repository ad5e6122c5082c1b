"""A document of another type than its section is for: said, with the section that is."""

from __future__ import annotations

import pytest

from honors.models import DecisionIndexPage
from regulations.intake import FindingState, confirm, findings_on, read_next
from regulations.intake.placing import better_section
from regulations.intake.wording import warning_sentences
from regulations.models import RegulationIndexPage
from tests.builders import make_index
from tests.regulations.intake.samples import bring, plan_text, plans

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision(tmp_path):
    """A decision on the clerk's desk."""
    path = tmp_path / "quyet-dinh.txt"
    text = plan_text(number="12/QĐ-MNHS").replace("KẾ HOẠCH\n", "QUYẾT ĐỊNH\n")
    path.write_text(text, encoding="utf-8")
    return path


def line(page):
    return next(one for one in findings_on(page) if one.field == "document_type")


def test_a_decision_among_plans_is_a_place_to_look_at_and_the_right_section_is_named(decision):
    make_index(DecisionIndexPage)
    bring(decision)
    row = read_next()

    kind = line(row.page.specific)
    assert (kind.state, kind.is_settled) == (FindingState.MISPLACED, False)
    assert kind.sentence in warning_sentences(row.warnings)
    assert kind.sentence.startswith("Loại đọc được là Quyết định, đang đặt vào mục Kế hoạch.")
    assert kind.sentence.endswith("vào mục Quyết định.")


def test_no_section_is_named_to_who_may_not_add_there(decision):
    bring(decision)

    assert line(read_next().page.specific).sentence.endswith("vào mục khác.")


def test_what_a_person_found_right_is_settled(decision):
    bring(decision)
    row = read_next()
    confirm(row, "document_type")

    assert line(row.page.specific).is_settled


@pytest.mark.parametrize(
    ("kind", "number", "title"),
    [
        ("plan", "12/KH-UBND", "Kế hoạch"),
        ("decision", "12/QĐ-UBND", "Quyết định"),
        ("decision", "14/2024/QĐ-UBND", "Văn bản"),
        ("law", "06/2022/QH15", "Văn bản"),
        ("dispatch", "3/UBND-VX", "Văn bản"),
    ],
)
def test_each_type_has_its_section(kind, number, title):
    plans()
    for index in (RegulationIndexPage, DecisionIndexPage):
        make_index(index)

    assert better_section(None, kind, number)[0].title == title
