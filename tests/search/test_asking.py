"""Numbers, phrases, exclusions, short forms, spelling, filters, effect and order of results."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.audience import Audience
from pages.models import PortalPage
from regulations.models import DocumentType
from regulations.models.relation import Relation
from search.query import rank, search, suggest
from search.results import NEWEST, SearchRequest
from tests.builders import make_news, make_organization, make_regulation

VISITOR = AnonymousUser()
LAW = """Điều 1. Phạm vi
Thi đua trong trường học.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
Danh hiệu để tặng cho cá nhân đạt tiêu chuẩn.
Điều 24. Danh hiệu “Lao động tiên tiến”
Chiến sĩ được khen, cơ sở thi đua."""
PUBLIC_STATUTE = {"document_type": DocumentType.STATUTE, "audience": Audience.PUBLIC}


def ask(text, user=VISITOR, **fields):
    return search(SearchRequest(text, **fields), user)


def titles(found):
    return [result.page.title for result in found.results]


def counts(found, parameter):
    return {value.value: value.count for value in found.facet(parameter).values}


def replace_with(old, new, day=dt.date(2024, 1, 1)):
    """`new` replaces `old` from `day` on."""
    new.relations.add(Relation(target=old, kind=Relation.Kind.REPLACES, takes_effect_on=day))
    new.save_revision().publish()


@pytest.fixture
def law(db):
    return make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")


@pytest.fixture
def old_and_new(db):
    """An old statute that says more of hens than the one that replaced it."""
    text = "Điều 1. Gà mái\nGà mái."
    old = make_regulation(
        "Quy chế gà mái", text=text, issued_on=dt.date(2020, 1, 1), **PUBLIC_STATUTE
    )
    new = make_regulation(
        "Quy chế mới", text=text, issued_on=dt.date(2023, 12, 1), **PUBLIC_STATUTE
    )
    replace_with(old, new)
    return old, new


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


def test_a_superseded_text_stands_below_its_replacement(old_and_new):
    assert titles(ask("gà mái")) == ["Quy chế mới", "Quy chế gà mái"]


def test_a_replacement_that_matches_less_well_stands_above_all_the_same(db, monkeypatch):
    monkeypatch.setattr("search.finding.finder.MANY", 0)
    old = make_regulation("Gà mái", text="Điều 1. Gà mái\nGà mái.", **PUBLIC_STATUTE)
    new = make_regulation("Quy chế", text="Điều 1. Gia cầm\nGà rồi mái.", **PUBLIC_STATUTE)
    replace_with(old, new)
    pages = [search(SearchRequest("gà mái", page=at), VISITOR, per_page=1) for at in (1, 2)]
    assert [titles(found) for found in pages] == [["Quy chế"], ["Gà mái"]]


def test_effect_is_told_as_of_this_second(db, monkeypatch):
    day = dt.date(2024, 1, 1)
    law = make_regulation("Gà mái", effective_on=day, **PUBLIC_STATUTE)
    other = make_regulation("Khác", effective_on=day, **PUBLIC_STATUTE)
    other.relations.add(Relation(target=law, kind=Relation.Kind.AMENDS, takes_effect_on=day))
    other.save_revision().publish()
    later = timezone.now() + dt.timedelta(hours=1)
    PortalPage.objects.filter(pk=other.pk).update(expire_at=later)
    assert counts(ask("gà mái"), "hieu-luc") == {"partly": 1}
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert counts(ask("gà mái"), "hieu-luc") == {"in-force": 1}


def test_effect_is_told_as_of_the_day_asked(old_and_new):
    found = ask("gà mái", day=dt.date(2022, 5, 1))
    assert titles(found)[0] == "Quy chế gà mái"
    assert [str(one.page.record.effect.status) for one in found.results] == ["in-force", "not-yet"]
    assert "?ngay=2022-05-01" in found.results[0].hits[0].url


def test_expired_documents_are_left_out_and_counted(old_and_new):
    found = ask("gà mái", with_expired=False)
    assert (titles(found), found.total, found.hidden_expired) == (["Quy chế mới"], 1, 1)
    assert counts(found, "hieu-luc") == {"in-force": 1, "expired": 1}


def test_a_chosen_effect_is_a_filter(old_and_new):
    found = ask("gà mái", effects=frozenset({"expired"}), with_expired=False)
    assert (titles(found), found.hidden_expired) == (["Quy chế gà mái"], 0)


def test_each_facet_is_counted_without_its_own_filter(staff, db):
    issuer = make_organization("Sở Mẫu")
    for year, kind in ((2023, DocumentType.PLAN), (2024, DocumentType.STATUTE)):
        make_regulation(
            f"Gà mái {year}", issuer=issuer, issued_on=dt.date(year, 5, 1), document_type=kind
        )
    found = ask("gà mái", staff, years=frozenset({"2023"}))
    assert titles(found) == ["Gà mái 2023"]
    assert counts(found, "nam") == {"2024": 1, "2023": 1}
    assert counts(found, "loai-van-ban") == {"plan": 1}
    assert counts(found, "noi-ban-hanh") == {"so mau": 1}
    assert found.facet("noi-ban-hanh").values[0].label == "Sở Mẫu"
    assert titles(ask("gà mái", staff, issuers=frozenset({"so mau"}))) != []
    assert titles(ask("gà mái", staff, types=frozenset({"statute"}))) == ["Gà mái 2024"]


def test_values_that_nothing_has_choose_nothing(db):
    make_news("Hoa sen")
    nonsense = frozenset({"x", "\x00", "９９", "99999"})
    fields = dict.fromkeys(("kinds", "types", "years", "effects"), nonsense)
    assert ask("hoa sen", **fields).total == 1
    assert ask("hoa sen", issuers=nonsense).total == 0


def test_filters_without_words_list_what_they_choose(db):
    make_news("Hoa sen")
    assert titles(ask("", kinds=frozenset({"newspage"}))) == ["Hoa sen"]
    assert ask("").total == 0


def test_the_newest_first(db):
    for title, day in (("Hoa sen cũ", 1), ("Hoa sen mới", 9), ("Hoa sen vừa", 5)):
        make_news(title, published_on=dt.date(2025, 1, day))
    assert titles(ask("hoa sen", order=NEWEST)) == ["Hoa sen mới", "Hoa sen vừa", "Hoa sen cũ"]


@pytest.mark.parametrize("order", ["", NEWEST])
def test_every_page_of_results_is_reached_once(db, monkeypatch, order):
    monkeypatch.setattr("search.finding.statements.MOST_OF_TIER", 4)
    for number in range(13):
        make_news(f"Hoa sen {number}")
    pages = [ask("hoa sen", page=number, order=order) for number in (1, 2)]
    assert [len(found.results) for found in pages] == [10, 3]
    assert len({title for found in pages for title in titles(found)}) == 13
    assert ask("hoa sen", page="9").number == 2


def test_passages_of_one_document_stand_together(law, staff):
    found = ask("thi đua", staff)
    assert found.total == 1
    assert len(found.results[0].hits) == 3
    assert found.results[0].more_hits == 1


def test_a_passage_far_from_the_best_is_only_counted(staff, db):
    text = f"Điều 1. Giấy khen\nGiấy khen.\nĐiều 2. Khác\nGiấy khen {'và điều khác ' * 40}"
    make_regulation("Luật khác", text=text)
    found = ask("giấy khen", staff)
    assert [hit.label for hit in found.results[0].hits] == ["Điều 1 Giấy khen"]
    assert found.results[0].more_hits == 1


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


def test_an_article_alone_is_looked_for_in_laws_in_force_first(articles, staff):
    found = ask("điều 23", staff)
    wanted = ["Văn bản law", "Văn bản decree", "Văn bản circular", "Văn bản code"]
    assert titles(found) == [*wanted, "Điều 23 nói gì"]
    assert all(one.hits[0].label.startswith("Điều 23") for one in found.results[:4])
    suggested = [one.title.partition("(")[2] for one in suggest("dieu 23", staff)]
    assert suggested == [f"{title})" for title in wanted]
    assert suggest("điều 23", VISITOR) == suggest("điều 29", staff) == []


def test_why_a_hit_is_there_is_told_when_asked(law, staff):
    hit = ask("chien si thi dua co so", staff, explain=True).results[0].hits[0]
    assert len(hit.reasons) > 5
    assert hit.reasons[1].figure > 0
    assert ask("chien si", staff).results[0].hits[0].reasons == ()


def test_only_the_pages_asked_about_are_searched(db):
    first, second = make_news("Hoa sen một"), make_news("Hoa sen hai")
    assert titles(ask("hoa sen", among=frozenset({second.pk}))) == [second.title]
    assert ask("hoa sen", among=frozenset()).total == 0
    assert ask("hoa sen", among=frozenset({first.pk, second.pk})).total == 2


def test_the_ranking_alone_gives_the_same_order(law, staff):
    places = rank(SearchRequest("chiến sĩ thi đua cơ sở"), staff)
    assert places[0][0] == law.pk
    assert len(places) == 2


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("chien si", "Điều 23 Danh hiệu “Chiến sĩ thi đua cơ sở” (Luật Thi đua)"),
        ("thi đu", "Luật Thi đua"),
        ("06/2022", "06/2022/QH15: Luật Thi đua"),
        ("số 06/2022/QH15", "06/2022/QH15: Luật Thi đua"),
    ],
)
def test_what_goes_on_as_typed_is_suggested(law, staff, typed, suggested):
    assert suggest(typed, staff)[0].title == suggested
    assert suggest(typed, VISITOR) == []


def test_typed_marks_put_what_has_them_first_and_lose_nothing(db):
    for title in ("Bảng khen tặng", "Bằng khen tặng"):
        make_news(title)
    assert [one.title for one in suggest("bằng kh", VISITOR)] == [
        "Bằng khen tặng",
        "Bảng khen tặng",
    ]


def test_a_long_beginning_is_compared_to_its_end(db):
    make_news("Hội thi giáo viên dạy giỏi cấp thành phố năm học mới")
    make_news("Hội thi giáo viên dạy giỏi cấp thành phố năm trước")
    typed = "hội thi giáo viên dạy giỏi cấp thành phố năm h"
    assert len(suggest(typed, VISITOR)) == 1
