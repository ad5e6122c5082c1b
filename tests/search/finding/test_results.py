"""Effect, facets, filters and order of what is found."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from accounts.audience import Audience
from pages.models import PortalPage
from regulations.models import DocumentType
from regulations.models.relation import Relation
from search.query import rank, search
from search.results import NEWEST, SearchRequest
from tests.builders import make_news, make_organization, make_regulation
from tests.search.asked import VISITOR, ask, replace_with, titles

PUBLIC_STATUTE = {"document_type": DocumentType.STATUTE, "audience": Audience.PUBLIC}


def counts(found, parameter):
    return {value.value: value.count for value in found.facet(parameter).values}


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
