"""A query that is put into SQL once gives what it would give if it were written each time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone

from accounts.audience import Audience, Readers
from news.models import NewsPage
from pages.late import Given, numbered, row, several
from pages.statement import Statement
from tests.builders import make_news

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def titles(rows) -> list[str]:
    """What the pages are called."""
    return [page.title for page in rows]


def test_the_sql_is_written_once_and_each_run_has_its_own_values():
    built = []

    def one_page():
        built.append(1)
        return NewsPage.objects.filter(pk=row("page"))

    statement = Statement(one_page)
    stories = [make_news("Một"), make_news("Hai")]
    assert [titles(statement.rows(page=story.pk)) for story in stories] == [["Một"], ["Hai"]]
    assert statement.rows(page=0) == []
    assert len(built) == 1


def test_each_shape_has_its_own_sql():
    statement = Statement(lambda many: NewsPage.objects.filter(id__in=several("story", many)))
    stories = [make_news(title) for title in ("Một", "Hai", "Ba")]
    for many in (1, 3, 2):
        asked = [story.pk for story in stories[:many]]
        found = statement.rows(many, **numbered("story", asked))
        assert {page.pk for page in found} == set(asked)


def test_a_value_that_does_not_come_is_an_error():
    statement = Statement(lambda: NewsPage.objects.filter(pk=row("page")))
    with pytest.raises(KeyError):
        statement.rows()


def test_rows_come_with_what_the_query_joins_and_prefetches(django_assert_num_queries):
    story = make_news("Một")
    story.tags.add("thi đua")
    story.save()
    statement = Statement(
        lambda: (
            NewsPage.objects.filter(title=Given("title", NewsPage._meta.get_field("title")))
            .select_related("campaign", "content_type")
            .prefetch_related("tagged_items__tag")
            .defer("body")
        )
    )
    with django_assert_num_queries(3):
        found = statement.rows(title="Một")
        assert found[0].content_type.model == "newspage"
        assert [item.tag.name for item in found[0].tagged_items.all()] == ["thi đua"]
    assert found == [story]


def test_values_come_as_they_do_from_the_query():
    make_news("Một", published_on=dt.date(2026, 11, 20))
    query = NewsPage.objects.values_list("title", "published_on")
    assert Statement(lambda: query).rows() == list(query) == [("Một", dt.date(2026, 11, 20))]


def test_readers_of_one_circle_never_get_the_rows_of_another(staff):
    statement = Statement(lambda readers: NewsPage.objects.visible_to(readers))
    make_news("Cho mọi người")
    make_news("Nội bộ", audience=Audience.STAFF)
    for _ in range(2):
        assert set(titles(statement.rows(Readers.like(staff)))) == {"Cho mọi người", "Nội bộ"}
        assert titles(statement.rows(Readers.like(VISITOR))) == ["Cho mọi người"]


def test_the_moment_is_that_of_the_run(monkeypatch):
    ends = timezone.now() + dt.timedelta(hours=1)
    make_news("Sắp hết hạn", expire_at=ends)
    statement = Statement(lambda readers: NewsPage.objects.visible_to(readers))
    assert titles(statement.rows(Readers.like(VISITOR))) == ["Sắp hết hạn"]
    monkeypatch.setattr(timezone, "now", lambda: ends)
    assert statement.rows(Readers.like(VISITOR)) == []


def test_a_value_asked_for_late_is_one_like_any_other_in_a_query_of_its_own():
    story = make_news("Một")
    rule = Q(pk=story.pk)
    assert NewsPage.objects.visible_to(VISITOR).filter(rule).exists()
    assert NewsPage.objects.visible_to(VISITOR).exclude(rule).count() == 0
