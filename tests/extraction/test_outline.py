"""Outlines: what opens a provision, what does not, and what is reported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction import (
    NodeKind,
    ProblemCode,
    Span,
    Table,
    draft_of,
    parse_outline,
    provision_anchor,
    read_text,
)
from tests.extraction.samples import document


def shape(*lines):
    return [(node.depth, node.label) for node in parse_outline("\n".join(lines)).walk()]


def test_quoted_articles_of_an_amending_law_are_no_articles():
    lines = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
        "1. Sửa đổi Điều 5 như sau:",
        "“Điều 5. Nguyên tắc",
        "1. Tự nguyện.",
        "2. Công khai “minh bạch”.”",
        "2. Bãi bỏ Điều 7.",
        "Điều 2. Hiệu lực thi hành",
        "Luật này có hiệu lực từ ngày 01/10/2026.",
    )
    assert shape(*lines) == [(0, "Điều 1"), (1, "1."), (1, "2."), (0, "Điều 2")]


def test_an_article_cited_at_the_start_of_a_line_is_none():
    lines = (
        "Điều 1. Việc xét tặng theo quy định tại khoản 2",
        "Điều 23 của Luật này và điểm a",
        "Điều 24.",
        "Điều 2. Hiệu lực",
        "Có hiệu lực từ ngày ký.",
    )
    assert shape(*lines) == [(0, "Điều 1"), (0, "Điều 2")]


def test_a_decision_whose_article_is_a_sentence_has_no_heading():
    outline = parse_outline("Điều 1. Tặng Giấy khen cho 05 cá nhân.\nĐiều 2. Hiệu lực\nTừ ngày ký.")
    assert [(node.heading, node.text) for node in outline.nodes] == [
        ("", "Tặng Giấy khen cho 05 cá nhân."),
        ("Hiệu lực", "Từ ngày ký."),
    ]


def test_points_d_and_dd_have_different_anchors():
    outline = parse_outline("Điều 1. Tên\n1. Gồm:\na) một;\nb) hai;\nc) ba;\nd) bốn;\nđ) năm.")
    anchors = [node.anchor for node in outline.walk()][-2:]
    assert anchors == ["dieu-1-khoan-1-diem-d", "dieu-1-khoan-1-diem-dd"]
    assert provision_anchor("1", "1", "đ") == anchors[-1]
    assert outline.problems == ()


def test_a_repeated_number_is_reported_and_keeps_both():
    outline = parse_outline("Điều 1. A\nmột.\nĐiều 2. B\nhai.\nĐiều 2. C\nba.")
    assert [node.anchor for node in outline.nodes] == ["dieu-1", "dieu-2", "dieu-2-2"]
    (problem,) = outline.problems
    assert (problem.code, problem.line) == (ProblemCode.OUTLINE_REPEAT, 5)


def test_a_missing_first_number_is_a_gap():
    outline = parse_outline("I. A\n1. Một\nchữ.\nII. B\n2. Hai\nchữ.")
    (problem,) = outline.problems
    assert problem.data == {"label": "2.", "after": "", "missing": "1"}


def test_a_heading_in_capitals_runs_over_lines():
    outline = parse_outline("I. NỘI DUNG THI ĐUA,\nTIÊU CHÍ\n\n1. Nội dung\nChữ.")
    assert outline.nodes[0].heading == "NỘI DUNG THI ĐUA, TIÊU CHÍ"


def test_a_plan_may_have_parts():
    lines = ("PHẦN THỨ NHẤT. KẾT QUẢ", "I. NĂM 2025", "Chữ.", "PHẦN THỨ HAI", "NHIỆM VỤ", "Chữ.")
    outline = parse_outline("\n".join(lines))
    assert [(node.anchor, node.heading) for node in outline.nodes] == [
        ("phan-thu-nhat", "KẾT QUẢ"),
        ("phan-thu-hai", "NHIỆM VỤ"),
    ]
    assert outline.problems == ()


def test_a_number_that_goes_on_counting_opens_even_after_an_unfinished_line():
    lines = ("I. CHUNG", "1. Một việc", "còn dở", "2. Hai việc", "chữ", "9. tháng là hạn")
    assert shape(*lines) == [(0, "I."), (1, "1."), (1, "2.")]


def test_dotted_numbers_without_a_dot_behind_need_their_parent():
    assert shape("I. A", "1. Một", "chữ.", "1.1 Con", "chữ.", "3.5 triệu đồng") == [
        (0, "I."),
        (1, "1."),
        (2, "1.1"),
    ]


def test_a_quotation_that_never_ends_hides_nothing():
    lines = ("Điều 1. Sửa đổi:", "“Điều 5. Nguyên tắc", "Chữ.", "Điều 2. Hiệu lực", "Chữ.")
    assert shape(*lines) == [(0, "Điều 1"), (0, "Điều 2")]


def test_straight_quotation_marks_quote_too():
    lines = ("Điều 1. Sửa đổi:", '"Điều 5. Nguyên tắc', '1. Tự nguyện.".', "Điều 2. Tên", "Chữ.")
    assert shape(*lines) == [(0, "Điều 1"), (0, "Điều 2")]


def test_a_missing_point_is_named_by_its_letter():
    outline = parse_outline("Điều 1. Tên\n1. Gồm:\na) một;\nb) hai;\nc) ba;\nd) bốn;\ne) năm.")
    (problem,) = outline.problems
    assert problem.data == {"label": "e)", "after": "d)", "missing": "đ"}


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        (("Thực hiện chỉ đạo, nhà trường lập kế hoạch:", "III. TỔ CHỨC", "Chữ."), "I, II"),
        (("A. CHUNG", "Chữ.", "D. THI ĐUA", "Chữ."), "B, C"),
        (("PHẦN THỨ NHẤT. CHUNG", "Chữ.", "PHẦN THỨ BA. RIÊNG", "Chữ."), "THỨ HAI"),
        (("I. A", "1. Một", "chữ.", "1.2. Con", "chữ."), "1.1"),
    ],
)
def test_what_is_missing_is_written_as_its_neighbour_is(lines, missing):
    (problem,) = parse_outline("\n".join(lines)).problems
    assert problem.data["missing"] == missing


def test_the_third_lettered_part_is_no_roman_hundred():
    outline = parse_outline("A. CHUNG\nChữ.\nB. RIÊNG\nChữ.\nC. THI ĐUA\nChữ.")
    assert [node.label for node in outline.nodes] == ["A.", "B.", "C."]
    assert outline.problems == ()


def test_numbers_of_several_levels_nest():
    lines = ("I. CHUNG", "1. Một", "chữ.", "1.1. Một một", "chữ.", "1.2. Một hai", "a) chữ.")
    assert shape(*lines) == [(0, "I."), (1, "1."), (2, "1.1."), (2, "1.2."), (3, "a)")]
    anchors = [node.anchor for node in parse_outline("\n".join(lines)).walk()]
    assert anchors[-1] == "phan-i-muc-1-2-diem-a"


def test_a_year_at_the_start_of_a_line_is_no_number():
    assert shape("I. CHUNG", "Kết quả đạt được trong năm", "2025. Trong đó có") == [(0, "I.")]


def test_an_attached_regulation_counts_anew():
    lines = (
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế.",
        "Điều 2. Quyết định có hiệu lực từ ngày ký.",
        "Nơi nhận:",
        "- Lưu: VT.",
        "HIỆU TRƯỞNG",
        "Lê Thị Mẫu",
        "QUY CHẾ",
        "(Kèm theo Quyết định số 5/QĐ-MNYH)",
        "Điều 1. Phạm vi",
        "Chữ.",
        "PHỤ LỤC I",
        "I. BIỂU MẪU",
        "Chữ.",
    )
    outline = parse_outline("\n".join(lines))
    annexes = [node for node in outline.nodes if node.kind is NodeKind.ANNEX]
    assert [node.label for node in annexes] == ["QUY CHẾ", "PHỤ LỤC I"]
    assert [node.anchor for node in annexes[0].children] == ["quy-che-dieu-1"]
    assert outline.problems == ()


def test_label_broken_from_its_number_by_a_web_page():
    assert shape("Điều", "1. Phạm vi", "Chữ.") == [(0, "Điều 1")]


def test_a_first_clause_on_the_line_of_its_article():
    assert shape("Điều 2. 1. Nhà nước.", "", "2. Nhân dân.") == [
        (0, "Điều 2"),
        (1, "1."),
        (1, "2."),
    ]


@given(st.text(alphabet="Điều 123.\nIVaăđ)“”“ABC-:;", max_size=300))
def test_any_text_has_an_outline_whose_nodes_nest(text):
    outline = parse_outline(text)
    for node in outline.walk():
        assert all(
            node.span.start <= child.span.start and child.span.end <= node.span.end
            for child in node.children
        )
        if node.text_span:
            assert text[node.text_span.start : node.text_span.end] == node.text


def test_rows_of_tables_open_nothing():
    text = "I. NỘI DUNG\nChữ.\n1. Nội dung\tĐiểm\n2. Việc khác\tĐiểm\nHết.\nII. TỔ CHỨC\nChữ."
    start, end = text.index("1. Nội"), text.index("\nHết")
    table = Table(Span(start, end), (("1. Nội dung", "Điểm"), ("2. Việc khác", "Điểm")))
    draft = draft_of(replace(read_text(text), tables=(table,)))
    assert [node.label for node in draft.outline.walk()] == ["I.", "II."]
    assert "1. Nội dung\tĐiểm" in draft.outline.nodes[0].text


def test_the_items_of_a_notice_are_its_outline():
    body = ("Ngày 03/01/2025, Chủ tịch kết luận như sau:", "1. Sở Nội vụ làm.", "2. Sở Y tế làm.")
    text = document(*body, number="Số: 1/TB-UBND", title=("THÔNG BÁO", "Kết luận"))
    assert [node.label for node in parse_outline(text).walk()] == ["1.", "2."]


def test_old_ways_of_numbering():
    legal = ("Điều 1: Nay ban hành", "1/ Quy định chung", "a/ Phạm vi", "b/ Đối tượng", "2- Khác")
    assert [label for _, label in shape(*legal)] == ["Điều 1", "1/", "a/", "b/", "2-"]
    plan = ("I.MỤC ĐÍCH", "Chữ.", "1.Thời gian", "Chữ.", "1.1.Sáng", "Chữ.", "II/ TỔ CHỨC")
    assert [label for _, label in shape(*plan)] == ["I.", "1.", "1.1.", "II/"]


def test_a_regulation_below_the_signature_is_an_annex_even_without_a_note():
    foot = ("Nơi nhận:", "- Lưu: VT.", "", "HIỆU TRƯỞNG", "", "Lê Thị Mẫu", "", "QUY CHẾ")
    text = document("Điều 1. Ban hành Quy chế.", foot=(*foot, "Điều 1. Phạm vi", "Chữ."))
    outline = parse_outline(text)
    assert [node.label for node in outline.walk()] == ["Điều 1", "QUY CHẾ", "Điều 1"]
    assert outline.problems == ()


def test_a_lettered_part_in_capitals_with_marks():
    lines = ("A. MỤC ĐÍCH", "I. YÊU CẦU CHUNG", "B. ĐỐI TƯỢNG", "I. TẬP THỂ")
    assert [node.kind for node in parse_outline("\n".join(lines)).walk()] == [
        NodeKind.PART,
        NodeKind.ROMAN,
        NodeKind.PART,
        NodeKind.ROMAN,
    ]
