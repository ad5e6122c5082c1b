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


def test_two_signers_side_by_side():
    signature = signed(
        "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "", "Lê Mẫu", "", "GIÁM ĐỐC", "", "Trần Thị Mẫu"
    )
    assert (signature.name.value, signature.office.value) == ("Lê Mẫu", "CHỦ TỊCH")
    assert [(one.name.value, one.office.value) for one in signature.others] == [
        ("Trần Thị Mẫu", "GIÁM ĐỐC")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("THƯ KÝ", "Lê Mẫu", "", "CHỦ TRÌ", "Trần Thị Mẫu"),
        ("THƯ KÝ", "(Ký tên)", "", "CHỦ TRÌ", "(Ký tên)", "", "Lê Mẫu", "TS. Trần Thị Mẫu"),
        ("THƯ KÝ               CHỦ TRÌ", "", "Lê Mẫu               TS. Trần Thị Mẫu"),
    ],
)
def test_the_one_who_only_records_comes_second(lines):
    signature = signed(*lines)
    assert (signature.name.value, signature.office.value) == ("Trần Thị Mẫu", "CHỦ TRÌ")
    assert [one.name.value for one in signature.others] == ["Lê Mẫu"]


def test_the_columns_of_a_foot_on_the_same_lines():
    foot = (
        "Nơi nhận:                         KT. GIÁM ĐỐC",
        "- Sở Nội vụ (để b/c);             PHÓ GIÁM ĐỐC",
        "- Các trường mầm non;",
        "",
        "- Lưu: VT.                        Lê Thị Mẫu",
    )
    text = document("I. MỤC ĐÍCH", "Chữ.", foot=foot)
    signature = parse_signature(text)
    assert (signature.name.value, signature.office.value) == ("Lê Thị Mẫu", "PHÓ GIÁM ĐỐC")
    assert [(one.name, one.purpose) for one in parse_recipients(text)] == [
        ("Sở Nội vụ", "để b/c"),
        ("Các trường mầm non", ""),
        ("VT", "Lưu"),
    ]


def test_marks_of_electronic_signing_between_office_and_name():
    signature = signed("CHỦ TỊCH", "Ký bởi: UBND", "09.01.2025 10:21:11 +07:00", "Lê Thị Mẫu")
    assert (signature.office.value, signature.name.value) == ("CHỦ TỊCH", "Lê Thị Mẫu")


def test_the_signature_stands_before_the_annexes():
    annex = ("PHỤ LỤC I", "MẪU BÁO CÁO", "GIÁM ĐỐC", "Trần Văn Khác")
    signature = signed("HIỆU TRƯỞNG", "", "Lê Thị Mẫu", "", *annex)
    assert (signature.name.value, signature.others) == ("Lê Thị Mẫu", ())


def test_a_list_of_recipients_without_bullets():
    text = document("I. MỤC ĐÍCH", foot=("Nơi nhận:", "Như trên;", "Lưu: VT.", "", "HIỆU TRƯỞNG"))
    assert [(one.name, one.purpose) for one in parse_recipients(text)] == [
        ("Như trên", ""),
        ("VT", "Lưu"),
    ]


def test_two_recipients_on_a_line():
    foot = ("Nơi nhận: - Như Điều 3; - Sở Nội vụ (báo cáo); - Lưu: VT.",)
    found = parse_recipients(document("I. MỤC ĐÍCH", foot=foot))
    assert [(one.name, one.purpose) for one in found] == [
        ("Như Điều 3", ""),
        ("Sở Nội vụ", "báo cáo"),
        ("VT", "Lưu"),
    ]
