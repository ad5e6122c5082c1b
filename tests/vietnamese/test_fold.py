"""Folding: what no longer matters, and what still does."""

from __future__ import annotations

import pytest

from vietnamese import exact, fold, has_marks, without_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("khoẻ", "khỏe"),
        ("kỹ", "kĩ"),
        ("lý", "lí"),
        ("quý", "quí"),
        ("sĩ", "sỹ"),
        ("tỷ", "tỉ"),
        ("Mỹ", "Mĩ"),
        ("\u00d0iều", "Điều"),
        ("thi\u00a0đua", "thi đua"),
        ("thi\u200bđua", "thiđua"),
        ("2021–2025", "2021-2025"),
        ("“tốt”", '"tốt"'),
        ("08/01", "8/1"),
        ("Н\u041e\u0410", "HOA"),
    ],
)
def test_two_spellings_of_one_thing_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["tuy", "hay", "ngày", "thủy", "uy"])
def test_y_stays_where_it_is_not_another_spelling_of_i(word):
    assert fold(word).endswith("y")


def test_exact_ignores_the_place_of_the_tone_but_not_the_tone():
    assert exact("hoà") == exact("hòa") == "hoa1"
    assert exact("tuyên") != exact("tuyến")
    assert exact("cờ") != exact("cơ")


def test_exact_keeps_a_paper_size_apart_from_a_toned_letter():
    forms = {exact(word) for word in ("a4", "á", "a", "a40", "à")}
    assert len(forms) == 5


def test_marks_are_noticed():
    assert has_marks("khen thưởng")
    assert has_marks("đ")
    assert not has_marks("khen thuong 2025")


def test_case_survives_when_only_marks_go():
    assert without_marks("Đỗ Thị Ánh") == "Do Thi Anh"
