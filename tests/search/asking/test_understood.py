"""What is asked for is what was meant: numbers, phrases, exclusions, short forms, spelling."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from regulations.models import DocumentType
from search.query import suggest
from tests.builders import make_news, make_regulation
from tests.search.asked import LAW, VISITOR, ask, replace_with, titles


@pytest.fixture
def articles(db):
    """Documents of which each has the article 23, and one that speaks of it."""
    kinds = (DocumentType.CIRCULAR, DocumentType.LAW, DocumentType.DECREE, DocumentType.CODE)
    documents = [
        make_regulation(f"Văn bản {kind}", text=LAW, document_type=kind, number=f"{place}/2020/X-Y")
        for place, kind in enumerate(kinds, start=1)
    ]
    make_news("Điều 23 nói gì", lead="Điều 23.", audience=Audience.STAFF)
    replace_with(documents[3], documents[1])
    return documents


def test_several_documents_with_one_number_are_a_choice(staff, db):
    for title in ("Bản một", "Bản hai"):
        make_regulation(title, number="12/QĐ-MNHS", document_type=DocumentType.DECISION)
    found = ask("12 qđ mnhs", staff)
    assert {card.page.title for card in found.cards} == {"Bản một", "Bản hai"}
    assert (found.total, found.results) == (2, [])


def test_a_number_without_its_end_finds_the_document(law, staff):
    make_regulation("Nghị định", number="98/2023/NĐ-CP", document_type=DocumentType.DECREE)
    found = ask("nghị định 98", staff)
    assert [card.page.title for card in found.cards] == ["Nghị định"]


def test_words_beside_a_number_are_looked_for_in_that_document(law, staff):
    make_regulation("Luật khác", text=LAW, number="01/2020/QH14")
    found = ask("chiến sĩ 06/2022/QH15", staff)
    assert [card.page.title for card in found.cards] == ["Luật Thi đua"]
    assert titles(found) == ["Luật Thi đua"]


def test_a_phrase_is_meant_word_for_word(law, staff):
    make_regulation("Luật khác", text="Điều 1. Khác\nSĩ thi đua và chiến sĩ.")
    assert titles(ask('"chiến sĩ thi đua"', staff)) == ["Luật Thi đua"]
    assert ask('"chiến sĩ thi đua"', staff).results[0].more_hits == 0
    assert ask('"đua thi sĩ"', staff).relaxed


def test_a_phrase_in_a_title_counts(db):
    make_news("Cô giáo vùng cao nguyên")
    assert titles(ask('"giáo vùng cao"')) == ["Cô giáo vùng cao nguyên"]


def test_what_is_excluded_is_left_out(db):
    make_news("Hoa sen trắng")
    make_news("Hoa sen hồng")
    assert titles(ask("hoa sen -hồng")) == ["Hoa sen trắng"]


def test_a_phrase_is_excluded_as_a_phrase(db):
    for title in ("Thi đua khen thưởng", "Thi đua khen ngợi", "Thi đua, thưởng"):
        make_news(title)
    assert set(titles(ask('thi đua -"khen thưởng"'))) == {"Thi đua khen ngợi", "Thi đua, thưởng"}


def test_a_document_with_the_number_passes_the_filters_as_any_other(law, staff):
    make_news("Tin 06/2022/QH15", audience=Audience.STAFF)
    assert [card.page.title for card in ask("06/2022/QH15", staff).cards] == ["Luật Thi đua"]
    for chosen, wanted in (("newspage", "Tin 06/2022/QH15"), ("regulationpage", "Luật Thi đua")):
        found = ask("06/2022/QH15", staff, kinds=frozenset({chosen}))
        assert (titles(found), found.total, found.cards) == ([wanted], 1, [])
    assert ask("06/2022/QH15", staff, years=frozenset({"1999"})).total == 0


def test_quoted_keys_are_meant_as_typed(law, staff):
    found = ask('"chieens"', staff)
    assert (found.total, found.query.understood) == (0, ())


def test_abbreviations_find_what_is_written_out_and_back(law, staff):
    make_regulation("Bảng viết tắt", text="Điều 1. Xét\nXét tặng CSTĐCS.")
    assert set(titles(ask("CSTĐCS", staff))) == {"Luật Thi đua", "Bảng viết tắt"}
    assert "Bảng viết tắt" in titles(ask("chiến sĩ thi đua cơ sở", staff))


def test_an_ambiguous_abbreviation_never_pushes_out_direct_matches(db):
    make_news("Giáo viên giỏi", lead="Giáo viên giỏi giáo viên giỏi.")
    make_news("Phòng họp", lead="Nhóm GV giỏi gặp nhau.")
    assert titles(ask("GV giỏi")) == ["Phòng họp", "Giáo viên giỏi"]


def test_keys_left_undecoded_are_understood(law, staff):
    found = ask("chieens six thi ddua", staff)
    assert found.query.understood == (("chieens", "chiến"), ("six", "sĩ"), ("ddua", "đua"))
    assert found.results[0].hits[0].label.startswith("Điều 23")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chim yem", "chim yen"),
        ("chim yếm", "chim yến"),
        ("chimyen", "chim yen"),
        ("chm yen", "chim yen"),
    ],
)
def test_a_slip_is_corrected(db, typed, meant):
    make_news("Tin chim yến")
    assert ask(typed).did_you_mean == meant


def test_what_is_excluded_stays_so_in_the_other_spelling(db):
    make_news("Tin chim yến")
    make_news("Tin chim sâu")
    assert ask("chim yem -sâu").did_you_mean == 'chim yen -"sau"'
    assert ask("chim yem -tin").did_you_mean == ""


def test_no_word_is_proposed_that_only_others_may_read(staff, db):
    make_news("Tin chim yến", audience=Audience.STAFF)
    make_news("Tin chim")
    assert ask("chim yem").did_you_mean == ""
    assert ask("chim yem", staff).did_you_mean == "chim yen"


def test_what_was_found_needs_no_other_spelling(law, staff):
    assert ask("thi đua", staff).did_you_mean == ""


@pytest.mark.parametrize("typed", ["thi đua là gì", "thi dua la gi", "thi ddua laf gi"])
def test_words_that_only_ask_need_not_be_there(law, staff, typed):
    found = ask(typed, staff)
    assert (titles(found), found.relaxed) == (["Luật Thi đua"], False)


def test_words_that_only_ask_are_looked_for_first(law, staff):
    make_news("Thi đua là gì", audience=Audience.STAFF)
    assert titles(ask("thi đua là gì", staff)) == ["Thi đua là gì"]


def test_what_a_number_is_asks_for_its_document(law, staff):
    found = ask("luật 06/2022/QH15 là gì", staff)
    assert [card.page.title for card in found.cards] == ["Luật Thi đua"]
    assert found.total == 1


def test_a_number_is_read_when_its_type_was_left_undecoded(law, staff):
    make_regulation("Nghị định", number="98/2023/NĐ-CP", document_type=DocumentType.DECREE)
    found = ask("nghij ddinhj 98", staff)
    assert [card.page.title for card in found.cards] == ["Nghị định"]


def test_an_article_alone_is_looked_for_in_laws_in_force_first(articles, staff):
    found = ask("điều 23", staff)
    wanted = ["Văn bản law", "Văn bản decree", "Văn bản circular", "Văn bản code"]
    assert titles(found) == [*wanted, "Điều 23 nói gì"]
    assert all(one.hits[0].label.startswith("Điều 23") for one in found.results[:4])
    suggested = [one.title.partition("(")[2] for one in suggest("dieu 23", staff)]
    assert suggested == [f"{title})" for title in wanted]
    assert suggest("điều 23", VISITOR) == suggest("điều 29", staff) == []
