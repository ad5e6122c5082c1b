"""The best passage first, also for a question of which no page has every word."""

from __future__ import annotations

from search.query import search
from search.results import SearchRequest
from tests.builders import make_regulation

LAW = """Điều 3. Giải thích từ ngữ
Thi đua là hoạt động có tổ chức.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
Danh hiệu để tặng cho cá nhân đạt tiêu chuẩn."""


def test_a_question_finds_the_article_that_shares_most_of_it(staff, db):
    make_regulation("Luật khác", text="Điều 1. Cơ sở\nCơ sở.", number="01/2020/QH14")
    make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")
    found = search(SearchRequest("muon duoc chien si thi dua co so thi can nhung gi"), staff)
    assert found.relaxed
    assert found.results[0].page.title == "Luật Thi đua"
    assert found.results[0].hits[0].label.startswith("Điều 23")


def test_a_document_tells_its_effect(staff, db):
    make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")
    assert search(SearchRequest("thi đua"), staff).results[0].page.record.effect.status == "unknown"
