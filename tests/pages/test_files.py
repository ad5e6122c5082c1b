"""Files follow their pages."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from accounts.audience import Audience
from pages.models import PortalDocument
from tests.builders import make_news, make_regulation
from tests.pages.desk import at_desk, sign, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    """A text file that no page uses."""
    return PortalDocument.objects.create(
        title="Danh sách", file=ContentFile(b"danh sach", name="danh-sach.txt")
    )


def use(document: PortalDocument, **fields):
    """A page with the file in its body."""
    return make_news(body=[("document", document)], **fields)


def test_a_file_of_a_public_page_is_served(client, document):
    """To everyone, and asked for again each time."""
    use(document)
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"danh sach"
    assert response["Cache-Control"] == "no-cache"


def test_a_visitor_is_led_to_sign_in_for_others(client, document):
    """For a file of staff, for one of a draft, and for one that no page uses."""
    assert client.get(document.url).url.startswith("/dang-nhap/?next=/tai-lieu/")
    use(document, live=False)
    use(document, audience=Audience.STAFF)
    assert client.get(document.url).status_code == 302


def test_staff_open_the_files_of_their_pages(staff, document):
    """And no cache keeps them."""
    use(document, audience=Audience.STAFF)
    response = at_desk(staff).get(document.url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_staff_do_not_open_the_files_of_the_council(staff, council, document):
    """404: neither name nor existence."""
    use(document, audience=Audience.COUNCIL)
    assert at_desk(staff).get(document.url).status_code == 404
    assert at_desk(council).get(document.url).status_code == 200


def test_editors_open_every_file(editor, document):
    """They write the drafts that refer to it."""
    assert at_desk(editor).get(document.url).status_code == 200


def test_signers_open_the_files_of_the_drafts_before_them(editor, reviewer, approver, document):
    """Not before the draft is handed in, and only at their own step."""
    page = make_regulation(original=document, live=False)
    assert at_desk(reviewer).get(document.url).status_code == 404
    submit(editor, page)
    assert at_desk(reviewer).get(document.url).status_code == 200
    assert at_desk(approver).get(document.url).status_code == 404
    sign(reviewer, page)
    assert at_desk(approver).get(document.url).status_code == 200


def test_the_file_goes_when_the_page_goes(client, document):
    """At once."""
    page = use(document)
    assert client.get(document.url).status_code == 200
    page.unpublish()
    assert client.get(document.url).status_code == 302


def test_the_digest_of_a_file_is_no_key_to_it(client, staff, document):
    """The right ETag answers as the wrong one does."""
    document.get_file_hash()
    for browser in (client, at_desk(staff)):
        right, wrong = (
            browser.get(document.url, headers={"if-none-match": f'"{digest}"'})
            for digest in (document.file_hash, "0" * 40)
        )
        assert right.status_code == wrong.status_code != 304
        assert "ETag" not in right.headers


def test_originals_have_no_other_address(client, document):
    """Not under the address of pictures."""
    assert client.get(f"/tep/{document.file.name}").status_code == 404
