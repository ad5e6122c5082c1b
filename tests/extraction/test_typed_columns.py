"""Heads and feet set in two columns with blanks or tabs."""

from __future__ import annotations

from extraction.formats.decoding import Decoded
from extraction.formats.typed_columns import set_columns

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def columns(*lines):
    return [line.text.strip() for line in set_columns([Decoded(line) for line in lines])]


def test_one_tab_is_enough_where_the_first_line_has_one():
    found = columns(f"BỘ TÀI CHÍNH\t{MOTTO}", "\tĐộc lập", "Số: 5\tHà Nội, ngày 5 tháng 3 năm 2026")
    assert found == [
        *("BỘ TÀI CHÍNH", "Số: 5", "", MOTTO, "Độc lập", "Hà Nội, ngày 5 tháng 3 năm 2026", ""),
    ]


def test_centred_tabs_begin_both_columns():
    found = columns(f"\tBỘ TÀI CHÍNH\t{MOTTO}", "\tSố: 5", "\t\tĐộc lập", "Điều 1.")
    assert found == ["BỘ TÀI CHÍNH", "Số: 5", "", MOTTO, "Độc lập", "", "Điều 1."]


def test_the_parent_above_the_line_with_the_motto_belongs_to_the_left():
    found = columns("BỘ CÔNG AN          Mẫu 3", f"CỤC A          {MOTTO}", "Điều 1.")
    assert found == ["BỘ CÔNG AN", "CỤC A", "", "Mẫu 3", MOTTO, "", "Điều 1."]


def test_a_centred_title_below_ends_the_head():
    found = columns(f"BỘ TÀI CHÍNH{' ' * 20}{MOTTO}", f"{' ' * 12}QUYẾT ĐỊNH", f"{' ' * 8}Về việc")
    assert found == ["BỘ TÀI CHÍNH", "", MOTTO, "", "QUYẾT ĐỊNH", "Về việc"]


def test_sentences_with_wide_blanks_stay():
    lines = [
        "Nước   Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập",
        "gửi theo mục Nơi nhận     của văn bản",
        "1.\tMột",
        "a)      hai",
    ]
    assert columns(*lines) == lines


def test_halves_keep_what_was_stored():
    line = Decoded(f"BỘ TÀI CHÍNH     {MOTTO}", "tcvn3", "Bé TµI CHÝNH     CéNG HßA")
    left, _, right, _ = set_columns([line])
    assert (left.text, left.before) == ("BỘ TÀI CHÍNH", "Bé TµI CHÝNH")
    assert (right.text, right.before) == (MOTTO, "CéNG HßA")
