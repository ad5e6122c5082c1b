"""Every address that ever served a document still leads to it, and only those who may read it."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from home.models import StaffDeskPage
from honors.consent import withdraw
from honors.models import HonoreeIndexPage
from news.models import NewsIndexPage
from regulations.models import RegulationIndexPage
from tests.builders import (
    make_campaign,
    make_honoree,
    make_index,
    make_information,
    make_news,
    make_regulation,
)
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db
PUBLIC = {"audience": Audience.PUBLIC}
FORMS = (
    "152-2025-nd-cp",
    "152/2025/NĐ-CP",
    "152/2025/nd-cp",
    "152-2025-NĐ-CP",
    "Số 152/2025/NĐ-CP",
)


def rename(page, slug):
    """A new address, published as any other change."""
    page.slug = slug
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.mark.parametrize("form", FORMS)
def test_a_number_in_any_spelling_leads_to_its_document(client, form):
    page = make_regulation(number="152/2025/NĐ-CP", **PUBLIC)
    assert client.get(f"/so/{form}/").url == page.url
    assert client.get(f"/so/{form}", follow=True).redirect_chain[-1][0] == page.url


def test_a_number_of_several_documents_is_a_choice(client):
    pages = [make_regulation(f"Quy chế {n}", number="5/QC-A", **PUBLIC) for n in range(2)]
    hidden = make_regulation("Quy chế kín", number="5/QC-A")
    body = client.get("/so/5-qc-a/").content.decode()
    assert all(f'href="{page.url}"' in body for page in pages)
    assert hidden.title not in body


@pytest.mark.parametrize("number", ["9-qc-khong-co", "...", "a" * 300, "%00", "—"])
def test_a_number_of_nothing_is_not_found(client, number):
    assert client.get(f"/so/{number}/").status_code == 404


def test_a_renamed_document_answers_at_all_its_addresses(client):
    page = make_regulation(**PUBLIC)
    first = page.url
    second = rename(page, "ten-moi").url
    third = rename(page, "ten-moi-hon").url
    for old in (first, second, second.rstrip("/")):
        answer = client.get(f"{old}?ngay=2024-06-01")
        assert (answer.status_code, answer.url) == (301, f"{third}?ngay=2024-06-01")
        assert "no-cache" in answer["Cache-Control"]


def test_documents_of_a_renamed_list_answer_at_their_old_addresses(client):
    page = make_regulation(**PUBLIC)
    old = page.url
    rename(RegulationIndexPage.objects.get(), "kho-van-ban")
    page.refresh_from_db()
    assert page.url.startswith("/kho-van-ban/")
    assert client.get(old).url == page.url


def test_documents_of_a_moved_list_answer_at_their_old_addresses(client):
    page = make_regulation(**PUBLIC)
    addresses = [page.url]
    for target in (make_index(StaffDeskPage), make_index(StaffDeskPage).get_parent()):
        RegulationIndexPage.objects.get().move(target, pos="last-child")
        page.refresh_from_db()
        addresses.append(page.url)
    assert addresses[0] == addresses[2] != addresses[1]
    assert client.get(addresses[1]).url == page.url
    assert client.get(page.url).status_code == 200


def test_what_stands_at_an_address_now_comes_first(client):
    old = make_regulation("Quy chế cũ", **PUBLIC)
    address = old.url
    rename(old, "quy-che-cu")
    new = rename(make_regulation("Quy chế mới", **PUBLIC), address.strip("/").split("/")[-1])
    assert "Quy chế mới" in client.get(address).content.decode()
    latest = rename(new, "quy-che-moi")
    assert client.get(address).url == latest.url


def test_an_old_address_tells_nothing_to_who_may_not_read_the_document(client, staff):
    """No title, no new address: sign-in for a visitor, 404 for who is signed in."""
    page = make_regulation("Danh sách kỷ luật", audience=Audience.COUNCIL)
    old = page.url
    rename(page, "danh-sach-ky-luat-nguyen-van-a")
    answer = client.get(old)
    assert answer.url == f"/dang-nhap/?next={old}"
    refused = at_desk(staff).get(old)
    assert refused.status_code == 404
    assert "ky-luat" not in answer.url + refused.content.decode()


def test_an_old_address_of_what_is_no_longer_published_is_not_found(client):
    page = make_regulation(**PUBLIC)
    old = page.url
    rename(page, "ten-moi").unpublish()
    assert client.get(old).status_code == 404


def test_the_name_of_a_draft_is_not_told(client):
    page = make_regulation(**PUBLIC)
    page.slug = "ten-chua-cong-bo"
    page.save_revision()
    assert client.get(page.url).status_code == 200
    assert client.get("/van-ban/ten-chua-cong-bo/").status_code == 404


@pytest.mark.parametrize("make", [make_news, make_campaign, make_information])
def test_other_pages_lead_on_too(client, make):
    page = make()
    old = page.url
    new = rename(page, "ten-moi")
    assert (client.get(old).status_code, client.get(old).url) == (301, new.url)
    new.unpublish()
    assert client.get(old).status_code == 404


def test_stories_and_their_list_answer_where_the_list_was(client):
    story = make_news()
    old = story.url
    rename(rename(NewsIndexPage.objects.get(), "tin-tuc"), "tin-hoa-sen")
    story.refresh_from_db()
    assert story.url.startswith("/tin-hoa-sen/")
    assert [client.get(path).url for path in (old, "/tin-tuc/")] == [story.url, "/tin-hoa-sen/"]


def test_a_story_that_became_private_leads_no_visitor_on(client):
    story = make_news()
    old = story.url
    story.audience = Audience.STAFF
    rename(story, "nguyen-van-a-bi-ky-luat")
    answer = client.get(old)
    assert answer.url == f"/dang-nhap/?next={old}"
    assert "ky-luat" not in answer.content.decode()


def test_of_a_person_no_address_stays(client):
    profile = make_honoree()
    addresses = [profile.url]
    addresses.append(rename(profile, "ten-khac").url)
    rename(HonoreeIndexPage.objects.get(), "guong-sang")
    assert [client.get(path).status_code for path in addresses] == [404, 404]


def test_stories_forget_the_addresses_that_may_hold_the_name(client):
    """Whoever asked to be taken down is not told by the old address of a renamed story."""
    profile = make_honoree()
    story = make_news(honorees=[profile])
    old = story.url
    withdraw(profile.consents.get(), None, "asked for")
    rename(story, "mot-co-giao")
    assert client.get(old).status_code == 404
