"""The index says what the pages say, after every act and after none."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from news.models import NewsIndexPage
from pages.models import PortalPage
from search.index import rebuild
from search.models import SearchEntry
from search.query import search
from tests.builders import make_campaign, make_home, make_news, make_regulation

VISITOR = AnonymousUser()


def rows():
    fields = ("page", "position", "label", "body", "number_key", "cited_keys", "folded_title")
    return list(SearchEntry.objects.order_by("page", "position").values_list(*fields))


def test_a_deleted_page_leaves_nothing(db):
    story = make_news("Tin chim yến")
    PortalPage.objects.get(pk=story.pk).delete()
    assert search("chim yến", VISITOR).total == 0
    assert rows() == []


def test_a_moved_page_is_found_at_its_new_address(db):
    story = make_news("Tin chim yến")
    other = make_home().add_child(instance=NewsIndexPage(title="Kho tin", slug="kho-tin"))
    PortalPage.objects.get(pk=story.pk).move(other, pos="last-child")
    assert search("chim yến", VISITOR).results[0].page.url == f"/kho-tin/{story.slug}/"


def publish_in_vain(revision):
    with transaction.atomic():
        revision.publish()
        assert search("đại bàng", VISITOR).total == 1
        raise ZeroDivisionError


def test_a_publication_that_fails_leaves_the_index_as_it_was(db):
    story = make_news("Tin chim yến")
    before = rows()
    story.title = "Tin đại bàng"
    revision = story.save_revision()
    with pytest.raises(ZeroDivisionError):
        publish_in_vain(revision)
    assert rows() == before


def test_a_rebuilt_index_is_the_same(db):
    make_news("Tin chim yến")
    make_regulation(text="Điều 1. Phạm vi\nNội dung.", number="06/2022/QH15")
    before = rows()
    SearchEntry.objects.all().delete()
    assert rebuild() == len(before)
    assert rows() == before


def test_an_article_without_a_heading_is_found_at_its_place(staff, db):
    make_regulation(text="Điều 1. Phạm vi\nMột.\nĐiều 2.\nTặng giấy khen cho chim yến.")
    hit = search("giấy khen chim yến", staff).results[0].hits[0]
    assert hit.url.endswith("#dieu-2")


def test_every_review_of_a_campaign_is_searched(db):
    make_campaign("Dạy tốt", final_review="<p>Tổng kết chim yến</p>")
    assert search("chim yến", VISITOR).total == 1
