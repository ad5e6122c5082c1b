"""What is stamped on the head and has no field on the page is said."""

from __future__ import annotations

import pytest

from extraction import draft_of, read_text
from regulations.intake.reading import note_what_was_read
from regulations.intake.wording import warning_sentences
from regulations.models import IntakeFile
from tests.regulations.intake.samples import plan_text

pytestmark = pytest.mark.django_db


def said_of(text):
    """The sentences that a clerk reads about the file."""
    row = IntakeFile(name="ke-hoach.txt")
    note_what_was_read(row, draft_of(read_text(text)))
    return [said for said in warning_sentences(row.warnings) if "dấu" in said]


@pytest.mark.parametrize(
    ("stamp", "sentence"),
    [
        ("HỎA TỐC", "Văn bản đóng dấu “HỎA TỐC”: hãy xử lý đúng hạn."),
        ("MẬT", "Văn bản có dấu mật “MẬT”: không được đưa bí mật nhà nước lên cổng."),
    ],
)
def test_a_stamp_on_the_head_is_said(stamp, sentence):
    text = plan_text().replace("Số: 12/KH-MNHS", f"Số: 12/KH-MNHS\n\n{stamp}")

    assert said_of(text) == [sentence]


def test_a_paper_without_a_stamp_says_nothing():
    assert said_of(plan_text()) == []
