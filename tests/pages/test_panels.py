"""The admin's home says what waits for whom."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import NewsIndexPage
from tests.builders import make_index, make_news
from tests.pages.desk import at_desk, save, send_back, sign, submit

pytestmark = pytest.mark.django_db


def home_of(user) -> str:
    """The admin's home as `user` sees it."""
    response = at_desk(user).get(reverse("wagtailadmin_home"))
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def story(editor):
    """A story that the editor handed in."""
    page = make_news("Bài đang chờ", live=False, owner=editor)
    submit(editor, page)
    return page


def test_signers_see_what_they_may_sign(story, reviewer, approver):
    """The reviewer now, the approver after the review."""
    assert "Bài đang chờ" in home_of(reviewer)
    assert "Bài đang chờ" not in home_of(approver)
    sign(reviewer, story)
    assert "Bài đang chờ" not in home_of(reviewer)
    assert "Bài đang chờ" in home_of(approver)


def test_the_panel_links_to_the_text(story, reviewer):
    """One click to the editor, where it can be read and signed."""
    assert f'href="/quan-tri/pages/{story.pk}/edit/"' in home_of(reviewer)


def test_ones_own_text_does_not_wait_for_one(story, editor):
    """An editor who also reviews sees it among the texts that wait for others."""
    editor.groups.add(Group.objects.get(name="Reviewers"))
    shown = home_of(editor)
    assert shown.count("Bài đang chờ") == 1
    assert "under-review" in shown


def test_an_empty_desk_says_so(reviewer):
    """Nothing to sign is said in words."""
    make_news()
    assert "waiting-for-me" in home_of(reviewer)


def test_returned_texts_show_the_reason(story, reviewer, editor):
    """The author sees why, and who returned it."""
    send_back(reviewer, story, "Thiếu nguồn ảnh.")
    shown = home_of(editor)
    assert "returned-to-me" in shown
    assert "Thiếu nguồn ảnh." in shown
    assert reviewer.get_full_name() in shown


def test_drafts_are_the_users_own(editor, admin):
    """A colleague's draft is not mine."""
    page = make_news("Bản nháp của tôi", live=False, owner=editor)
    save(editor, page)
    make_news("Bản nháp người khác", live=False, owner=admin)
    shown = home_of(editor)
    assert "Bản nháp của tôi" in shown
    assert "Bản nháp người khác" not in shown


def test_wagtails_own_panels_do_not_repeat_it(story, reviewer):
    """One list, not two."""
    shown = home_of(reviewer)
    assert "awaiting-review" not in shown
    assert "your-most-recent-edits" not in shown


def test_the_number_of_queries_does_not_grow(
    story, editor, reviewer, django_assert_max_num_queries
):
    """Five more texts cost nothing more."""
    browser = at_desk(reviewer)
    browser.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as captured:
        browser.get(reverse("wagtailadmin_home"))
    with_one = len(captured)
    for number in range(5):
        page = make_news(f"Bài {number}", live=False, owner=editor)
        submit(editor, page)
    with django_assert_max_num_queries(with_one):
        browser.get(reverse("wagtailadmin_home"))


def test_signing_is_the_first_act_of_a_signer(story, reviewer, editor):
    """The big button signs; an editor's saves."""
    url = reverse("wagtailadmin_pages:edit", args=[story.pk])
    menu = at_desk(reviewer).get(url).context["action_menu"]
    assert menu.default_item.name == "approve"
    draft = make_news(live=False)
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert at_desk(editor).get(url).context["action_menu"].default_item.name == "action-save-draft"


def test_writers_begin_each_kind_of_page_from_here(editor, reviewer):
    """The form opens below its section; who may not write is offered nothing."""
    section = make_index(NewsIndexPage)
    form = reverse("wagtailadmin_pages:add", args=["news", "newspage", section.pk])
    assert f'href="{form}"' in home_of(editor)
    assert at_desk(editor).get(form).status_code == 200
    assert form not in home_of(reviewer)
