"""Statutes whole: every article once, in order, with its heading, clauses and points."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections import Counter

import pytest

from extraction import NodeKind, read_document
from tests.extraction.samples import CIRCULAR, DECREE, DOCUMENTS, LAW, read


def numbers(path, kind):
    return [node.number for node in read(path).outline.walk() if node.kind is kind]


@pytest.mark.parametrize(
    ("path", "chapters", "articles"), [(LAW, 8, 96), (DECREE, 7, 38), (CIRCULAR, 8, 38)]
)
def test_every_article_once_and_in_order(path, chapters, articles):
    assert numbers(path, NodeKind.ARTICLE) == [str(one) for one in range(1, articles + 1)]
    assert len(numbers(path, NodeKind.CHAPTER)) == chapters


@pytest.mark.parametrize("path", [LAW, DECREE])
def test_numbering_has_neither_gap_nor_repeat(path):
    assert read(path).outline.problems == ()


@pytest.mark.parametrize("path", [LAW, DECREE])
def test_headings_are_the_printed_lines(path):
    printed = re.findall(r"^Điều (\d+)\. (.+?)\s*$", read(path).text, re.MULTILINE)
    found = [
        (node.number, node.heading)
        for node in read(path).outline.walk()
        if node.kind is NodeKind.ARTICLE
    ]
    assert found == [(number, " ".join(heading.split())) for number, heading in printed]


def test_chapter_headings_lie_below_their_label():
    outline = read(LAW).outline
    assert outline.find("chuong-i").heading == "NHỮNG QUY ĐỊNH CHUNG"
    assert read(DECREE).outline.find("chuong-v").heading == (
        "QUẢN LÝ, SỬ DỤNG CON DẤU VÀ THIẾT BỊ LƯU KHÓA BÍ MẬT TRONG CÔNG TÁC VĂN THƯ"
    )


@pytest.mark.parametrize("path", [LAW, DECREE, CIRCULAR])
def test_every_clause_and_point_of_the_text_is_a_node(path):
    body = read(path).text[: read(path).outline.foot.start]
    lines = re.findall(r"^(\d+\.|[a-zđ]\))[\s“]", body[body.index("Điều 1.") :], re.MULTILINE)
    found = Counter(
        node.label
        for node in read(path).outline.walk()
        if node.kind in {NodeKind.CLAUSE, NodeKind.POINT}
    )
    assert found == Counter(lines)


def test_points_stand_in_clauses_and_clauses_in_articles():
    article = read(LAW).outline.find("dieu-23")
    assert [child.kind for child in article.children] == [NodeKind.CLAUSE] * len(article.children)
    point = read(LAW).outline.find("dieu-5-khoan-2-diem-c")
    assert point.text.startswith("Một hình thức khen thưởng có thể tặng nhiều lần")


@pytest.mark.parametrize("path", [LAW, DECREE, CIRCULAR])
def test_anchors_are_unique_and_ascii(path):
    anchors = [node.anchor for node in read(path).outline.walk()]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) for anchor in anchors)


def test_the_law_says_who_it_is():
    header = read(LAW).header
    assert header.number.value == "06/2022/QH15"
    assert header.number_key.value == "6-2022-qh15"
    assert header.issued_on.value == dt.date(2022, 6, 15)
    assert header.document_type.value.code == "law"
    assert header.issuer.value == "QUỐC HỘI"
    assert header.abstract.value == "THI ĐUA, KHEN THƯỞNG"
    assert read(LAW).effective_on.value == dt.date(2024, 1, 1)
    assert read(LAW).signature.name.value == "Vương Đình Huệ"


def test_the_circular_says_who_it_is():
    draft = read(CIRCULAR)
    assert draft.header.number.value == "03/2018/TT-BNG"
    assert draft.header.issuer.value == "BỘ NGOẠI GIAO"
    assert len(draft.bases) == 5
    assert draft.bases[0].law_key == "luat-thi-dua-khen-thuong-2003"


def test_the_decree_says_who_it_is():
    draft = read(DECREE)
    assert draft.header.number.value == "30/2020/NĐ-CP"
    assert draft.header.issued_on.value == dt.date(2020, 3, 5)
    assert draft.header.place.value == "Hà Nội"
    assert draft.signature.capacity.value == "TM."
    assert draft.signature.office.value == "THỦ TƯỚNG"
    assert draft.recipients[-1].name == "VT, HC (2)"


def test_a_law_without_a_head_is_dated_by_its_adoption():
    header = read(DOCUMENTS / "statutes" / "luat-giao-duc.txt").header
    assert header.issued_on.value == dt.date(2019, 6, 14)
    assert header.document_type.value.code == "law"
    assert header.number.is_missing


@pytest.mark.parametrize("path", sorted((DOCUMENTS / "statutes").glob("[bhl]*.txt")), ids=str)
def test_every_shipped_law_has_its_articles_in_order(path):
    found = [int(number) for number in numbers(path, NodeKind.ARTICLE)]
    assert found == sorted(set(found))
    assert len(found) > 30


def test_the_law_is_read_in_a_fraction_of_a_second():
    began = time.process_time()
    read_document(LAW)
    assert time.process_time() - began < 0.3
