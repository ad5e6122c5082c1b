"""The standard form of a citation: Decree 30/2020/ND-CP, annex I, II.6b and annex II, V.7."""

from __future__ import annotations

import datetime as dt

import pytest

from regulations.printed_day import day_in_words
from regulations.standard_citation import (
    Cited,
    Step,
    document_citation,
    provision_words,
    standard_citation,
)

LAW = Cited("law", "Luật", "06/2022/QH15", dt.date(2022, 6, 15), "QUỐC HỘI", "Thi đua, khen thưởng")
DECREE = Cited(
    "decree",
    "Nghị định",
    "30/2020/NĐ-CP",
    dt.date(2020, 3, 5),
    "CHÍNH PHỦ",
    "Về công tác văn thư",
)
DECISION = Cited(
    "decision",
    "Quyết định",
    "35/2024/QĐ-UBND",
    dt.date(2024, 1, 5),
    "ỦY BAN NHÂN DÂN TỈNH BẮC NINH",
    "Ban hành Quy định về thi đua, khen thưởng",
)
PLAN = Cited(
    "plan",
    "Kế hoạch",
    "12/KH-MNHS",
    dt.date(2024, 9, 24),
    "TRƯỜNG MẦM NON HOA SEN",
    "Công tác thi đua, khen thưởng năm 2025",
)
ARTICLE, CLAUSE, POINT = Step("article", "Điều 23"), Step("clause", "1."), Step("point", "a)")


@pytest.mark.parametrize(
    ("steps", "cited", "form"),
    [
        (
            [Step("chapter", "Chương II"), ARTICLE, CLAUSE, POINT],
            LAW,
            "điểm a khoản 1 Điều 23 Luật Thi đua, khen thưởng số 06/2022/QH15",
        ),
        (
            [Step("article", "Điều 7"), Step("clause", "2.")],
            DECREE,
            "khoản 2 Điều 7 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ "
            "về công tác văn thư",
        ),
        (
            [Step("annex", "QUY ĐỊNH"), Step("chapter", "Chương I"), Step("article", "Điều 3")],
            DECISION,
            "Điều 3 Quy định ban hành kèm theo Quyết định số 35/2024/QĐ-UBND ngày 05 tháng 01 "
            "năm 2024 của Ủy ban nhân dân tỉnh Bắc Ninh ban hành Quy định về thi đua, khen thưởng",
        ),
        (
            [Step("roman", "I."), Step("number", "1."), Step("letter", "đ)")],
            PLAN,
            "điểm đ khoản 1 Mục I Kế hoạch số 12/KH-MNHS ngày 24 tháng 9 năm 2024 của Trường Mầm "
            "non Hoa Sen về công tác thi đua, khen thưởng năm 2025",
        ),
    ],
)
def test_a_provision_is_cited_from_the_inside_out(steps, cited, form):
    assert standard_citation(steps, cited) == form


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], ""),
        ([Step("chapter", "CHƯƠNG II"), Step("section", "MỤC 1")], "Mục 1 Chương II"),
        ([Step("part", "PHẦN THỨ NHẤT")], "Phần thứ nhất"),
        ([Step("annex", "Phụ lục II"), Step("roman", "I."), CLAUSE], "khoản 1 Mục I Phụ lục II"),
        ([Step("annex", "PHỤ LỤC II")], "Phụ lục II"),
        ([Step("article", "Điều 5a"), Step("clause", "2a.")], "khoản 2a Điều 5a"),
        ([Step("article", "Điều 1"), Step("clause", "1-")], "khoản 1 Điều 1"),
    ],
)
def test_each_unit_has_its_word(steps, words):
    """Annex II, V.7: capitals for Phần, Chương, Mục, Tiểu mục, Điều; none for khoản and điểm."""
    assert provision_words(steps) == words


@pytest.mark.parametrize(
    ("cited", "form"),
    [
        (Cited("law", "Luật", title="Luật Thanh niên"), "Luật Thanh niên"),
        (
            Cited("law", "Luật", "06/2022/QH15", abstract="LUẬT THI ĐUA, KHEN THƯỞNG"),
            "Luật Thi đua, khen thưởng số 06/2022/QH15",
        ),
        (
            Cited("code", "Bộ luật", "45/2019/QH14", abstract="Lao động"),
            "Bộ luật Lao động số 45/2019/QH14",
        ),
        (Cited("rules", "Nội quy", title="Nội quy nhà trường"), "Nội quy nhà trường"),
        (
            Cited(
                "dispatch", "Công văn", "9/CV", dt.date(2025, 2, 1), "Phòng GDĐT", "V/v nghỉ Tết"
            ),
            "Công văn số 9/CV ngày 01 tháng 02 năm 2025 của Phòng GDĐT về việc nghỉ Tết",
        ),
        (
            Cited("circular", "Thông tư", "1/2025/TT-BNV", abstract="Luật Cán bộ và hướng dẫn"),
            "Thông tư số 1/2025/TT-BNV về Luật Cán bộ và hướng dẫn",
        ),
        (
            Cited("decree", "Nghị định", "98/2023/NĐ-CP", abstract="Quy định chi tiết một số điều"),
            "Nghị định số 98/2023/NĐ-CP quy định chi tiết một số điều",
        ),
    ],
)
def test_a_document_is_named_by_what_is_known_of_it(cited, form):
    assert document_citation(cited) == form


def test_days_take_a_zero_below_ten_and_months_below_three():
    assert day_in_words(dt.date(2026, 1, 5)) == "ngày 05 tháng 01 năm 2026"
    assert day_in_words(dt.date(2026, 10, 15)) == "ngày 15 tháng 10 năm 2026"
