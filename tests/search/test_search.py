"""What a reader finds, however it is typed, and what nobody else's search betrays."""

from __future__ import annotations

import unicodedata

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.audience import Audience
from search.models import Passage
from search.query import search, suggest
from search.results import SearchRequest
from tests.builders import make_honoree, make_news, make_plan, make_regulation

VISITOR = AnonymousUser()
LAW = """Điều 22. Danh hiệu khác
Nội dung khác.
Điều 23. Danh hiệu “Chiến sĩ thi đua cơ sở”
1. Danh hiệu “Chiến sĩ thi đua cơ sở” để tặng cho cá nhân đạt tiêu chuẩn.
Điều 24. Danh hiệu “Lao động tiên tiến”
Hòa bình và ủy ban."""


def titles(found):
    return [result.page.title for result in found.results]


@pytest.fixture
def law(db):
    return make_regulation("Luật Thi đua", text=LAW, number="06/2022/QH15")


@pytest.mark.parametrize(
    "typed",
    [
        "chiến sĩ thi đua cơ sở",
        "chien si thi dua co so",
        "CHIEN SY THI DUA CO SO",
        unicodedata.normalize("NFD", "chiến sĩ thi đua cơ sở"),
        "  chiến\u00a0sĩ thi  đua, cơ sở ",
    ],
)
def test_the_article_is_found_however_it_is_typed(law, staff, typed):
    found = search(SearchRequest(typed), staff)
    assert found.results[0].hits[0].label.startswith("Điều 23")
    assert found.results[0].hits[0].url.endswith("#dieu-23")


@pytest.mark.parametrize("typed", ["hoà bình", "hòa bình", "hoa binh", "uỷ ban", "ủy ban"])
def test_tone_placement_does_not_matter(law, staff, typed):
    assert search(SearchRequest(typed), staff).total == 1


@pytest.mark.parametrize(
    "typed",
    [
        "4552/KH-SGDĐT",
        "4552/KH-SGDDT",
        "4552 kh sgddt",
        "4552-KH-SGDĐT",
        "số 4552/kh-sgdđt",
        "kế hoạch 4552/KH-SGD&ĐT",
    ],
)
def test_a_number_finds_the_plan_that_cites_it(staff, typed, db):
    plan = make_plan(text="I. MỤC ĐÍCH\nCăn cứ Kế hoạch số 4552/KH-SGDĐT ngày 20/12/2024 của Sở;")
    make_plan("Kế hoạch khác", text="I. MỤC ĐÍCH\nNội dung khác.")
    assert titles(search(SearchRequest(typed), staff)) == [plan.title]


def test_the_document_itself_stands_before_those_that_cite_it(staff, db):
    make_plan("Bản dẫn", text="I. NỘI DUNG\nCăn cứ Kế hoạch số 12/KH-MNYH ngày 01/02/2025;")
    make_plan("Bản gốc", number="12/KH-MNYH")
    found = search(SearchRequest("12/KH-MNYH"), staff)
    assert [card.page.title for card in found.cards] == ["Bản gốc"]
    assert titles(found) == ["Bản dẫn"]
    assert found.total == 2


def test_right_marks_outrank_folded_matches(db):
    make_news("Bảng khen", lead="x")
    make_news("Bằng khen", lead="x")
    assert titles(search(SearchRequest("bằng khen"), VISITOR))[0] == "Bằng khen"
    assert titles(search(SearchRequest("bảng khen"), VISITOR))[0] == "Bảng khen"
    assert search(SearchRequest("bang khen"), VISITOR).total == 2


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        (Audience.PUBLIC, {"visitor", "staff", "council"}),
        (Audience.STAFF, {"staff", "council"}),
        (Audience.COUNCIL, {"council"}),
    ],
)
def test_nothing_unseen_is_found_counted_or_suggested(staff, council, audience, seen):
    make_news("Tin chim yến", audience=audience)
    for name, user in (("visitor", VISITOR), ("staff", staff), ("council", council)):
        found = search(SearchRequest("chim yen"), user)
        expected = 1 if name in seen else 0
        assert (found.total, sum(value.count for value in found.facet("loai").values)) == (
            expected,
            expected,
        )
        assert len(suggest("chim yen", user)) == expected


def test_the_index_follows_publication(db):
    story = make_news("Tin chim yến", live=False)
    assert search(SearchRequest("chim yến"), VISITOR).total == 0
    story.get_latest_revision().publish()
    assert search(SearchRequest("chim yến"), VISITOR).total == 1
    story.refresh_from_db()
    story.unpublish()
    assert not Passage.objects.filter(page_id=story.pk).exists()


def test_an_expired_page_is_gone_at_once(db):
    story = make_news("Tin chim yến")
    story.expire_at = timezone.now()
    story.save()
    assert search(SearchRequest("chim yến"), VISITOR).total == 0


def test_a_change_of_audience_takes_effect_with_publication(db):
    story = make_news("Tin chim yến")
    story.audience = Audience.STAFF
    revision = story.save_revision()
    assert search(SearchRequest("chim yến"), VISITOR).total == 1
    revision.publish()
    assert search(SearchRequest("chim yến"), VISITOR).total == 0


def test_relaxed_results_say_so(law, staff):
    found = search(SearchRequest("chiến sĩ thi đua cơ sở vũ trụ"), staff)
    assert found.relaxed
    assert titles(found) == ["Luật Thi đua"]


def test_a_facet_is_counted_without_its_own_filter(db):
    make_news("Hoa sen một", lead="x")
    make_honoree("Hoa Sen")
    found = search(SearchRequest("hoa sen", kinds=frozenset({"newspage"})), VISITOR)
    assert found.total == 1
    assert {value.value: value.count for value in found.facet("loai").values} == {
        "newspage": 1,
        "honoreepage": 1,
    }


def test_the_snippet_marks_the_original_spelling(law, staff):
    pieces = search(SearchRequest("tieu chuan"), staff).results[0].hits[0].snippet
    assert ("tiêu", True) in pieces
    assert ("chuẩn", True) in pieces


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=400))
def test_no_input_raises(client, law, typed):
    assert client.get("/tim-kiem/", {"q": typed, "trang": typed, "loai": typed}).status_code == 200


@pytest.mark.parametrize(
    "typed", ['"', "a AND", "' OR 1=1 --", "\x00", "*", "%_", "😀", "x" * 10_000]
)
def test_hostile_queries_get_an_answer(client, law, typed):
    assert client.get("/tim-kiem/", {"q": typed}).status_code == 200
    assert client.get("/tim-kiem/goi-y/", {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "typed",
    [
        "hoa sen",
        "hoa sem",
        '"hoa sen" -xanh',
        "12/QĐ-MNHS hoa sen xanh",
        "hoa sen mọc ở nơi nào thì đẹp nhất trong xóm",
    ],
)
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries, typed, db):
    for number in range(12):
        make_news(f"Hoa sen {number}")
    make_regulation("Hoa sen", number="12/QĐ-MNHS", audience=Audience.PUBLIC)
    client.get("/tim-kiem/", {"q": typed})
    with django_assert_max_num_queries(12):
        client.get("/tim-kiem/", {"q": typed})
