"""What only others may read tells nobody anything: it changes no answer to any question."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.audience import Audience
from regulations.models import DocumentRecord
from search.query import search, suggest
from search.results import SearchRequest
from tests.builders import make_news, make_regulation

VISITOR = AnonymousUser()


def told(text):
    """All that a visitor is told."""
    found = search(SearchRequest(text), VISITOR)
    return (
        [result.page.title for result in (*found.cards, *found.results)],
        (found.total, found.relaxed, found.did_you_mean, found.query.understood),
        [facet.values for facet in found.facets],
        [one.title for one in suggest(text, VISITOR)],
    )


@pytest.mark.parametrize(
    ("typed", "visible", "hidden"),
    [
        ("kỷ luật zebra", "Kỷ niệm trường; luật an toàn", "Kỷ luật"),
        ("kỷ luật", "Kỷ niệm trường; luật an toàn", "Kỷ luật"),
        ("xuyeens", "Tin chim", "Xuyến"),
        ("chieens", "Tin chiến", "Chieens"),
        ("xuyeens chim", "Tin chim", "Xuyến"),
        ("thuyem", "Tin thuyền", "Thuyem"),
        ("chim thuyem", "Tin chim thuyền", "Thuyem"),
        ("chim yem", "Tin chim yến", "Chim yem"),
        ("yem", "Tin yến", "Ye, em, yam, yeo, yet, yex, yey, yez, ayem, byem, cyem, dyem"),
        ("hai ba bốn năm sáu bảy tám chín thuyem", "Hai ba bốn, thuyền chín", "Thuyem"),
    ],
)
def test_what_others_read_changes_nothing(db, typed, visible, hidden):
    make_news(visible)
    before = told(typed)
    make_news(hidden, audience=Audience.STAFF)
    assert told(typed) == before


def test_rare_words_of_others_push_out_none_of_the_readers(db, monkeypatch):
    monkeypatch.setattr("search.asking.tiers.MOST_ROWS", 2)
    for number in range(3):
        make_news(f"Hoa sen {number}")
    before = told("zebra hoa")
    assert before[1][0] == 3
    make_news("Zebra, zebra", audience=Audience.STAFF)
    assert told("zebra hoa") == before


def test_a_number_whose_record_is_gone_is_not_suggested(staff, db):
    page = make_regulation("Quy chế", number="12/QC-HS")
    assert any("12/QC-HS" in one.title for one in suggest("12/QC", staff))
    DocumentRecord.objects.filter(pk=page.pk).delete()
    assert not any("12/QC-HS" in one.title for one in suggest("12/QC", staff))
