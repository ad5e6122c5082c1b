"""Every act that readers may see puts out of date what is kept, when it counts and not before."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Site

from accounts.audience import Audience
from honors.consent import withdraw
from pages.models import ContentChange, PortalDocument, PortalPage, PortalSettings, SocialAccount
from pages.page_cache.freshness import forget, state
from regulations.models import Relation
from tests.builders import (
    make_award,
    make_award_type,
    make_consent,
    make_decision,
    make_home,
    make_honoree,
    make_information,
    make_news,
    make_organization,
    make_picture,
    make_plan,
)
from tests.pages.desk import at_desk, scheduled

pytestmark = pytest.mark.django_db


class UndoneError(Exception):
    """What ends a transaction without a trace."""


def publish_a_change(story):
    story = type(story).objects.get(pk=story.pk)
    story.title = "Cô giáo miền xuôi"
    story.save_revision().publish()


def undone(story, meanwhile=lambda: None):
    """A publication that ends without a trace."""
    with contextlib.suppress(UndoneError), transaction.atomic():
        publish_a_change(story)
        meanwhile()
        raise UndoneError


def move_before_the_first(story):
    first = make_news("Tin đầu")
    story.move(first, pos="left")


def settle(**fields):
    portal = PortalSettings.for_site(Site.objects.get())
    for name, value in fields.items():
        setattr(portal, name, value)
    portal.save()


PAGE_ACTS = {
    "publication": publish_a_change,
    "unpublication": lambda story: story.unpublish(),
    "move": move_before_the_first,
    "deletion": lambda story: story.delete(),
    "another story": lambda story: make_news("Tin khác"),
    "menu": lambda story: make_information(show_in_menus=True),
    "settings": lambda story: settle(name="Trường Hoa Sen"),
    "accounts": lambda story: settle(
        social_accounts=[SocialAccount(name="Zalo", url="https://z/")]
    ),
    "site": lambda story: Site.objects.get().save(),
    "organization": lambda story: make_organization(),
    "award type": lambda story: make_award_type(),
    "picture": lambda story: make_picture(),
    "tag": lambda story: (story.tags.add("Hoa sen"), story.save()),
}


@pytest.mark.parametrize("act", PAGE_ACTS.values(), ids=PAGE_ACTS)
def test_acts_on_pages_and_their_frame(changes, act):
    story = make_news("Cô giáo vùng cao")
    assert changes("/tin-tuc/", lambda: act(story))


def test_a_size_of_a_picture_that_goes(changes):
    size = make_picture().get_rendition("width-50")
    make_home()
    assert changes("/", size.delete)


def test_a_file_that_is_replaced(changes):
    file = PortalDocument.objects.create(title="Đơn", file=ContentFile(b"1", name="don.txt"))
    make_home()

    def replace():
        file.file = ContentFile(b"2", name="don.txt")
        file.save()

    assert changes("/", replace)


def test_awards_and_their_revocation(changes):
    decision = make_decision(audience=Audience.PUBLIC)
    honoree = make_honoree()
    assert changes(honoree.url, lambda: make_award(decision, "An", honoree=honoree))
    award = decision.awards.model.objects.get()
    assert changes(honoree.url, award.delete)


def test_relations_between_documents(changes):
    source = make_plan("Kế hoạch mới", audience=Audience.PUBLIC)
    target = make_plan("Kế hoạch cũ", audience=Audience.PUBLIC)
    made = {"kind": "repeals", "takes_effect_on": dt.date(2026, 1, 1)}
    assert changes(
        target.url, lambda: Relation.objects.create(source=source, target=target, **made)
    )


def test_consent_withdrawn_is_gone_with_the_next_request(changes, visit, admin):
    honoree = make_honoree("Vũ Minh An")
    consent = honoree.consents.get()
    wall = honoree.get_parent().url
    visit(honoree.url)
    assert changes(wall, lambda: withdraw(consent, admin, "Đã đổi ý"))
    assert "Vũ Minh An" not in visit(wall)[0].content.decode()
    assert visit(honoree.url)[0].status_code == 404


def test_consent_given(changes):
    honoree = make_honoree(live=False, consent=False)
    assert changes(honoree.get_parent().url, lambda: make_consent(honoree))


def test_a_page_whose_time_has_come(changes):
    scheduled("Đến giờ")
    assert changes("/tin-tuc/", lambda: call_command("publish_scheduled"))


def test_code_that_changed(changes):
    make_home()
    assert changes("/", lambda: call_command("forget_pages"))


def test_drafts_locks_and_sign_in_change_nothing(changes, editor):
    story = make_news()

    def write_a_draft():
        story.title = "Bản nháp"
        story.save_revision()
        story.locked = True
        story.save(update_fields=["locked"])
        at_desk(editor)

    assert not changes("/tin-tuc/", write_a_draft)


def test_a_visitor_for_whom_a_size_is_made_changes_nothing(is_kept):
    make_news(cover=make_picture())
    assert is_kept("/tin-tuc/")


def test_a_publication_that_is_rolled_back_changes_nothing(changes, visit):
    story = make_news("Cô giáo vùng cao")

    def meanwhile():
        # As far as one connection can show it: what is read within the act leaves nothing behind.
        assert not visit("/tin-tuc/")[1]

    assert not changes("/tin-tuc/", lambda: undone(story, meanwhile))
    assert "miền xuôi" not in visit("/tin-tuc/")[0].content.decode()


def test_after_a_rolled_back_act_the_next_one_counts(changes):
    story = make_news()

    def fail_and_publish():
        undone(story)
        publish_a_change(story)

    assert changes("/tin-tuc/", fail_and_publish)


def test_a_page_ends_at_its_second(changes, visit, monkeypatch):
    story = make_news("Cô giáo vùng cao", expire_at=timezone.now() + dt.timedelta(hours=1))
    later = timezone.now() + dt.timedelta(hours=1, seconds=1)
    assert changes("/tin-tuc/", lambda: monkeypatch.setattr(timezone, "now", lambda: later))
    assert story.title not in visit("/tin-tuc/")[0].content.decode()


def test_nothing_outlives_midnight_in_vietnam(changes, monkeypatch):
    make_home()
    night = dt.datetime(2026, 11, 27, 16, 59, 59, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: night)
    after = night + dt.timedelta(seconds=1)
    assert changes("/", lambda: monkeypatch.setattr(timezone, "now", lambda: after))


def test_what_a_writer_noted_stays_one_row():
    before = ContentChange.objects.count()
    for _ in range(3):
        make_news()
    assert ContentChange.objects.count() <= before + 1


def test_rows_of_writers_that_are_gone_leave_and_the_state_is_new():
    for writer in range(50):
        ContentChange.objects.create(writer=writer, token=writer)
    before = state()
    forget()
    assert ContentChange.objects.count() == 1
    assert state() != before


def test_the_next_end_is_found_by_an_index():
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "EXPLAIN QUERY PLAN SELECT MIN(expire_at) FROM pages_portalpage"
                " WHERE expire_at > '2026-01-01'"
            )
            assert "page_ends" in str(cursor.fetchall())
    assert "page_ends" in {index.name for index in PortalPage._meta.indexes}
