"""The admin tells no titles to users who may not see the pages."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from taggit.models import Tag
from wagtail.models import GroupPagePermission

from news.models import NewsIndexPage, NewsPage
from pages.moderation.models import PeerReviewTask
from tests.builders import make_index, make_news, make_regulation, make_user
from tests.pages.desk import at_desk, said, submit

pytestmark = pytest.mark.django_db

SECRET = "Bí mật chưa công bố"


@pytest.fixture
def draft():
    """A draft whose title must not get out."""
    return make_regulation(SECRET, live=False)


@pytest.fixture
def news_editor():
    """An editor of the news only."""
    group = Group.objects.create(name="Biên tập tin")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    index = make_index(NewsIndexPage)
    for codename in ("add_portalpage", "change_portalpage"):
        right = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(group=group, page=index, permission=right)
    return make_user("tin-tuc", "Biên tập tin")


def addresses(draft) -> list[str]:
    """Addresses of the admin that show page titles."""
    bulk = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    return [
        reverse("wagtailadmin_choose_page_child", args=[draft.get_parent().pk]),
        reverse("wagtailadmin_choose_page_child", args=[draft.pk]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page") + "?page_type=regulations.RegulationPage",
        reverse("wagtailadmin_choose_page_search") + "?q=mật",
        f"{chosen}?id={draft.pk}",
        f"{bulk}?id={draft.pk}",
        f"{bulk}?id=all&childOf={draft.get_parent().pk}",
        reverse("wagtailadmin_reports:page_types_usage"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_pages:search") + "?q=mật",
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[draft.pk]),
        reverse("wagtailadmin_pages:history", args=[draft.pk]),
        reverse("wagtailadmin_pages:usage", args=[draft.pk]),
        reverse("wagtailadmin_pages:type_use", args=["regulations", "regulationpage"]),
        reverse("wagtailadmin_pages:delete", args=[draft.pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, draft.get_parent().pk]),
        reverse("wagtailadmin_explore", args=[draft.get_parent().pk]),
        f"/quan-tri/api/main/pages/{draft.pk}/",
        "/quan-tri/api/main/pages/?fields=*",
        reverse("wagtailadmin_home"),
    ]


@pytest.mark.parametrize("role", ["reviewer", "news_editor"])
def test_no_door_tells_a_title_of_others(role, draft, request):
    """Neither to signers, who have no page, nor to editors of another section."""
    browser = at_desk(request.getfixturevalue(role))
    told = [
        address for address in addresses(draft) if SECRET in browser.get(address).content.decode()
    ]
    assert not told


@pytest.mark.parametrize("role", ["reviewer", "news_editor"])
def test_no_message_tells_a_title_of_others(role, draft, request):
    """What Wagtail says on the next page about a text that waits for nobody."""
    browser = at_desk(request.getfixturevalue(role))
    for task in PeerReviewTask.objects.all():
        address = reverse("wagtailadmin_pages:workflow_preview", args=[draft.pk, task.pk])
        answer = browser.get(address)
        assert answer.status_code == 403
        assert SECRET not in said(answer)


def test_a_signer_previews_the_draft_at_the_own_step(editor, reviewer, approver, draft):
    """The guards hinder no signature."""
    submit(editor, draft)
    first = PeerReviewTask.objects.get(groups__name="Reviewers")
    address = reverse("wagtailadmin_pages:workflow_preview", args=[draft.pk, first.pk])
    assert SECRET in at_desk(reviewer).get(address).content.decode()
    assert at_desk(approver).get(address).status_code == 403


def test_files_are_listed_through_the_api_to_editors_only(editor, reviewer):
    """Wagtail's API of the admin asks for no right."""
    for kind in ("documents", "images"):
        address = reverse(f"wagtailadmin_api:{kind}:listing")
        assert at_desk(editor).get(address).status_code == 200
        assert at_desk(reviewer).get(address).status_code == 403


def test_an_editor_of_everything_chooses_from_everything(editor, draft):
    """The guards hinder nobody who works there."""
    browser = at_desk(editor)
    parent = draft.get_parent().pk
    response = browser.get(reverse("wagtailadmin_choose_page_child", args=[parent]))
    assert SECRET in response.json()["html"]
    bulk = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    assert browser.get(f"{bulk}?id={draft.pk}").status_code == 200


def test_a_section_editor_chooses_in_the_section(news_editor):
    """What one may see stays choosable."""
    page = make_news("Tin của tôi")
    browser = at_desk(news_editor)
    url = reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk])
    assert "Tin của tôi" in browser.get(url).json()["html"]


def test_tags_are_offered_to_those_who_write(editor, reviewer):
    """A tag of a draft says what the draft is about."""
    Tag.objects.create(name="Khen đột xuất")
    url = reverse("wagtailadmin_tag_autocomplete") + "?term=Khen"
    assert at_desk(editor).get(url).json() == ["Khen đột xuất"]
    assert at_desk(reviewer).get(url).status_code == 403


def test_superusers_read_reports(admin, draft):
    """Somebody must."""
    url = reverse("wagtailadmin_reports:aging_pages")
    assert at_desk(admin).get(url).status_code == 200


def test_the_menu_offers_only_what_opens(editor, admin):
    """No entry that leads to a refusal."""
    reports = 'data-label="reports"'
    assert reports not in at_desk(editor).get(reverse("wagtailadmin_home")).content.decode()


def test_bulk_publication_is_for_superusers(editor, draft):
    """Whatever rights a group was given."""
    right = Permission.objects.get(codename="publish_portalpage")
    group = Group.objects.get(name="Editors")
    root = draft.get_root()
    GroupPagePermission.objects.create(group=group, page=root, permission=right)
    url = reverse("wagtail_bulk_action", args=["pages", "portalpage", "publish"])
    at_desk(editor).post(f"{url}?id={draft.pk}")
    draft.refresh_from_db()
    assert not draft.live


def test_a_new_page_cannot_be_born_published(editor):
    """The publish button of the create form is refused too."""
    index = make_index(NewsIndexPage)
    right = Permission.objects.get(codename="publish_portalpage")
    group = Group.objects.get(name="Editors")
    GroupPagePermission.objects.create(group=group, page=index, permission=right)
    data = {
        "title": "Tin mới",
        "slug": "tin-moi",
        "lead": "Một câu.",
        "category": "su-kien",
        "published_on": "24/11/2026",
        "audience": "public",
        "body-count": "0",
        "action-publish": "1",
    }
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    at_desk(editor).post(url, data)
    assert not NewsPage.objects.get(slug="tin-moi").live
