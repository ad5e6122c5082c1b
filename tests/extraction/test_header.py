"""The head: each field with its place and how sure the reader is."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import Confidence, ProblemCode, parse_header, read_document
from tests.extraction.samples import document


def test_a_clean_head_is_read_whole_and_surely():
    text = document("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;")
    header = parse_header(text)
    assert header.issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG YÊN NGHĨA"
    assert header.parent_body.is_missing
    assert header.number.value == "12/KH-UBND"
    assert header.symbol.value == "KH-UBND"
    assert header.place.value == "Hà Đông"
    assert header.issued_on.value == dt.date(2026, 3, 5)
    assert header.abstract.value == "Tổ chức phong trào thi đua năm 2026"
    assert header.number.confidence is header.issuer.confidence is Confidence.SURE
    assert header.number.span.of(text) == "12/KH-UBND"
    assert header.issuer.span.of(text) == "ỦY BAN NHÂN DÂN PHƯỜNG YÊN NGHĨA"


def test_a_school_stands_under_its_parent_body():
    issuer = ("UBND PHƯỜNG YÊN NGHĨA", "TRƯỜNG MẦM NON", "HOA SEN")
    header = parse_header(document("I. MỤC ĐÍCH", issuer=issuer, number="Số: 07/KH-MNHS"))
    assert header.parent_body.value == "UBND PHƯỜNG YÊN NGHĨA"
    assert header.issuer.value == "TRƯỜNG MẦM NON HOA SEN"


def test_two_columns_side_by_side():
    lines = (
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 15/QĐ-SGDĐT          Hà Nội, ngày 2 tháng 12 năm 2025",
        "QUYẾT ĐỊNH",
        "Về việc khen thưởng",
        "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
    )
    header = parse_header("\n".join(lines))
    assert header.issuer.value == "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
    assert header.number.value == "15/QĐ-SGDĐT"
    assert header.issued_on.value == dt.date(2025, 12, 2)
    assert header.abstract.value == "Về việc khen thưởng"


def test_a_name_broken_over_lines():
    issuer = ("ỦY", "BAN NHÂN DÂN", "TỈNH BẮC NINH")
    header = parse_header(document("I. MỤC ĐÍCH", issuer=issuer))
    assert header.issuer.value == "ỦY BAN NHÂN DÂN TỈNH BẮC NINH"


@pytest.mark.parametrize(
    ("number", "symbol"), [("Số:        /KH-UBND", "KH-UBND"), ("Số: ……/KH-UBND", "KH-UBND")]
)
def test_a_number_still_to_be_written_stays_empty(number, symbol):
    header = parse_header(document("I. MỤC ĐÍCH", number=number))
    assert header.number.is_missing
    assert header.number.printed
    assert header.symbol.value == symbol


def test_a_day_still_to_be_written_stays_empty():
    draft = read_document(document("I. MỤC ĐÍCH", place="Hà Đông, ngày     tháng 3 năm 2026"))
    assert draft.header.issued_on.is_missing
    assert draft.header.issued_on.printed == "ngày tháng 3 năm 2026"
    codes = [problem.code for problem in draft.problems]
    assert ProblemCode.MISSING_DATE in codes


def test_a_bare_number_is_unsure():
    header = parse_header(document("I. MỤC ĐÍCH", number="Số: 2566"))
    assert header.number.value == "2566"
    assert header.number.confidence is Confidence.UNSURE


def test_a_dispatch_is_told_by_its_subject():
    text = document(
        "Kính gửi: Các trường mầm non.",
        number="Số: 324/UBND-VHXH",
        title=("V/v hướng dẫn xét tặng", "danh hiệu thi đua"),
    )
    header = parse_header(text)
    assert header.document_type.value.name == "Công văn"
    assert header.abstract.value == "hướng dẫn xét tặng danh hiệu thi đua"


def test_the_stamp_of_the_receiver_is_no_number():
    text = "CÔNG VĂN ĐẾN\nSố: 2352/KH-VT\n" + document("I. MỤC ĐÍCH")
    assert parse_header(text).number.value == "12/KH-UBND"


def test_urgency_is_no_body():
    header = parse_header(document("I. MỤC ĐÍCH", issuer=("HỎA TỐC", "SỞ NỘI VỤ")))
    assert header.urgency.value == "HỎA TỐC"
    assert header.issuer.value == "SỞ NỘI VỤ"


def test_title_and_number_that_disagree_are_unsure_and_reported():
    draft = read_document(document("I. MỤC ĐÍCH", number="Số: 12/QĐ-UBND"))
    assert draft.header.document_type.value.name == "Kế hoạch"
    assert draft.header.document_type.confidence is Confidence.UNSURE
    assert ProblemCode.TYPE_MISMATCH in [problem.code for problem in draft.problems]


def test_party_documents_have_their_own_layout():
    lines = (
        "ĐẢNG BỘ PHƯỜNG YÊN NGHĨA     ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 05-KH/ĐU",
        "Yên Nghĩa, ngày 3 tháng 2 năm 2026",
        "KẾ HOẠCH",
        "học tập Nghị quyết",
        "I. MỤC ĐÍCH",
    )
    header = parse_header("\n".join(lines))
    assert header.number.value == "05-KH/ĐU"
    assert header.issuer.value == "ĐẢNG BỘ PHƯỜNG YÊN NGHĨA"


def test_a_number_that_stands_alone_is_unsure():
    header = parse_header(document("I. MỤC ĐÍCH", number="12/KH-UBND"))
    assert header.number.value == "12/KH-UBND"
    assert header.number.confidence is Confidence.UNSURE


@pytest.mark.parametrize(
    ("title", "name", "abstract"),
    [
        (("QUYẾT", "ĐỊNH", "Về việc khen thưởng"), "Quyết định", "Về việc khen thưởng"),
        (("LUẬT THI ĐUA, KHEN THƯỞNG",), "Luật", "THI ĐUA, KHEN THƯỞNG"),
        (("THÔNG BÁO", "KẾT QUẢ", "XÉT DUYỆT", "-----"), "Thông báo", "KẾT QUẢ XÉT DUYỆT"),
        (("KẾ HOẠCH", "Thực hiện Chương trình A"), "Kế hoạch", "Thực hiện Chương trình A"),
    ],
)
def test_titles(title, name, abstract):
    header = parse_header(document("I. MỤC ĐÍCH", number="Số: 5/UBND-A", title=title))
    assert header.document_type.value.name == name
    assert header.abstract.value == abstract


def test_without_a_title_the_number_says_the_type_unsurely():
    header = parse_header(document("I. MỤC ĐÍCH", title=("Phong trào thi đua",)))
    assert header.document_type.value.name == "Kế hoạch"
    assert header.document_type.confidence is Confidence.UNSURE


def test_a_dispatch_without_subject_is_unsure():
    header = parse_header(document("Kính gửi: Các trường.", number="Số: 5/UBND-A", title=()))
    assert header.document_type.value.name == "Công văn"
    assert header.document_type.confidence is Confidence.UNSURE


def test_a_preface_of_a_web_page_is_no_head():
    preface = [f"Tin thứ {number} nói về Quyết định 99/QĐ-TTg" for number in range(20)]
    header = parse_header("\n".join([*preface, "", document("I. MỤC ĐÍCH")]))
    assert header.number.value == "12/KH-UBND"
    assert header.issuer.value == "ỦY BAN NHÂN DÂN PHƯỜNG YÊN NGHĨA"


@pytest.mark.parametrize("text", ["", "\n\n", "chỉ một dòng chữ thường"])
def test_a_text_without_a_head_has_nothing(text):
    header = parse_header(text)
    assert all(getattr(header, name).is_missing for name in header.__slots__)
