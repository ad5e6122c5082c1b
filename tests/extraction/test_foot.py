"""The foot: recipients, office, capacity, name."""

from __future__ import annotations

import pytest

from extraction import parse_recipients, parse_signature
from tests.extraction.samples import document

RECIPIENTS = (
    "Nơi nhận:",
    "- Sở Nội vụ (để b/c);",
    "- Các trường",
    "mầm non;",
    "- Lưu: VT, TH.",
    "",
)


def signed(*lines):
    return parse_signature(document("I. MỤC ĐÍCH", "Chữ.", foot=(*RECIPIENTS, *lines)))


@pytest.mark.parametrize(
    ("lines", "capacity", "office", "name"),
    [
        (("HIỆU TRƯỞNG", "", "Lê Thị Mẫu"), None, "HIỆU TRƯỞNG", "Lê Thị Mẫu"),
        (
            ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "(Đã ký)", "Lê Mẫu"),
            "KT.",
            "PHÓ HIỆU TRƯỞNG",
            "Lê Mẫu",
        ),
        (
            ("TM. ỦY BAN", "NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê", "Thị Mẫu"),
            "TM. KT.",
            "PHÓ CHỦ TỊCH",
            "Lê Thị Mẫu",
        ),
        (
            ("T/L. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "", "TS. Lê Mẫu"),
            "TL.",
            "CHÁNH VĂN PHÒNG",
            "Lê Mẫu",
        ),
        (("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ", "Lê Mẫu"), "TUQ.", "GIÁM ĐỐC SỞ", "Lê Mẫu"),
        (("Q. HIỆU TRƯỞNG", "", "Lê Mẫu"), "Q.", "HIỆU TRƯỞNG", "Lê Mẫu"),
    ],
)
def test_office_capacity_and_name(lines, capacity, office, name):
    signature = signed(*lines)
    assert signature.capacity.value == capacity
    assert signature.office.value == office
    assert signature.name.value == name


def test_an_unsigned_paper_has_an_office_that_is_unsure():
    signature = signed("HIỆU TRƯỞNG")
    assert signature.name.is_missing
    assert signature.office.confidence == "unsure"


def test_a_text_without_signature_has_none():
    assert parse_signature("chỉ có chữ").office.is_missing


def test_recipients_run_over_lines_and_end_before_the_signature():
    text = document("I. MỤC ĐÍCH", foot=(*RECIPIENTS, "HIỆU TRƯỞNG", "", "Lê Thị Mẫu"))
    assert [(one.name, one.purpose) for one in parse_recipients(text)] == [
        ("Sở Nội vụ", "để b/c"),
        ("Các trường mầm non", ""),
        ("VT, TH", "Lưu"),
    ]


def test_each_recipient_knows_its_place():
    text = document("I. MỤC ĐÍCH", foot=RECIPIENTS)
    assert parse_recipients(text)[0].span.of(text) == "- Sở Nội vụ (để b/c);"


def test_a_broken_heading_of_the_list():
    assert len(parse_recipients("I. A\nNơi\nnhận:\n- Như trên;\n- Lưu: VT.")) == 2


def test_no_list_no_recipients():
    assert parse_recipients("I. MỤC ĐÍCH\nChữ.") == []
