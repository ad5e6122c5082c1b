"""A text goes back with a reason, and everybody who had a hand in it is told."""

from __future__ import annotations

import pytest
from django.core import mail

from tests.builders import make_news
from tests.pages.desk import (
    act,
    at_desk,
    is_live,
    open_editor,
    send_back,
    sign,
    sign_by_address,
    step_of,
    submit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor):
    """A story that the editor handed in."""
    page = make_news(live=False, owner=editor)
    submit(editor, page)
    page.refresh_from_db()
    return page


def test_a_return_needs_a_reason(story, reviewer):
    """Without one nothing happens, in the editor and by address."""
    assert send_back(reviewer, story, "  ").status_code == 409
    sign_by_address(reviewer, story, "reject", comment="")
    sign_by_address(reviewer, story, "reject", comment=" ")
    assert step_of(story) == "Thẩm định"


def test_the_author_gets_the_text_back(story, reviewer, editor):
    """The round waits for changes, and the editor may write again."""
    send_back(reviewer, story, "Thiếu ngày ban hành.")
    round_ = story.workflow_states.get()
    assert round_.status == "needs_changes"
    assert round_.current_task_state.comment == "Thiếu ngày ban hành."
    assert open_editor(at_desk(editor), story)


def test_an_editor_cannot_return(story, editor):
    """The forged POST changes nothing."""
    act(editor, story, "reject", "Tự trả lại")
    sign_by_address(editor, story, "reject", comment="Tự trả lại")
    assert step_of(story) == "Thẩm định"


def test_a_superuser_may_free_a_stuck_text(story, admin):
    """Returning is harmless; signing is not."""
    send_back(admin, story, "Người thẩm định nghỉ dài ngày.")
    assert story.workflow_states.get().status == "needs_changes"


def test_a_corrected_text_begins_at_the_first_step(story, reviewer, approver, editor):
    """Returned by the approver, corrected, it is reviewed again."""
    sign(reviewer, story)
    send_back(approver, story, "Sai tên trường.")
    submit(editor, story, title="Tên đã sửa")
    assert step_of(story) == "Thẩm định"
    sign(reviewer, story)
    sign(approver, story)
    assert is_live(story)


def test_author_and_earlier_signers_are_told_why(
    story, reviewer, approver, editor, django_capture_on_commit_callbacks
):
    """The mail carries title, reason and link, and nothing of the text."""
    sign(reviewer, story)
    with django_capture_on_commit_callbacks(execute=True):
        send_back(approver, story, "Sai tên trường.")
    assert {message.to[0] for message in mail.outbox} == {editor.email, reviewer.email}
    for message in mail.outbox:
        assert "Sai tên trường." in message.body
        assert f"/pages/{story.pk}/edit/" in message.body
        assert story.lead not in message.body
