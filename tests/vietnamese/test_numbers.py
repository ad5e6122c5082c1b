"""Document numbers: one key for every spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import NumberFamily, find_numbers, find_printed_numbers, fold_number


@pytest.mark.parametrize(
    "spelling",
    [
        "4552/KH-SGDĐT",
        "4552/KH-SGDDT",
        "4552 kh sgddt",
        "4552-KH-SGDĐT",
        "4552/KH-SGD&ĐT",
        "4552/KH-SGD-ĐT",
        "4552 / KH - SGDĐT",
        "04552/KH-SGDĐT",
        "4552kh-sgddt",
        "4552/KH–SGDĐT",
        "4552/KH-SGDÐT",
        "số 4552/KH-SGDĐT",
        "Kế hoạch số 4552/KH-SGDĐT",
    ],
)
def test_every_spelling_has_the_same_key(spelling):
    assert fold_number(spelling) == "4552-kh-sgddt"


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("152/2025/NĐ-CP", "152-2025-nd-cp"),
        ("06/2022/QH15", "6-2022-qh15"),
        ("14/2024/QĐ-UBND", "14-2024-qd-ubnd"),
        ("59/QĐ-THCS.NTT", "59-qd-thcs-ntt"),
        ("3176B/QĐ-SYT", "3176b-qd-syt"),
        ("2004/KH-SYT-CĐN", "2004-kh-syt-cdn"),
        ("144 /2002/QĐ/BTC", "144-2002-qd-btc"),
        ("10./QĐ- MN", "10-qd-mn"),
        ("137-KL/TW", "137-kl-tw"),
        ("số 36/CP", "36-cp"),
        ("2566", "2566"),
        ("", ""),
    ],
)
def test_numbers_of_real_papers(printed, key):
    assert fold_number(printed) == key


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text):
    assert fold_number(fold_number(text)) == fold_number(text)


@pytest.mark.parametrize(
    ("text", "family", "code"),
    [
        ("Nghị định số 98/2023/NĐ-CP ngày", NumberFamily.NORMATIVE, "decree"),
        ("Luật số 06/2022/QH15.", NumberFamily.NORMATIVE, "law"),
        ("Kế hoạch 396/KH-UBND của", NumberFamily.ADMINISTRATIVE, "plan"),
        ("Kết luận số 137-KL/TW, ngày", NumberFamily.PARTY, "conclusion"),
    ],
)
def test_families_in_running_text(text, family, code):
    (found,) = find_printed_numbers(text)
    assert (found.family, found.document_type.code) == (family, code)
    assert text[found.start : found.end] == found.printed


def test_the_issuing_part_of_a_symbol():
    (found,) = find_printed_numbers("số 4552/KH-SGDĐT")
    assert found.issuer_symbol == "SGDĐT"
    assert found.matches("4552-kh-sgddt")
    assert not found.matches("4552-kh")


def test_a_number_glued_to_its_type():
    assert [match.key for match in find_numbers("4552kh sgddt")] == ["4552-kh-sgddt"]


def test_a_dispatch_has_no_type_in_its_symbol():
    (found,) = find_printed_numbers("Công văn 1581/BGDĐT-GDPT")
    assert found.document_type is None
    assert found.issuer_symbol == "BGDĐT-GDPT"


@pytest.mark.parametrize("text", ["ngày 24/7", "01/07/2025", "1/3 số trường", "năm học 2024-2025"])
def test_dates_and_fractions_are_no_numbers(text):
    assert find_printed_numbers(text) == []
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("4552 kh sgddt", "4552-kh-sgddt"),
        ("ke hoach 4552/KH-SGDDT nam 2025", "4552-kh-sgddt"),
        ("nd 98/2023/nd-cp", "98-2023-nd-cp"),
        ("1581 bgddt gdpt", "1581-bgddt-gdpt"),
        ("137-kl/tw", "137-kl-tw"),
        ("06 2022 qh15", "6-2022-qh15"),
        ("4552.kh.sgddt", "4552-kh-sgddt"),
        ("4552 KH SGD&ĐT", "4552-kh-sgddt"),
        ("4552/KH-SGDĐT TĐKT năm 2025", "4552-kh-sgddt"),
        ("11306vpcp nn", "11306-vpcp-nn"),
        ("17899btc vp", "17899-btc-vp"),
        ("3176bqd syt", "3176b-qd-syt"),
        ("391 syt tccb", "391-syt-tccb"),
        ("45 2025 tt byt", "45-2025-tt-byt"),
        ("6 ĐA UBND", "6-da-ubnd"),
        ("04 qd bcd138", "4-qd-bcd138"),
        ("34 ctr tu", "34-ctr-tu"),
        ("11554 VPCP V I", "11554-vpcp-v-i"),
        ("36/CP", "36-cp"),
        ("36cp", "36-cp"),
        ("kế hoạch 396 năm 2025", "396-kh"),
        ("quyết định 47 ngày 5/2/2025", "47-qd"),
        ("thông tư 29 bộ giáo dục", "29-tt"),
        ("quyết định số 2015", "2015-qd"),
    ],
)
def test_typed_numbers_are_found(query, key):
    assert [match.key for match in find_numbers(query)] == [key]


@pytest.mark.parametrize("rest", ["-họp", "- khen thưởng", "–họp"])
def test_a_word_behind_a_blank_and_a_dash_is_no_part_of_the_number(rest):
    (match,) = find_numbers(f"98/2023/NĐ-CP {rest}")
    assert match.key == "98-2023-nd-cp"


@pytest.mark.parametrize("query", ["nghị định 98", "ND 98/2023", "98/2023/NĐ", "nd 98", "tt 98"])
def test_a_type_and_a_number_are_a_partial_number(query):
    (match,) = find_numbers(query)
    assert match.family is NumberFamily.PARTIAL
    assert match.matches("98-2023-nd-cp") == (query != "tt 98")
    assert not match.matches("980-2023-nd-cp")


@pytest.mark.parametrize(
    "query",
    [
        *("điều 23 luật thi đua", "12 đã có", "năm 2025 kế hoạch", "kế hoạch 2025", "luật 2022"),
        *("báo cáo 6 tháng", "kế hoạch 3 năm", "2 chiến sĩ thi đua", "3 CSTĐ cơ sở", "tổng 3 skkn"),
        *("2025 UBND TP Hà Nội", "năm học 2024-2025 THPT CSTĐ", "khổ giấy A4", "50kg gạo", "24/7"),
        *("12 DA TRANG", "điều 90 HĐTĐKT TW", "15 HS THPT", "quý 1 thpt tdkt", "trên 70% cá nhân"),
    ],
)
def test_counted_things_are_no_numbers(query):
    assert find_numbers(query) == []


@given(st.text(max_size=80))
def test_any_query_is_taken_and_places_hold_what_was_typed(query):
    for match in find_numbers(query):
        assert query[match.start : match.end] == match.printed
