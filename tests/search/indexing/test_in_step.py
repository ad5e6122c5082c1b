"""The index says what the pages say, after every act and after none."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.audience import Audience
from honors.consent import withdraw
from news.models import NewsIndexPage
from organizations.models import Organization
from pages.models import PortalPage
from regulations.models import RegulationIndexPage
from search.indexing.verifying import compare
from search.models import Passage, SearchedPage, SuggestionEntry, Totals, VocabularyTerm
from tests.builders import (
    make_campaign,
    make_home,
    make_honoree,
    make_news,
    make_organization,
    make_regulation,
)

LAW = """Điều 1. Phạm vi
Căn cứ Kế hoạch số 4552/KH-SGDĐT ngày 20/12/2024 của Sở;
Điều 2.
Tặng giấy khen cho chim yến."""


def rows():
    found = Passage.objects.order_by("page_id", "position")
    names = ("page_id", "position", "place", "anchor", "label", "cited", "length", "folded", "body")
    return list(found.values_list(*names))


def counts():
    totals = Totals.objects.values_list("passages", "length").first()
    suggested = SuggestionEntry.objects.values_list("audience", "key", "kind")
    return (
        dict(VocabularyTerm.objects.values_list("term", "df")),
        totals or (0, 0),
        sorted(suggested),
    )


@pytest.fixture(autouse=True)
def _agrees(db):
    """Whatever an act did, nothing is left that differs."""
    yield
    assert compare().agrees


def test_a_document_is_indexed_by_provision():
    law = make_regulation("Luật", text=LAW, number="06/2022/QH15", issued_on=dt.date(2022, 6, 15))
    page = SearchedPage.objects.get()
    assert (page.page_id, page.number_key, page.year, page.passages) == (
        law.pk,
        "6-2022-qh15",
        2022,
        3,
    )
    assert [(row[3], row[5]) for row in rows()] == [
        ("", ""),
        ("dieu-1", "4552-kh-sgddt"),
        ("dieu-2", ""),
    ]


def test_a_deleted_page_leaves_nothing():
    story = make_news("Tin chim yến")
    PortalPage.objects.get(pk=story.pk).delete()
    assert (rows(), counts()) == ([], ({}, (0, 0), []))


def test_a_list_is_deleted_with_all_below_it():
    make_regulation(text=LAW)
    RegulationIndexPage.objects.get().delete()
    assert (rows(), counts()) == ([], ({}, (0, 0), []))


def test_an_unpublished_page_leaves_nothing():
    story = make_news("Tin chim yến")
    story.unpublish()
    assert (rows(), counts()) == ([], ({}, (0, 0), []))


def test_a_draft_is_not_in_the_index():
    make_news("Tin chim yến", live=False)
    assert rows() == []


def test_a_scheduled_text_is_not_in_the_index():
    story = make_news("Tin chim yến", live=False)
    story.go_live_at = timezone.now() + dt.timedelta(days=1)
    story.save_revision().publish()
    assert rows() == []


def test_a_moved_page_stays_in_the_index():
    story = make_news("Tin chim yến")
    before = rows()
    other = make_home().add_child(instance=NewsIndexPage(title="Kho tin", slug="kho-tin"))
    PortalPage.objects.get(pk=story.pk).move(other, pos="last-child")
    assert rows() == before


def test_a_new_text_takes_the_place_of_the_old_one():
    story = make_news("Tin chim yến")
    slot = SearchedPage.objects.get().slot
    story.title = "Tin đại bàng"
    story.save_revision().publish()
    terms = counts()[0]
    assert ("dai_bang" in terms, "chim_yen" in terms) == (True, False)
    assert SearchedPage.objects.get().slot > slot


def test_counts_are_those_of_all_passages():
    make_news("Chim yến", lead="x")
    make_news("Chim yến đại bàng", lead="x x")
    terms, totals, _ = counts()
    assert (terms["chim_yen"], terms["dai_bang"], terms["x"], terms["x_x"]) == (2, 1, 2, 1)
    assert totals == (2, 1 + 3 * 2 + 2 + 3 * 4)


def test_a_change_of_audience_takes_its_suggestions_along():
    story = make_news("Chim yến")
    story.audience = Audience.STAFF
    story.save(update_fields=["audience"])
    assert SearchedPage.objects.get().audience == "staff"
    assert {row[0] for row in counts()[2]} == {"staff"}


def test_a_draft_with_another_audience_changes_nothing():
    story = make_news("Chim yến")
    story.audience = Audience.COUNCIL
    story.save_revision()
    assert SearchedPage.objects.get().audience == "public"


def test_an_expiry_holds_at_once():
    story = make_news("Chim yến")
    story.expire_at = timezone.now()
    story.save()
    assert SearchedPage.objects.get().expires_at == story.expire_at
    story.expire_at = None
    story.save()
    assert SearchedPage.objects.get().expires_at is None


def test_a_withdrawn_consent_takes_the_profile_out(admin):
    honoree = make_honoree("Nguyễn Thị Mẫu")
    assert SearchedPage.objects.exists()
    withdraw(honoree.consents.get(), admin, "rút lại")
    assert (rows(), counts()[2]) == ([], [])


def test_documents_bear_the_name_of_their_issuer():
    issuer = make_organization("Sở Giáo dục")
    make_regulation(text=LAW, issuer=issuer)
    issuer = Organization.objects.get(pk=issuer.pk)
    issuer.name = "Sở Giáo dục và Đào tạo"
    issuer.save()
    page = SearchedPage.objects.get()
    assert (page.issuer, page.issuer_key) == ("Sở Giáo dục và Đào tạo", "so giao duc va dao tao")


def publish_in_vain(revision):
    with transaction.atomic():
        revision.publish()
        raise ZeroDivisionError


def test_a_publication_that_fails_leaves_the_index_as_it_was():
    story = make_news("Tin chim yến")
    before = (rows(), counts())
    story.title = "Tin đại bàng"
    revision = story.save_revision()
    with pytest.raises(ZeroDivisionError):
        publish_in_vain(revision)
    assert (rows(), counts()) == before


def test_every_review_of_a_campaign_is_searched():
    make_campaign("Dạy tốt", final_review="<p>Tổng kết chim yến</p>")
    assert "chim_yen" in counts()[0]


def test_a_long_article_goes_on_at_its_clauses():
    clauses = "\n".join(f"{number}. {'Nội dung dài. ' * 80}" for number in range(1, 15))
    make_regulation(text=f"Điều 1. Phạm vi\n{clauses}")
    labels = [(row[4], row[3]) for row in rows()]
    assert labels[1] == ("Điều 1 Phạm vi", "dieu-1")
    assert labels[2] == ("Điều 1 Phạm vi (khoản 7)", "dieu-1-khoan-7")


def test_a_passage_is_never_longer_than_a_row_should_be():
    make_news("Dài", body=[("paragraph", f"<p>{'chim yến ' * 9000}</p>")])
    assert max(len(row[8]) for row in rows()) <= 20_000
    assert len(rows()) == 5
