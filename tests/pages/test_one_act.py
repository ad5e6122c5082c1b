"""Each act of an editor happens whole or not at all."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.signals import page_published, page_unpublished

from pages.signal_handlers import SCHEDULE_FAILED
from tests.builders import make_news
from tests.pages.desk import at_desk, is_live, save, scheduled, sign, step_of, submit

pytestmark = pytest.mark.django_db


class PowerCutError(Exception):
    """What happens in the middle of an act."""


@pytest.fixture
def power_cut():
    """The ids of pages whose publication and withdrawal end in the middle."""
    struck: set[int] = set()

    def cut(sender, instance, **kwargs):
        if instance.pk in struck:
            raise PowerCutError

    page_published.connect(cut)
    page_unpublished.connect(cut)
    yield struck
    page_published.disconnect(cut)
    page_unpublished.disconnect(cut)


def test_a_last_signature_that_fails_leaves_no_trace(editor, reviewer, approver, power_cut):
    """Neither the signature, nor the page, nor an audit entry."""
    page = make_news(live=False)
    submit(editor, page)
    sign(reviewer, page)
    power_cut.add(page.pk)
    before = PageLogEntry.objects.filter(page=page.pk).count()
    with pytest.raises(PowerCutError):
        sign(approver, page)
    assert not is_live(page)
    assert step_of(page) == "Phê duyệt"
    assert PageLogEntry.objects.filter(page=page.pk).count() == before


def test_a_publication_that_fails_keeps_no_revision(admin, power_cut):
    """The draft saved on the way goes too: the browser still holds it."""
    page = make_news(live=False)
    power_cut.add(page.pk)
    before = page.revisions.count()
    with pytest.raises(PowerCutError):
        save(admin, page, action__publish="1", title="Tên mới")
    assert page.revisions.count() == before
    assert not is_live(page)


def test_a_withdrawal_that_fails_leaves_the_page_live(admin, power_cut):
    """No audit entry of something that did not happen."""
    page = make_news()
    power_cut.add(page.pk)
    with pytest.raises(PowerCutError):
        at_desk(admin).post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert is_live(page)
    assert not PageLogEntry.objects.filter(page=page.pk, action="wagtail.unpublish").exists()


def test_one_failing_page_does_not_stop_the_others(admin, power_cut):
    """The good one goes live; the bad one keeps its schedule and is reported."""
    bad, good = scheduled("Hỏng"), scheduled("Tốt")
    power_cut.add(bad.pk)
    with pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    assert is_live(good)
    assert not is_live(bad)
    assert bad.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_failure_is_kept_and_mailed_once(
    admin, power_cut, mailoutbox, django_capture_on_commit_callbacks
):
    """The next run tries again and does not mail again."""
    bad = scheduled("Hỏng")
    power_cut.add(bad.pk)
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True), pytest.raises(CommandError):
            call_command("publish_scheduled", verbosity=0)
    assert PageLogEntry.objects.filter(page=bad.pk, action=SCHEDULE_FAILED).count() == 1
    assert [message.to for message in mailoutbox] == [[admin.email]]


def test_a_cured_page_goes_live_at_the_next_run(power_cut):
    """Nothing has to be scheduled anew."""
    page = scheduled("Hỏng")
    power_cut.add(page.pk)
    with pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    power_cut.clear()
    call_command("publish_scheduled", verbosity=0)
    assert is_live(page)


def test_an_expired_page_leaves():
    """Unpublished by the same command."""
    page = make_news(expire_at=timezone.now() - dt.timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert not is_live(page)
