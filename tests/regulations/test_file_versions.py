"""A replaced file: its address leads on, its bytes stay, dated, for staff."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.audience import Audience
from pages.models import PortalDocument
from pages.moderation.uses import is_kept
from regulations.models import Annex, FileVersion
from tests.builders import make_regulation
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db


def make_file(name="ban-goc.pdf"):
    return PortalDocument.objects.create(title=name, file=ContentFile(name.encode(), name=name))


def replace(page, file):
    """Another original, published as any other change."""
    page.original = file
    page.save_revision().publish()


@pytest.fixture
def files():
    """The first original and the one in its place."""
    return make_file("ban-dau.pdf"), make_file("ban-sau.pdf")


@pytest.fixture
def document(files):
    """A public document whose original was replaced."""
    document = make_regulation(original=files[0], audience=Audience.PUBLIC)
    replace(document, files[1])
    return document


def copy_of(page):
    version = FileVersion.objects.get(page=page, until__isnull=False)
    return f"/ban-cu/{version.pk}/{version.file.filename}"


def test_the_address_of_a_replaced_file_leads_to_the_new_one(client, staff, document, files):
    for browser in (client, at_desk(staff)):
        answer = browser.get(files[0].url)
        assert (answer.status_code, answer.url) == (302, files[1].url)
    assert client.get(files[1].url).status_code == 200


def test_staff_find_the_old_copy_with_its_date(client, staff, document):
    today = f"{timezone.localdate():%d/%m/%Y}"
    body = at_desk(staff).get(document.url).content.decode()
    assert f"bản cũ đến ngày\u00a0{today}" in body
    assert copy_of(document) in body
    assert copy_of(document) not in client.get(document.url).content.decode()


def test_the_old_copy_keeps_its_bytes_and_its_address(staff, document):
    answer = at_desk(staff).get(copy_of(document))
    assert b"".join(answer.streaming_content) == b"ban-dau.pdf"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_visitor_is_asked_to_sign_in_for_any_old_copy(client, document):
    for address in (copy_of(document), "/ban-cu/999999/a.pdf"):
        assert client.get(address).url.startswith("/dang-nhap/?next=/ban-cu/")


def test_an_old_copy_follows_the_audience_it_had(staff, council, files):
    """What only the Council read does not open because the page did."""
    page = make_regulation(original=files[0], audience=Audience.COUNCIL)
    page.audience = Audience.STAFF
    replace(page, files[1])
    assert at_desk(staff).get(copy_of(page)).status_code == 404
    assert copy_of(page) not in at_desk(staff).get(page.url).content.decode()
    assert at_desk(council).get(copy_of(page)).status_code == 200


def test_an_old_copy_goes_when_the_page_goes(staff, document):
    address = copy_of(document)
    document.unpublish()
    assert at_desk(staff).get(address).status_code == 404


def test_the_wrong_name_opens_nothing(staff, document):
    assert at_desk(staff).get(copy_of(document) + "x").status_code == 404


def test_the_bytes_of_an_old_copy_are_kept(document, files):
    assert is_kept(files[0])


def test_a_draft_replaces_nothing(client, document, files):
    document.original = make_file("ban-nhap.pdf")
    document.save_revision()
    assert client.get(files[1].url).status_code == 200
    assert FileVersion.objects.filter(page=document, until__isnull=False).count() == 1


def test_annexes_have_old_copies_too(client, staff):
    page = make_regulation(audience=Audience.PUBLIC)
    old, new = make_file("mau-1.docx"), make_file("mau-2.docx")
    page.annexes.add(Annex(title="Mẫu số 1", file=old))
    page.save_revision().publish()
    page.annexes.get().file = new
    page.annexes = [Annex(title="Mẫu số 1", file=new)]
    page.save_revision().publish()
    assert client.get(old.url).url == new.url
    assert "Mẫu số 1</a>, bản cũ đến ngày" in at_desk(staff).get(page.url).content.decode()


def test_a_file_that_comes_back_is_served_as_itself(client, document, files):
    replace(document, files[0])
    assert client.get(files[0].url).status_code == 200
    assert client.get(files[1].url).url == files[0].url


def test_a_history_from_before_the_ledger_is_read_from_the_revisions(files, staff, admin):
    """Publications that the log knows, of a document that the ledger does not."""
    page = make_regulation(audience=Audience.PUBLIC, live=False, original=files[0])
    page.get_latest_revision().publish(user=admin)
    FileVersion.objects.all().delete()
    page.refresh_from_db()
    replace(page, files[1])
    assert FileVersion.objects.get(page=page, until__isnull=False).file == files[0]
