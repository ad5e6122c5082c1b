"""Who is mailed when a text is handed in, signed and published."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from tests.builders import make_news, make_user
from tests.pages.desk import is_live, sign, step_of, submit

pytestmark = pytest.mark.django_db


def recipients() -> set[str]:
    """Everybody in the outbox."""
    return {address for message in mail.outbox for address in message.to}


@pytest.fixture
def story(editor):
    """A draft of the editor."""
    return make_news(live=False, owner=editor)


def test_reviewers_hear_of_a_text_that_is_handed_in(
    story, editor, reviewer, approver, admin, staff, django_capture_on_commit_callbacks
):
    """Reviewers only: neither approvers, superusers nor staff."""
    with django_capture_on_commit_callbacks(execute=True):
        submit(editor, story)
    assert recipients() == {reviewer.email}
    assert story.title in mail.outbox[0].subject
    assert story.lead not in mail.outbox[0].body


def test_no_mail_leaves_before_the_act_is_stored(story, editor, reviewer):
    """Mails wait for the commit; here it never comes."""
    submit(editor, story)
    assert not mail.outbox


def test_approvers_hear_of_a_reviewed_text(
    story, editor, reviewer, approver, django_capture_on_commit_callbacks
):
    """The next signers are told."""
    submit(editor, story)
    with django_capture_on_commit_callbacks(execute=True):
        sign(reviewer, story)
    assert recipients() == {approver.email}


def test_the_author_hears_of_publication(
    story, editor, reviewer, approver, django_capture_on_commit_callbacks
):
    """With the address of the page."""
    submit(editor, story)
    sign(reviewer, story)
    with django_capture_on_commit_callbacks(execute=True):
        sign(approver, story)
    assert recipients() == {editor.email}
    story.refresh_from_db()
    assert story.full_url in mail.outbox[0].body


def test_a_scheduled_page_is_not_called_published(
    story, editor, reviewer, approver, django_capture_on_commit_callbacks
):
    """The mail says when it will be."""
    later = timezone.localtime() + dt.timedelta(days=2)
    submit(editor, story, go_live_at=later.strftime("%d/%m/%Y %H:%M"))
    sign(reviewer, story)
    with django_capture_on_commit_callbacks(execute=True):
        sign(approver, story)
    assert not is_live(story)
    assert later.strftime("%H:%M") in mail.outbox[0].body


def test_a_mail_server_that_fails_loses_no_act(
    story, editor, reviewer, settings, django_capture_on_commit_callbacks
):
    """Handed in, although nobody could be told."""
    settings.EMAIL_BACKEND = "tests.pages.broken_mail.BrokenBackend"
    with django_capture_on_commit_callbacks(execute=True):
        response = submit(editor, story)
    assert response.status_code == 302
    assert step_of(story) == "Thẩm định"


def test_a_signer_without_address_is_passed_over(
    story, editor, reviewer, django_capture_on_commit_callbacks
):
    """An empty address is no recipient."""
    make_user("khong-thu", "Reviewers", email="")
    with django_capture_on_commit_callbacks(execute=True):
        submit(editor, story)
    assert recipients() == {reviewer.email}
