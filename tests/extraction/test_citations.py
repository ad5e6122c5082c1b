"""Citations: what is cited, where, and what is said of it."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import Confidence, law_key, parse_citations
from extraction.laws import find_laws
from tests.extraction.samples import document
from vietnamese import NumberFamily


def cite(text):
    (citation,) = parse_citations(text)
    return citation


def test_a_part_of_a_numbered_law():
    found = cite("theo điểm a khoản 1 Điều 23 Luật Thi đua, khen thưởng số 06/2022/QH15 thì")
    assert found.printed == "Luật Thi đua, khen thưởng số 06/2022/QH15"
    assert found.provision == "điểm a khoản 1 Điều 23"
    assert found.provision_anchor == "dieu-23-khoan-1-diem-a"
    assert found.law_key == law_key("Luật Thi đua, khen thưởng", 2022)
    assert found.number_key == "6-2022-qh15"


@pytest.mark.parametrize(
    ("text", "name", "year", "day"),
    [
        ("Luật Giáo dục ngày 14 tháng 6 năm 2019;", "Luật Giáo dục", 2019, dt.date(2019, 6, 14)),
        ("Luật Trẻ em năm 2016 và các văn bản", "Luật Trẻ em", 2016, None),
        ("Bộ luật Dân sự ngày 24/11/2015.", "Bộ luật Dân sự", 2015, dt.date(2015, 11, 24)),
        ("Hiến pháp năm 2013", "Hiến pháp", 2013, None),
    ],
)
def test_laws_by_name(text, name, year, day):
    found = cite(f"Theo {text}")
    assert (found.law_name, found.issued_on) == (name, day)
    assert found.law_key == law_key(name, year)


@pytest.mark.parametrize(
    "text",
    [
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2024.",
        "Luật Thi đua, khen thưởng có hiệu lực từ ngày 01/01/2024.",
        "Điều 5 của Luật này; khoản 2 Điều này.",
        "Kế hoạch năm 2025 của nhà trường",
    ],
)
def test_what_is_no_citation(text):
    assert parse_citations(text) == []


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết", "Chính phủ"),
        (
            "số 21/2020/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch về",
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        ),
        ("số 5/KH-UBND của Ủy ban nhân dân (UBND) tỉnh Cao Bằng;", "Ủy ban nhân dân tỉnh Cao Bằng"),
        ("số 7/QĐ-BNG ngày 1/2/2020 của Bộ Ngoại giao và Thông tư", "Bộ Ngoại giao"),
        ("số 8/NQ-CP, Bộ Tài chính đề nghị", ""),
        ("số 9/KH-UBND năm 2025", ""),
    ],
)
def test_the_issuer_as_stated(text, issuer):
    assert cite(text).issuer == issuer


def test_the_day_may_follow_the_issuer():
    found = cite("Nghị định số 8/2015/NĐ-CP của Chính phủ ngày 21/01/2015 về")
    assert (found.issuer, found.issued_on) == ("Chính phủ", dt.date(2015, 1, 21))


def test_a_citation_may_be_broken_over_lines():
    found = cite("Nghị định\nsố 181/2025/NĐ-CP ngày\n01/7/2025 của Chính\nphủ quy định")
    assert found.printed == "Nghị định số 181/2025/NĐ-CP"
    assert (found.issuer, found.issued_on) == ("Chính phủ", dt.date(2025, 7, 1))


def test_party_documents_and_dispatches():
    text = "Kết luận số 137-KL/TW và Công văn số 1581/BGDĐT-GDPT của Bộ Giáo dục và Đào tạo"
    party, dispatch = parse_citations(text)
    assert (party.family, party.document_type.code) == (NumberFamily.PARTY, "conclusion")
    assert dispatch.document_type.code == "dispatch"


def test_bases_are_told_from_other_citations():
    text = document(
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
        "Thực hiện Kế hoạch số 5/KH-SGDĐT của Sở Giáo dục và Đào tạo; Kế hoạch số 6/KH-SGDĐT;",
        "Theo đề nghị của Hiệu trưởng tại Tờ trình số 7/TTr-MNYH;",
        "I. MỤC ĐÍCH",
        "Thực hiện Quyết định số 8/QĐ-SGDĐT.",
    )
    found = parse_citations(text)
    assert [one.is_basis for one in found] == [True, True, True, False, False]


def test_a_document_does_not_cite_itself():
    text = document(
        "I. MỤC ĐÍCH",
        "Kế hoạch số 12/KH-UBND này thay thế Kế hoạch số 12/KH-UBND ngày 01/02/2025.",
    )
    assert [one.issued_on for one in parse_citations(text)] == [dt.date(2025, 2, 1)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nghị định số 24/2000/NĐ - CP ngày 31/7/2000", "24/2000/NĐ-CP"),
        ("Hướng dẫn số 2346/HD  -  ĐHM ngày 18/6/2024", "2346/HD-ĐHM"),
        ("Quyết định số 3212/QĐ- BKHCN ngày 17/10/2025", "3212/QĐ-BKHCN"),
        ("Nghị quyết số 66.4/2025/NQ-CP ngày 21/9/2025", "66.4/2025/NQ-CP"),
        ("Nghị định 15/CP ngày 2/3/1993", "15/CP"),
        ("Quyết định số 999-TC/QĐ-CĐKT ngày 02/11/1996", "999-TC/QĐ-CĐKT"),
        ("Thông tư số 30/2000/TTLT/BTC-UBTDTT", "30/2000/TTLT/BTC-UBTDTT"),
    ],
)
def test_blanks_and_old_forms(text, number):
    found = cite(text)
    assert (found.number, found.confidence) == (number, Confidence.SURE)


def test_a_misspelt_number_is_kept_as_it_stands_and_unsure():
    found = cite("theo Quyết định số 18/20202QĐ-UBND ngày 5/6/2020 của UBND tỉnh")
    assert (found.number, found.confidence) == ("18/20202QĐ-UBND", Confidence.UNSURE)


def test_a_law_of_the_nineties_passed_on_a_day():
    found = cite(
        "Căn cứ Luật đầu tư nước ngoài tại Việt Nam được Quốc hội nước Cộng hoà xã hội chủ nghĩa "
        "Việt Nam thông qua ngày 12/11/1996;"
    )
    assert found.law_name == "Luật đầu tư nước ngoài tại Việt Nam"
    assert found.issued_on == dt.date(1996, 11, 12)


@pytest.mark.parametrize(
    "name",
    [
        "Luật Ban hành văn bản quy phạm pháp luật",
        "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
        "Luật sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật",
    ],
)
def test_names_of_laws_that_hold_small_words(name):
    assert cite(f"Căn cứ {name} ngày 19 tháng 02 năm 2025;").law_name == name


def test_the_name_of_a_law_does_not_run_into_the_next_paragraph():
    text = (
        "Quy định chi tiết một số điều của Luật Thi đua, khen thưởng\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n"
    )
    assert [law.name for law in find_laws(text)] == ["Luật Tổ chức Chính phủ"]
