"""What a public page tells search engines and networks: one address, words, one picture."""

from __future__ import annotations

import pytest

from accounts.audience import Audience
from tests.builders import make_campaign, make_consent, make_honoree, make_news, make_picture
from tests.pages.heads import metas
from tests.pages.public_site import PICTURE, build, pages_of
from tests.standing import standing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("public site")]
OPEN_GRAPH = ("type", "title", "description", "url", "locale", "site_name")
OPEN_GRAPH += ("image", "image:width", "image:height", "image:alt")
OWN = "/static/img/share"


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    with standing(django_db_blocker):
        yield build()


def test_every_public_page_can_be_shared(client, site):
    for page in pages_of(site):
        found = metas(client, page.url)
        said = {name: found[f"og:{name}"] for name in OPEN_GRAPH}
        assert {name: len(values) for name, values in said.items()} == dict.fromkeys(OPEN_GRAPH, 1)
        assert all(values[0] for values in said.values()), (page, said)
        assert found["description"] == said["description"]
        assert said["url"] == found["canonical"] == [page.full_url]
        assert found["twitter:card"] == ["summary_large_image"]
        assert "robots" not in found


def test_its_own_picture_or_that_of_the_portal(client, site):
    story, plan = metas(client, site.story.url), metas(client, site.plan.url)
    assert story["og:image:alt"] == [PICTURE]
    assert "/tep/anh/" in story["og:image"][0]
    assert OWN in plan["og:image"][0]
    assert (plan["og:image:width"], plan["og:image:height"]) == (["1200"], ["630"])


def test_a_file_that_is_gone_is_no_picture(client, db):
    campaign = make_campaign(cover=make_picture())
    campaign.cover.file.storage.delete(campaign.cover.file.name)
    assert OWN in metas(client, campaign.url)["og:image"][0]


@pytest.mark.parametrize(
    ("fields", "is_shared"),
    [
        ({}, False),
        ({"includes_photo": True}, True),
        ({"includes_photo": True, "is_child": True}, False),
    ],
    ids=["consent without photo", "consent with photo", "child"],
)
def test_a_portrait_leaves_only_with_consent_and_a_childs_never(client, db, fields, is_shared):
    honoree = make_honoree(portrait=make_picture())
    honoree.consents.all().delete()
    make_consent(honoree, **fields)
    found = metas(client, honoree.url)
    assert (OWN not in found["og:image"][0]) == is_shared
    # An upright picture is shown small rather than cut to a strip.
    assert found["twitter:card"] == ["summary" if is_shared else "summary_large_image"]


def test_later_pages_of_a_list_stand_for_themselves(client, db):
    index = make_news().get_parent()
    for number in range(12):
        make_news(f"Tin {number}")
    for asked, kept in (("", ""), ("?trang=1", ""), ("?trang=2", "?trang=2"), ("?nam=", "")):
        found = metas(client, f"{index.url}{asked}")
        assert (found["canonical"], found["robots"]) == ([f"{index.full_url}{kept}"], [])
    # A nonsense number shows the nearest page.
    assert metas(client, f"{index.url}?trang=99")["canonical"] == [f"{index.full_url}?trang=2"]


@pytest.mark.parametrize("asked", ["?nam=2026", "?the=abc&trang=2", "?gi-do=1"])
def test_narrowed_lists_are_left_out(client, db, asked):
    found = metas(client, f"{make_news().get_parent().url}{asked}")
    assert (found["canonical"], found["robots"]) == ([], ["noindex, follow"])


def test_counters_of_networks_change_nothing(client, db):
    index = make_news().get_parent()
    assert metas(client, f"{index.url}?fbclid=1&utm_source=zalo")["canonical"] == [index.full_url]


def test_the_day_asked_for_does_not_make_another_document(client, site):
    found = metas(client, f"{site.regulation.url}?ngay=2025-01-01")
    assert found["canonical"] == [site.regulation.full_url]


def test_pages_of_staff_tell_nothing(client, db, staff):
    page = make_news(audience=Audience.STAFF)
    client.force_login(staff)
    found = metas(client, page.url)
    assert found["robots"] == ["noindex"]
    assert not [name for name in found if name.startswith(("og:", "twitter:")) and found[name]]
    assert found["canonical"] == []
