"""JSON-LD of every public page: parsed, true to what a visitor sees, and nothing beyond that."""

from __future__ import annotations

import pytest
from wagtail.models import get_page_models

from accounts.audience import Audience
from home.models import StaffDeskPage
from pages.models import PortalPage
from tests.builders import make_campaign, make_honoree, make_index, make_news
from tests.pages.heads import head_of, statements
from tests.pages.public_site import build, pages_of
from tests.standing import standing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("public site")]
HERE = "http://localhost"


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield build()


def test_every_page_type_is_looked_at(site):
    assert {type(page) for page in pages_of(site)} == {
        model for model in get_page_models() if model not in {PortalPage, StaffDeskPage}
    }


def test_every_page_says_where_it_stands(client, site):
    for page in pages_of(site):
        said = statements(client, page.url)
        if page == site.home:
            assert "BreadcrumbList" not in said
            continue
        steps = said["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        printed = head_of(client, page.url).xpath('//nav[contains(@class,"tk-breadcrumb")]//a')
        shown = [(link.text_content(), f"{HERE}{link.get('href')}") for link in printed]
        assert [(step["name"], step["item"]) for step in steps[:-1]] == shown
        assert (steps[-1]["name"], steps[-1]["item"]) == (page.title, page.full_url)


def test_a_story(client, site):
    said = statements(client, site.story.url)["NewsArticle"]
    assert said["headline"] == site.story.title
    assert said["datePublished"] == "2026-11-20"
    assert said["dateModified"].endswith("+07:00")
    assert said["author"] == {"@type": "Organization", "name": "Tổ Truyền thông"}
    assert said["publisher"]["name"] == "Trường Mầm non Hoa Sen"
    assert said["about"] == [
        {"@type": "Person", "name": "Vũ Minh An", "url": site.honoree.full_url}
    ]
    path = said["image"]["url"].removeprefix("http://localhost:8000")
    assert client.get(path)["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("author", "kind"),
    [("Vũ Minh An", "Person"), ("Trương Sở", "Person"), ("Phòng GDĐT", "Organization")],
)
def test_who_wrote_it(client, db, author, kind):
    said = statements(client, make_news(author=author).url)["NewsArticle"]
    assert said["author"] == {"@type": kind, "name": author}


def test_a_person_with_awards_of_public_decisions(client, site):
    said = statements(client, site.honoree.url)["ProfilePage"]["mainEntity"]
    assert said["@type"] == "Person"
    assert said["award"] == ["Giấy khen (Quyết định số\u00a07/QĐ-MNHS ngày\u00a020/05/2026)"]
    assert [decision["url"] for decision in said["subjectOf"]] == [site.decision.full_url]
    allowed = {"@type", "name", "url", "description", "jobTitle", "award", "subjectOf", "worksFor"}
    assert set(said) <= allowed


def test_a_collective_is_an_organization(client, db):
    team = make_honoree("Tổ Mẫu giáo lớn", kind="collective", position="x", consent=False)
    said = statements(client, team.url)["ProfilePage"]["mainEntity"]
    assert (said["@type"], "jobTitle" in said) == ("Organization", False)


def test_a_campaign(client, site):
    said = statements(client, site.campaign.url)["Event"]
    assert (said["startDate"], said["endDate"]) == ("2026-09-05", "2026-11-20")
    assert said["eventStatus"] == "https://schema.org/EventScheduled"
    assert said["organizer"]["name"] == "Trường Mầm non Hoa Sen"
    assert [day["startDate"] for day in said["subEvent"]] == ["2026-10-01"]


def test_a_campaign_without_a_start_is_no_event(client, db):
    assert "Event" not in statements(client, make_campaign().url)


def test_the_site_and_how_to_search_it(client, site):
    said = statements(client, "/")["WebSite"]
    template = said["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{HERE}/tim-kiem/?q={{words}}"
    assert said["publisher"]["sameAs"] == ["https://zalo.example/hoa-sen"]


def test_nothing_hidden_is_named(client, site):
    """Also not to staff, who see more: their pages say nothing to programs."""
    for page in pages_of(site):
        assert site.hidden not in str(statements(client, page.url))


def test_pages_for_readers_who_sign_in_say_nothing(client, site, staff):
    hidden = make_news("Tin nội bộ", audience=Audience.STAFF)
    client.force_login(staff)
    for page in (hidden, make_index(StaffDeskPage), *pages_of(site)):
        assert statements(client, page.url) == {}


def test_what_is_invented_says_so(client, db):
    said = statements(client, make_news("Chuyện", is_sample=True).url)["NewsArticle"]
    assert said["headline"] == "Mẫu: Chuyện"


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", 'a "b" \\ {c}', "a\u2028b & <!-- {{ d }}"]
)
def test_no_words_break_out(client, db, words):
    page = make_news(words)
    assert statements(client, page.url)["NewsArticle"]["headline"] == words
    assert "<script>alert" not in client.get(page.url).content.decode()
