"""A save on a stale revision answers 409 and keeps the user's text."""

from __future__ import annotations

import pytest
from wagtail.test.utils.form_data import querydict_from_html

from tests.builders import make_news
from tests.pages.desk import at_desk, edit_url, open_editor, save, send, sign, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_desks(editor, admin):
    """A draft opened by the editor, and saved by the admin after that."""
    page = make_news("Tên gốc", live=False)
    browser = at_desk(editor)
    form = open_editor(browser, page)
    save(admin, page, title="Tên của đồng nghiệp")
    return page, browser, form


def test_the_second_save_is_refused(two_desks):
    """Nothing of the colleague's is overwritten."""
    page, browser, form = two_desks
    response = send(browser, page, form, title="Tên của tôi")
    assert response.status_code == 409
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Tên của đồng nghiệp"


def test_the_users_text_stays_in_the_form(two_desks):
    """With a link to compare, and without saving by itself."""
    page, browser, form = two_desks
    shown = send(browser, page, form, title="Tên của tôi").content.decode()
    assert 'value="Tên của tôi"' in shown
    assert f"/pages/{page.pk}/revisions/compare/" in shown
    assert "w-autosave-interval" not in shown


def test_saving_again_knowingly_puts_the_text_in_place(two_desks):
    """The form of the 409 page names the latest revision."""
    page, browser, form = two_desks
    response = send(browser, page, form, title="Tên của tôi")
    again = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    again["body-count"] = "0"
    assert browser.post(edit_url(page), again).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Tên của tôi"


def test_handing_in_a_stale_text_is_refused(two_desks):
    """Submitting saves too."""
    page, browser, form = two_desks
    assert send(browser, page, form, action__submit="1").status_code == 409
    assert not page.workflow_in_progress


def test_an_automatic_save_is_refused_as_well(two_desks):
    """By Wagtail's own answer."""
    page, browser, form = two_desks
    response = browser.post(edit_url(page), form, headers={"accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error_code"] == "invalid_revision"


def test_nothing_saves_itself_during_moderation(editor, reviewer):
    """A signer who touches a key does not become the author."""
    page = make_news(live=False)
    submit(editor, page)
    browser = at_desk(reviewer)
    form = open_editor(browser, page)
    before = page.revisions.count()
    response = browser.post(edit_url(page), form, headers={"accept": "application/json"})
    assert response.json()["error_code"] == "in_review"
    assert page.revisions.count() == before


def test_a_signed_text_cannot_be_overwritten_in_place(admin, reviewer):
    """Not even by its author with a forged automatic save."""
    page = make_news(live=False)
    submit(admin, page)
    sign(reviewer, page)
    signed = page.revisions.latest("pk")
    browser = at_desk(admin)
    form = open_editor(browser, page)
    response = send(
        browser, page, form, title="Đổi sau khi ký", overwrite_revision_id=str(signed.pk)
    )
    assert response.status_code == 409
    signed.refresh_from_db()
    assert signed.content["title"] != "Đổi sau khi ký"
