"""Names of bodies in capitals, as they stand in a sentence."""

from __future__ import annotations

import pytest

from vietnamese.proper_names import body_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CHÍNH PHỦ", "Chính phủ"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("UBND QUẬN HÀ ĐÔNG", "UBND quận Hà Đông"),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"),
        ("TRƯỜNG MẦM NON\nHOA SEN", "Trường Mầm non Hoa Sen"),
        ("BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG", "Ban Thi đua - Khen thưởng Trung ương"),
        ("Phòng GDĐT quận Hà Đông", "Phòng GDĐT quận Hà Đông"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(printed, name):
    assert body_name(printed) == name
