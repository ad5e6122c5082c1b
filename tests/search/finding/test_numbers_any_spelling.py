"""A document's number, in any of six spellings, leads to the document first."""

from __future__ import annotations

from collections import defaultdict

import pytest

from search.query import search
from search.results import SearchRequest
from tests.builders import make_regulation, make_user
from tests.search.sets.number_spellings import answers, six_spellings
from tests.standing import standing
from vietnamese import number_key

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("numbers")]

NORMATIVE = (
    *("152/2025/NĐ-CP", "98/2023/NĐ-CP", "30/2020/NĐ-CP", "06/2022/QH15", "43/2019/QH14"),
    *("01/2018/UBTVQH14", "29/2023/TT-BGDĐT", "45/2025/TT-BYT", "29/2014/TTLT-BGDĐT-BNV"),
    *("14/2024/QĐ-UBND", "14/2025/QĐ-UBND", "07/2024/NQ-HĐND", "12/2024/CT-TTg", "7/2025/L-CTN"),
)
ADMINISTRATIVE = (
    *("4552/KH-SGDĐT", "396/KH-UBND", "397/KH-UBND", "396/QĐ-UBND", "01/KH-HĐTĐKT"),
    *("133/KH-HĐTĐKT", "118/KH-PGDĐT", "59/QĐ-THCS.NTT", "10/QĐ-MN", "21/TTr-THCS", "05/BC-TH"),
    *("7/TB-THPT", "33/BB-HĐSK", "45/CV-MNHS", "17/GM-UBND", "9/HD-BTĐKT", "224/CĐ-TTg"),
    *("97/VBHN-BQP", "88/CTr-UBND", "6/ĐA-UBND", "14/PA-SGDĐT", "3/QC-THPT", "1/QyĐ-HĐTĐKT"),
    *("04/QĐ-BCĐ138", "2015/QĐ-UBND", "3/NQ-HĐTr", "3257/TNI-QLDN1"),
)
DISPATCHES = (
    *("1581/BGDĐT-GDPT", "2902/BNV-VP", "299/UBND-TTHC", "391/SYT-TCCB", "77/LĐTBXH-TL"),
    *("5155/SGDĐT-GDTXNNĐH", "18/MNYH-CM", "11554/VPCP-V.I", "17899/BTC-VP"),
)
PARTY = (
    *("137-KL/TW", "36-NQ/TW", "69-QĐ/TW", "34-CT/TW", "06-HD/BTCTW", "34-CTr/TU", "12-KH/ĐU"),
    *("432-TB/VPTW", "91-BC/QU"),
)
LETTERS_AND_ZEROS = ("3176B/QĐ-SYT", "12a/QĐ-THPT", "0125/KH-UBND", "02144/QĐ-UBND")
THREE_PARTS_AND_OLD = ("2004/KH-SYT-CĐN", "15/KH-LĐLĐ-CĐGD", "144/2002/QĐ/BTC", "36/CP", "327/TTg")
NUMBERS = (
    *(*NORMATIVE, *ADMINISTRATIVE, *DISPATCHES),
    *(*PARTY, *LETTERS_AND_ZEROS, *THREE_PARTS_AND_OLD),
)
# Two offices may give out one number: then there is a choice.
GIVEN_TWICE = ("396/KH-UBND", "01/KH-HĐTĐKT")


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    """A document for each number, and somebody who may read them."""
    with standing(django_db_blocker):
        for number in (*NUMBERS, *GIVEN_TWICE):
            make_regulation("Văn bản", number=number, text="Điều 1. Phạm vi\nNội dung.")
        yield make_user("can-bo", "Staff")


@pytest.mark.parametrize("spelling", six_spellings(NUMBERS[0]))
def test_the_document_comes_first(library, spelling):
    missed = defaultdict(list)
    for number in NUMBERS:
        typed = six_spellings(number)[spelling]
        found = answers(search(SearchRequest(typed), library), number_key(number))
        if found != (2 if number in GIVEN_TWICE else 1):
            missed[typed].append(found)
    assert not missed


def test_the_sample_has_all_families_and_no_number_twice():
    assert len({number_key(number) for number in NUMBERS}) == len(NUMBERS) >= 60
