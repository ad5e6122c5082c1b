"""Nobody is shown without consent; when it ends or is withdrawn, everything goes at once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry, Revision

from honors.consent import WITHDRAW, withdraw
from honors.models import Consent
from search.query import search
from search.results import SearchRequest
from tests.builders import make_consent, make_honoree, make_news, make_picture
from tests.pages.desk import at_desk, is_live, said, sign, step_of, submit

pytestmark = pytest.mark.django_db

WRONG = {
    "none": None,
    "withdrawn": {"withdrawn_at": timezone.now()},
    "over": {"valid_until": dt.date(2026, 1, 2)},
    "not begun": {"given_on": timezone.localdate() + dt.timedelta(days=3)},
}


@pytest.fixture(params=WRONG)
def without(request):
    """A draft of a person whose consent is not valid."""
    page = make_honoree(live=False, consent=False)
    if WRONG[request.param]:
        make_consent(page, **WRONG[request.param])
    return page


def test_code_cannot_publish(without):
    with pytest.raises(ValidationError, match="đồng ý"):
        without.get_latest_revision().publish()
    assert not is_live(without)


def test_no_signature_is_taken(without, editor, reviewer):
    submit(editor, without)
    assert "đồng ý" in said(sign(reviewer, without))
    assert step_of(without) == "Thẩm định"


def test_the_last_signature_is_refused_when_consent_ended_meanwhile(editor, reviewer, approver):
    page = make_honoree(live=False)
    submit(editor, page)
    sign(reviewer, page)
    page.consents.update(valid_until=timezone.localdate())
    assert "đồng ý" in said(sign(approver, page))
    assert not is_live(page)
    assert step_of(page) == "Phê duyệt"


def test_the_schedule_is_refused_and_kept(without):
    Revision.objects.for_instance(without).update(
        approved_go_live_at=timezone.now() - dt.timedelta(minutes=1)
    )
    with pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    assert not is_live(without)


def test_a_child_needs_the_representative():
    page = make_honoree(live=False, consent=False)
    consent = Consent(
        honoree=page, relation="self", given_by="Bé", is_child=True, given_on=dt.date(2026, 1, 1)
    )
    with pytest.raises(ValidationError, match="người đại diện"):
        consent.full_clean()


def test_the_profile_ends_with_the_consent():
    page = make_honoree(live=False, consent=False)
    end = timezone.localdate() + dt.timedelta(days=30)
    consent = make_consent(page, valid_until=end)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert timezone.localtime(page.expire_at) == timezone.make_aware(
        dt.datetime.combine(end, dt.time())
    )
    consent.valid_until = None
    consent.save()
    page.refresh_from_db()
    assert page.expire_at is None


def test_an_earlier_expiry_of_the_editor_stays():
    soon = timezone.now() + dt.timedelta(days=2)
    page = make_honoree(live=False, consent=False, expire_at=soon)
    make_consent(page, valid_until=timezone.localdate() + dt.timedelta(days=30))
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.expire_at == soon


def test_a_consent_that_is_corrected_to_an_end_in_the_past_takes_the_profile_down():
    page = make_honoree()
    page.consents.update(given_on=dt.date(2026, 1, 1))
    consent = page.consents.get()
    consent.valid_until = dt.date(2026, 2, 1)
    consent.save()
    assert not is_live(page)


@pytest.fixture
def shown():
    """A published profile with a portrait, its renditions, and an old address."""
    portrait = make_picture("Ảnh cô Mẫu")
    page = make_honoree("Nguyễn Thị Mẫu", live=False, consent=False, portrait=portrait)
    make_consent(page, includes_photo=True)
    page.get_latest_revision().publish()
    Redirect.objects.create(old_path="/bang-vang/nguyen-thi-cu", redirect_page=page)
    page.refresh_from_db()
    return page


def files_of(page):
    """Every file of the portrait on the disk."""
    renditions = [rendition.file.name for rendition in page.portrait.renditions.all()]
    return [page.portrait.file.name, *renditions]


def test_withdrawal_leaves_nothing_public(
    shown, client, editor, django_capture_on_commit_callbacks
):
    assert shown.portrait.get_rendition("fill-40x50").file
    files, consent = files_of(shown), shown.consents.get()
    assert all(default_storage.exists(name) for name in files)
    with django_capture_on_commit_callbacks(execute=True):
        assert withdraw(consent, editor, "Gọi điện ngày 24/11") is True
    assert not is_live(shown)
    assert [name for name in files if default_storage.exists(name)] == []
    assert client.get(shown.get_url_parts()[2]).status_code == 404
    assert client.get("/bang-vang/nguyen-thi-cu", follow=True).status_code == 404
    assert search(SearchRequest("Nguyễn Thị Mẫu"), editor).total == 0
    entry = PageLogEntry.objects.get(page=shown.pk, action=WITHDRAW)
    assert (entry.user, entry.data["reason"]) == (editor, "Gọi điện ngày 24/11")


def test_withdrawal_ends_schedule_and_moderation(shown, editor):
    submit(editor, shown)
    Revision.objects.for_instance(shown).update(
        approved_go_live_at=timezone.now() + dt.timedelta(days=1)
    )
    withdraw(shown.consents.get(), editor, "Đơn")
    shown.refresh_from_db()
    assert shown.current_workflow_state is None
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_another_consent_keeps_the_profile(shown, editor):
    make_consent(shown, includes_photo=True)
    withdraw(shown.consents.last(), editor, "Ghi trùng")
    assert is_live(shown)
    assert shown.portrait.file.storage.exists(shown.portrait.file.name)


def test_a_picture_that_others_show_stays(shown, editor, django_capture_on_commit_callbacks):
    make_news("Tin có ảnh", cover=shown.portrait)
    name = shown.portrait.file.name
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(shown.consents.get(), editor, "Đơn")
    assert default_storage.exists(name)


def test_a_second_withdrawal_does_nothing(shown, editor):
    consent = shown.consents.get()
    assert withdraw(consent, editor, "Đơn") is True
    assert withdraw(consent, editor, "Đơn") is False
    assert PageLogEntry.objects.filter(action=WITHDRAW).count() == 1


def address_of(consent):
    return reverse("honors_consent_modeladmin_delete", args=[consent.pk])


def test_the_screen_tells_what_goes_and_asks_why(shown, editor):
    story = make_news("Tin về cô Mẫu", honorees=[shown])
    consent, browser = shown.consents.get(), at_desk(editor)
    page = browser.get(address_of(consent)).content.decode()
    assert "Nguyễn Thị Mẫu" in page
    assert "Ảnh cô Mẫu" in page
    assert story.title in page
    assert browser.post(address_of(consent), {"reason": ""}).status_code == 200
    assert is_live(shown)
    assert browser.post(address_of(consent), {"reason": "Đơn"}).status_code == 302
    assert not is_live(shown)


def test_who_does_not_keep_the_register_cannot_withdraw(shown, reviewer):
    consent = shown.consents.get()
    assert at_desk(reviewer).post(address_of(consent), {"reason": "x"}).status_code in {302, 403}
    consent.refresh_from_db()
    assert consent.withdrawn_at is None


def test_a_withdrawn_consent_stays_as_it_is(shown, admin):
    consent = shown.consents.get()
    withdraw(consent, admin, "Đơn")
    edit = reverse("honors_consent_modeladmin_edit", args=[consent.pk])
    assert at_desk(admin).get(edit).status_code in {302, 403}
    assert at_desk(admin).get(address_of(consent)).status_code in {302, 403}
