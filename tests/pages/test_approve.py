"""Two signatures publish a page; nobody signs their own text, twice, or unseen."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageLogEntry

from pages.signal_handlers import PAST_WORKFLOW
from tests.builders import make_honoree, make_news, make_user
from tests.pages.desk import (
    act,
    at_desk,
    is_live,
    open_editor,
    save,
    send,
    sign,
    sign_by_address,
    step_of,
    submit,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor):
    """A story that the editor handed in."""
    page = make_news(live=False)
    submit(editor, page)
    page.refresh_from_db()
    return page


def test_a_text_waits_for_review_first(story):
    """The reviewers' step comes before the approvers'."""
    assert step_of(story) == "Thẩm định"
    assert not is_live(story)


def test_the_last_signature_publishes(story, reviewer, approver):
    """Reviewer, then approver; only then is it live."""
    assert sign(reviewer, story).status_code == 302
    assert step_of(story) == "Phê duyệt"
    assert not is_live(story)
    sign(approver, story)
    assert is_live(story)
    assert story.workflow_states.get().status == "approved"


def test_a_signer_is_told_what_became_of_it_and_sent_where_they_may_go(story, reviewer, approver):
    """The list of pages is not for signers: nothing is said of missing rights."""
    for signer, told in ((reviewer, "chờ bước duyệt tiếp theo"), (approver, "đủ hai bước duyệt")):
        browser = at_desk(signer)
        answer = browser.get(act(signer, story, "approve", browser=browser).url)
        assert answer.status_code == 200
        said = [str(message) for message in answer.context["messages"]]
        assert len(said) == 1
        assert told in said[0]


def test_what_was_signed_is_what_is_published(story, reviewer, approver):
    """The live revision is the one both looked at."""
    handed_in = story.get_latest_revision()
    sign(reviewer, story)
    sign(approver, story)
    story.refresh_from_db()
    assert story.live_revision == handed_in


def test_signing_leaves_the_text_alone(story, reviewer):
    """A signature makes no revision: the reviewer does not become the author."""
    before = story.revisions.count()
    sign(reviewer, story)
    assert story.revisions.count() == before


def test_the_editor_cannot_sign(story, editor):
    """Neither in the editor nor by address."""
    sign(editor, story)
    sign_by_address(editor, story)
    assert step_of(story) == "Thẩm định"


def test_an_editor_among_the_reviewers_cannot_sign_their_own_text(story, editor):
    """Whoever made the last revision gets no approve action and no signature."""
    editor.groups.add(Group.objects.get(name="Reviewers"))
    names = [action[0] for action in story.current_workflow_task.get_actions(story, editor)]
    assert names == ["reject"]
    response = sign(editor, story)
    assert response.status_code == 409
    sign_by_address(editor, story)
    assert step_of(story) == "Thẩm định"


def test_nobody_signs_both_steps(story):
    """The head who is also a reviewer needs another reviewer or another approver."""
    both = make_user("kiem-nhiem", "Reviewers", "Approvers")
    sign(both, story)
    assert step_of(story) == "Phê duyệt"
    assert sign(both, story).status_code == 409
    sign_by_address(both, story)
    assert not is_live(story)


def test_an_approver_cannot_sign_the_review(story, approver):
    """Each step is signed by its own group."""
    sign_by_address(approver, story)
    assert step_of(story) == "Thẩm định"


def test_a_superuser_outside_the_groups_cannot_sign(story, admin):
    """A superuser publishes past the workflow or not at all; signatures stay true."""
    assert sign(admin, story).status_code == 409
    sign_by_address(admin, story)
    assert step_of(story) == "Thẩm định"


def test_a_text_that_changed_meanwhile_is_not_signed(story, reviewer, admin):
    """The approval names the revision looked at; the other is shown again."""
    browser = at_desk(reviewer)
    looked_at = open_editor(browser, story)
    save(admin, story, title="Tên khác")
    response = sign(reviewer, story, form=looked_at)
    assert response.status_code == 409
    assert not story.workflow_states.get().task_states.filter(status="approved").exists()
    assert sign(reviewer, story).status_code == 302


def test_a_changed_text_needs_both_signatures_again(story, reviewer, approver, admin):
    """A change after the review sends the new text to the reviewers."""
    sign(reviewer, story)
    save(admin, story, title="Tên khác")
    assert step_of(story) == "Thẩm định"
    sign_by_address(approver, story)
    assert not is_live(story)


def test_a_signer_who_changes_the_text_does_not_sign_it(story, reviewer):
    """Approve with a changed form is refused and keeps what was typed."""
    browser = at_desk(reviewer)
    form = open_editor(browser, story)
    form["lead"] = "Câu dẫn do người thẩm định viết lại."
    response = sign(reviewer, story, form=form)
    assert response.status_code == 409
    assert "Câu dẫn do người thẩm định viết lại." in response.content.decode()
    assert step_of(story) == "Thẩm định"


def test_an_old_step_cannot_be_signed(story, reviewer):
    """A second POST to the same address changes nothing."""
    state = story.workflow_states.get().current_task_state
    sign_by_address(reviewer, story)
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    at_desk(reviewer).post(url)
    assert step_of(story) == "Phê duyệt"
    assert story.workflow_states.get().task_states.filter(status="approved").count() == 1


def test_extra_data_cannot_bend_the_act(story, reviewer):
    """A forged `update: false` would leave the round without its next step."""
    browser = at_desk(reviewer)
    send(
        browser,
        story,
        open_editor(browser, story),
        action__workflow__action="true",
        workflow__action__name="approve",
        workflow__action__extra__data='{"update": false, "comment": "đạt"}',
    )
    assert step_of(story) == "Phê duyệt"


def test_a_person_without_consent_is_not_approved(editor, reviewer):
    """The page type's own objections are told at the signature."""
    profile = make_honoree(consent=False, live=False)
    submit(editor, profile)
    assert sign(reviewer, profile).status_code == 409
    assert step_of(profile) == "Thẩm định"


def test_an_editor_cannot_publish(editor):
    """Not even with a forged button."""
    page = make_news(live=False)
    response = save(editor, page, action__publish="1")
    assert response.status_code == 409
    assert not is_live(page)


def test_a_superuser_publishes_and_the_log_says_so(admin):
    """Publication past the workflow is an entry of its own."""
    page = make_news(live=False)
    save(admin, page, action__publish="1")
    assert is_live(page)
    entry = PageLogEntry.objects.get(page=page.pk, action=PAST_WORKFLOW)
    assert entry.user == admin


def test_a_signed_publication_is_not_called_past_the_workflow(story, reviewer, approver):
    """The log tells the two apart."""
    sign(reviewer, story)
    sign(approver, story)
    assert not PageLogEntry.objects.filter(page=story.pk, action=PAST_WORKFLOW).exists()
