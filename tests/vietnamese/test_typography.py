"""What is printed keeps together what belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import fold, tied, typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("theo Điều 24 của Luật", "theo Điều_24 của Luật"),
        ("khoản 1, điểm a", "khoản_1, điểm_a"),
        ("Chương II và Phụ lục III", "Chương_II và Phụ lục_III"),
        ("lớp A2, lớp 5 tuổi", "lớp_A2, lớp_5 tuổi"),
        ("ngày 20 tháng 11 năm 2026", "ngày_20 tháng_11 năm_2026"),
        ("năm học 2024 – 2025", "năm học_2024_– 2025"),
        ("đạt 15 % sau 3 tháng", "đạt 15_% sau 3_tháng"),
        ("TP. Hà Nội", "TP._Hà Nội"),
        ("Thi đua - Khen thưởng", "Thi đua_- Khen thưởng"),
        ("tổ chức một lớp học", "tổ chức một lớp học"),
        ("số điện thoại", "số điện thoại"),
        ("Kế hoạch 12/KH-MN", "Kế hoạch 12/KH-MN"),
    ],
)
def test_a_line_does_not_end_inside(typed, printed):
    assert tied(typed).replace("\u00a0", "_") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('phong trào "Dạy tốt"', "phong trào “Dạy tốt”"),
        ('"Một" và "hai"', "“Một” và “hai”"),
        ('màn hình 15"', 'màn hình 15"'),
        ("“Đã đúng”", "“Đã đúng”"),
        ("Thi đua - Khen thưởng", "Thi đua_– Khen thưởng"),
        ("số 12-KH", "số_12-KH"),
    ],
)
def test_own_words_have_printers_marks(typed, printed):
    assert typeset(typed).replace("\u00a0", "_") == printed


@given(st.text())
def test_it_is_read_and_found_as_before(text):
    assert fold(tied(text)) == fold(text)


@given(st.text(alphabet='aĐ12 -–"“”.%điềungày'))
def test_doing_it_twice_changes_nothing(text):
    assert tied(tied(text)) == tied(text)
    assert typeset(typeset(text)) == typeset(text)
