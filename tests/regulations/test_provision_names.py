"""Provisions as people name them."""

from __future__ import annotations

import pytest

from regulations.provision_names import anchor_in, first_anchor, read_provision_names


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("Điều 5", ["dieu-5"]),
        ("Điều 5, khoản 2 Điều 7", ["dieu-5", "dieu-7-khoan-2"]),
        ("điểm a, b khoản 1 Điều 9", ["dieu-9-khoan-1-diem-a", "dieu-9-khoan-1-diem-b"]),
        ("điểm đ khoản 3 Điều 7", ["dieu-7-khoan-3-diem-dd"]),
        ("khoản 1, khoản 2 và điểm a khoản 3 Điều 7", None),
        ("Điều 7 khoản 2", ["dieu-7-khoan-2"]),
        ("các Điều 5, 6 và 7", ["dieu-5", "dieu-6", "dieu-7"]),
        ("từ Điều 5 đến hết Điều 8", ["dieu-5", "dieu-6", "dieu-7", "dieu-8"]),
        ("Điều 5-7", ["dieu-5", "dieu-6", "dieu-7"]),
        ("Điều 5a; Chương II", ["dieu-5a", "chuong-ii"]),
        ("mục 1 Chương II", ["chuong-ii-muc-1"]),
        ("khoản 1 Điều 5 Chương II", ["dieu-5-khoan-1"]),
        ("Điều 3 Phụ lục I", ["phu-luc-i-dieu-3"]),
        ("phần thứ hai", ["phan-thu-hai"]),
        ("mục 4 phần II", ["phan-ii-muc-4"]),
        ("khoản 1 Điều 5 (cụm từ “Sở Nội vụ”)", ["dieu-5-khoan-1"]),
        ("ĐIỀU 5 VÀ ĐIỀU 6.", ["dieu-5", "dieu-6"]),
        ("", []),
    ],
)
def test_names_lead_to_anchors(text, anchors):
    found = read_provision_names(text)
    expected = anchors
    if anchors is None:
        expected = ["dieu-7-khoan-1", "dieu-7-khoan-2", "dieu-7-khoan-3-diem-a"]
    assert [name.anchors[0] for name in found.names] == expected
    assert found.unread == ""


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Điều năm", "Điều năm"),
        ("một số điều", "một số điều"),
        ("Điều 5, nhiều nội dung khác", "nhiều nội dung khác"),
    ],
)
def test_what_names_nothing_is_told(text, unread):
    assert read_provision_names(text).unread == unread


def test_a_plan_numbers_its_parts_otherwise():
    (name,) = read_provision_names("khoản 1 mục II").names
    assert anchor_in(name, {"phan-ii", "phan-ii-muc-1"}.__contains__) == "phan-ii-muc-1"
    assert anchor_in(name, {"dieu-1"}.__contains__) == ""


def test_words_are_those_of_a_citation():
    names = read_provision_names("Điều 9 khoản 1 điểm b, Mục iv").names
    assert [name.words for name in names] == ["điểm b khoản 1 Điều 9", "mục IV"]


def test_the_first_of_several():
    assert first_anchor("khoản 2 Điều 1, Điều 3") == "dieu-1-khoan-2"
    assert first_anchor("") == ""
