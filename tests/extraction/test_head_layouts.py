"""Heads as real papers have them: columns, Party layout, joint issuers, stamps, lost capitals."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import Confidence, parse_header
from tests.extraction.samples import document

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def head(*left, right=("Hà Đông, ngày 5 tháng 3 năm 2026",), title=("KẾ HOẠCH", "Thi đua")):
    """The left column whole, then the right one: what every reader of files gives."""
    return "\n".join([*left, "", MOTTO, *right, "", *title, "", "I. MỤC ĐÍCH", "Chữ."])


def test_the_left_column_before_the_right_one():
    header = parse_header(head("UBND QUẬN 1", "TRƯỜNG THCS HOA SEN", "Số: 07/KH-THCS.HS"))
    assert (header.parent_body.value, header.issuer.value) == ("UBND QUẬN 1", "TRƯỜNG THCS HOA SEN")
    assert header.number.value == "07/KH-THCS.HS"
    assert header.issued_on.value == dt.date(2026, 3, 5)


def test_the_subject_of_a_dispatch_beside_the_day():
    text = (
        "UBND TỈNH KIÊN GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "      SỞ Y TẾ                       Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 391    /SYT-TCCB          Kiên Giang, ngày 05 tháng 4 năm 2018\n"
        "V/v phân công người phụ trách\ncông tác dân số\n\n"
        "          Kính gửi: Phòng Y tế các huyện.\n"
    )
    header = parse_header(text)
    assert header.number.value == "391/SYT-TCCB"
    assert header.abstract.value == "phân công người phụ trách công tác dân số"
    assert header.issued_on.value == dt.date(2018, 4, 5)
    assert (header.issuer.value, header.parent_body.value) == ("SỞ Y TẾ", "UBND TỈNH KIÊN GIANG")


def test_columns_that_tabs_part():
    text = (
        "SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 5/KH-SNV\tĐộc lập - Tự do - Hạnh phúc\n\tHà Nội, ngày 2/3/2026\nKẾ HOẠCH\nThi đua\n"
        "I. MỤC ĐÍCH"
    )
    header = parse_header(text)
    assert (header.issuer.value, header.number.value) == ("SỞ NỘI VỤ", "5/KH-SNV")
    assert header.issued_on.value == dt.date(2026, 3, 2)


def test_lines_of_both_columns_in_turn():
    text = (
        "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI\nTỈNH BẮC NINH\nCHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSố: 9/KH-UBND\nBắc Ninh, ngày 2\ntháng 3 năm 2026\n\n"
        "KẾ HOẠCH\nThi đua\n\nI. MỤC ĐÍCH"
    )
    header = parse_header(text)
    assert header.issuer.value == "ỦY BAN NHÂN DÂN TỈNH BẮC NINH"
    assert header.issued_on.value == dt.date(2026, 3, 2)


def test_a_party_paper():
    left = ("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI", "ĐẢNG ỦY PHƯỜNG YÊN NGHĨA", "*", "Số 34-CTr/ĐU")
    title = ("CHƯƠNG TRÌNH", "hành động thực hiện Nghị quyết", "-----")
    text = head(*left, title=title).replace(MOTTO, "ĐẢNG CỘNG SẢN VIỆT NAM")
    header = parse_header(text)
    assert header.number.value == "34-CTr/ĐU"
    assert header.parent_body.value == "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI"
    assert header.issuer.value == "ĐẢNG ỦY PHƯỜNG YÊN NGHĨA"
    assert header.abstract.value == "hành động thực hiện Nghị quyết"


@pytest.mark.parametrize(
    ("left", "issuer"),
    [
        (("BỘ NỘI VỤ - BỘ TÀI CHÍNH", "Số: 1/2014/TTLT-BNV-BTC"), "BỘ NỘI VỤ - BỘ TÀI CHÍNH"),
        (
            ("SỞ NỘI VỤ", "LIÊN ĐOÀN LAO ĐỘNG TỈNH", "Số: 2/KHLT-SNV-LĐLĐ"),
            "SỞ NỘI VỤ - LIÊN ĐOÀN LAO ĐỘNG TỈNH",
        ),
    ],
)
def test_joint_issuers_have_no_parent(left, issuer):
    header = parse_header(head(*left))
    assert header.issuer.value == issuer
    assert header.parent_body.is_missing


@pytest.mark.parametrize(
    ("left", "issuer"),
    [
        (("VĂN PHÒNG", "CHÍNH PHỦ"), "VĂN PHÒNG CHÍNH PHỦ"),
        (("BỘ TRƯỞNG", "BỘ NỘI VỤ"), "BỘ TRƯỞNG BỘ NỘI VỤ"),
        (("ỦY BAN NHÂN DÂN", "XÃ ĐÔNG ANH", "CHỦ TỊCH"), "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐÔNG ANH"),
        (("TRƯỜNG ĐẠI HỌC MỞ HÀ NỘI", "KHOA CÔNG NGHỆ"), "KHOA CÔNG NGHỆ"),
        (("SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"), "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    ],
)
def test_names_over_several_lines(left, issuer):
    assert parse_header(head(*left, "Số: 5/KH-ABC")).issuer.value == issuer


def test_marks_of_electronic_signing_are_not_the_head():
    mark = "TRUNG TÂM CÔNG BÁO\nVÀ TIN HỌC\nttcb@quangngai.gov.vn\n09.01.2025 10:21:11 +07:00\n\n"
    header = parse_header(mark + head("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "Số: 11 /TB-UBND"))
    assert header.issuer.value == "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"
    assert header.number.value == "11/TB-UBND"
    assert header.issued_on.value == dt.date(2026, 3, 5)


def test_the_stamp_of_receipt_has_a_name_a_number_and_a_day():
    stamp = "SỞ NỘI VỤ\nCÔNG VĂN ĐẾN\nSố: 2352\nNgày: 12/3/2025\nChuyển: ...\n\n"
    header = parse_header(stamp + head("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 15/KH-SGDĐT"))
    assert (header.issuer.value, header.number.value) == ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "15/KH-SGDĐT")
    assert header.issued_on.value == dt.date(2026, 3, 5)


def test_capitals_that_a_font_carried():
    text = (
        "bộ tài chính\nsố: 12/2001/qđ-btc\n\n"
        "cộng hoà xã hội chủ nghĩa việt nam\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 13 tháng 3 năm 2001\n\nquyết định của bộ trưởng bộ tài chính\n"
        "Về việc ban hành Chế độ kế toán\nbộ trưởng bộ tài chính\n"
        "Căn cứ Nghị định số 15/CP ngày 2/3/1993 của Chính phủ;\nĐiều 1. Chữ."
    )
    header = parse_header(text)
    assert header.number.value == "12/2001/QĐ-BTC"
    assert header.number.confidence is Confidence.UNSURE
    assert (header.issuer.value, header.issuer.confidence) == ("bộ tài chính", Confidence.UNSURE)
    assert header.document_type.value.name == "Quyết định"
    assert header.abstract.value == "Về việc ban hành Chế độ kế toán"


def test_a_title_of_the_gazette_says_everything_in_a_sentence():
    text = (
        "Quyết định\ncủa Thủ tướng Chính phủ số 115/2004/QĐ-TTg\n"
        "ngày 25 tháng 6 năm 2004 về việc sửa đổi Quy chế\nban hành kèm theo Quyết định số "
        "193/2001/QĐ-TTg\nThủ tướng Chính phủ\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;\nĐiều 1. Chữ."
    )
    header = parse_header(text)
    assert header.number.value == "115/2004/QĐ-TTg"
    assert header.issued_on.value == dt.date(2004, 6, 25)
    assert header.issuer.value == "Thủ tướng Chính phủ"
    assert header.abstract.value == (
        "về việc sửa đổi Quy chế ban hành kèm theo Quyết định số 193/2001/QĐ-TTg"
    )


def test_minutes_are_dated_by_their_first_sentence():
    title = ("BIÊN BẢN", "Bình xét thi đua", "", "Vào hồi 9h00 ngày 01 tháng 7 năm 2024")
    header = parse_header(head("SỞ TƯ PHÁP", "Số: 02/BB-STP", right=(), title=title))
    assert header.issued_on.value == dt.date(2024, 7, 1)
    assert header.issued_on.confidence is Confidence.UNSURE


def test_a_consolidated_text_is_one_whatever_its_title():
    title = ("THÔNG TƯ", "Hướng dẫn thi đua")
    header = parse_header(head("BỘ NỘI VỤ", "Số: 9/VBHN-BNV", title=title))
    assert header.document_type.value.name == "Văn bản hợp nhất"


@pytest.mark.parametrize(
    ("mark", "field", "value"),
    [("HỎA TỐC", "urgency", "HỎA TỐC"), ("Khẩn", "urgency", "Khẩn"), ("MẬT", "secrecy", "MẬT")],
)
def test_urgency_and_secrecy(mark, field, value):
    header = parse_header(head("SỞ NỘI VỤ", mark, "Số: 5/KH-SNV"))
    assert getattr(header, field).value == value
    assert header.issuer.value == "SỞ NỘI VỤ"


def test_the_abstract_ends_where_the_first_sentence_begins():
    title = ("THÔNG BÁO", "Kết luận tại cuộc họp", "Ngày 03/01/2025, Phó Chủ tịch chủ trì họp.")
    header = parse_header(document("1. Sở Nội vụ thực hiện.", number="Số: 1/TB-UBND", title=title))
    assert header.abstract.value == "Kết luận tại cuộc họp"
