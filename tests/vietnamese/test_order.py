"""Alphabetical order, names of people, addresses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vietnamese import name_sort_key, slugify, sort_key


def in_order(words):
    backwards = words[::-1]
    return sorted(backwards, key=sort_key) == words


def test_letters_in_the_order_of_the_alphabet():
    letters = ["an", "ăn", "ân", "bạn", "can", "dan", "đan", "en", "ên", "in", "on", "ôn", "ơn"]
    assert in_order([*letters, "un", "ưn"])


def test_tones_in_the_order_of_the_dictionary():
    assert in_order(["ma", "mà", "mả", "mã", "má", "mạ", "man", "màn"])


def test_tones_count_after_all_letters_of_a_syllable():
    assert in_order(["ba na", "bà a", "bản", "bán", "bang"])


def test_numbers_count_by_value():
    assert in_order(["Điều 2", "Điều 9", "Điều 10", "Điều 96"])


def test_people_by_given_name_then_family_name():
    people = ["Trần Thị An", "Đỗ Ánh", "Nguyễn Văn Ánh", "Phạm Ăn", "Lê Ân", "Vũ Đức", "Cao Y"]
    backwards = people[::-1]
    assert sorted(backwards, key=name_sort_key) == people


def test_a_name_may_be_empty():
    assert name_sort_key("  ") == ""


def test_addresses_are_ascii_and_keep_d():
    assert slugify("Đổi mới, sáng tạo – “Dạy và học” 2025") == "doi-moi-sang-tao-day-va-hoc-2025"
    assert slugify("Trường Mầm non Yên Hoà") == "truong-mam-non-yen-hoa"
    assert slugify("中文") == ""


@given(st.text())
def test_an_address_is_its_own_address(text):
    assert slugify(text).isascii()
    assert slugify(slugify(text)) == slugify(text)


@given(st.text(alphabet="aàăằâbcdđeêgiklmnoôơpqrstuưvxy AĐƠ019-,"))
def test_keys_are_plain_ascii_so_that_any_collation_agrees(text):
    assert sort_key(text).isascii()
