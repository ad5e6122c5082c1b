"""What was signed keeps its files: no new bytes under an old name, no deletion."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.audience import Audience
from pages.models import PortalDocument, PortalImage
from tests.builders import make_news, make_picture, make_regulation
from tests.pages.desk import at_desk, is_live, send_back, sign, submit

pytestmark = pytest.mark.django_db

SIGNED, FORGED = b"ban da ky", b"ban gia"


@pytest.fixture
def original():
    """The file of a signed document."""
    file = ContentFile(SIGNED, name="quy-che.txt")
    return PortalDocument.objects.create(title="Quy chế", file=file)


def replace(user, document: PortalDocument, title="Quy chế", content: bytes | None = FORGED):
    """What the form of the file sends."""
    data = {"title": title}
    if content is not None:
        data["file"] = SimpleUploadedFile("khac.txt", content)
    return at_desk(user).post(reverse("wagtaildocs:edit", args=[document.pk]), data)


def bytes_of(thing: PortalDocument | PortalImage) -> bytes:
    """What lies on the disk now."""
    with type(thing).objects.get(pk=thing.pk).file.open("rb") as file:
        return file.read()


@pytest.mark.parametrize("role", ["editor", "admin"])
def test_a_published_original_keeps_its_bytes(client, original, role, request):
    """Whoever asks, and the reader still gets what was signed."""
    make_regulation(original=original, audience=Audience.PUBLIC)
    answer = replace(request.getfixturevalue(role), original)
    assert "Hãy tải bản mới lên thành tệp mới" in answer.context["form"].errors["file"][0]
    assert b"".join(client.get(original.url).streaming_content) == SIGNED


def test_its_title_may_change(editor, original):
    make_regulation(original=original)
    assert replace(editor, original, title="Quy chế thi đua", content=None).status_code == 302
    original.refresh_from_db()
    assert original.title == "Quy chế thi đua"
    assert bytes_of(original) == SIGNED


def test_a_file_in_the_text_is_signed_as_well(editor, original):
    make_news(body=[("document", original)])
    assert replace(editor, original).status_code == 200
    assert bytes_of(original) == SIGNED


def test_a_file_of_a_draft_is_replaced(editor, original):
    make_regulation(original=original, live=False)
    assert replace(editor, original).status_code == 302
    assert bytes_of(original) == FORGED


def test_a_file_under_signature_keeps_its_bytes_until_it_comes_back(
    editor, reviewer, approver, original
):
    """From handing in to the return, and again until the last signature and after it."""
    page = make_regulation(original=original, live=False)
    submit(editor, page)
    replace(editor, original)
    assert bytes_of(original) == SIGNED
    send_back(reviewer, page, "Thiếu con dấu")
    replace(editor, original)
    assert bytes_of(original) == FORGED
    for user, act in ((editor, submit), (reviewer, sign), (approver, sign)):
        act(user, page)
        assert replace(editor, original, content=SIGNED).status_code == 200
    assert is_live(page)
    assert bytes_of(original) == FORGED


def test_a_new_draft_of_a_published_page_counts_once_it_is_handed_in(editor, original):
    """The stored row of the page still names the old file."""
    page = make_regulation()
    page.original = original
    page.save_revision()
    submit(editor, page)
    assert replace(editor, original).status_code == 200
    assert bytes_of(original) == SIGNED


def test_what_was_signed_for_later_keeps_its_files(editor, original):
    page = make_regulation(original=original, live=False)
    page.revisions.update(approved_go_live_at=timezone.now())
    assert replace(editor, original).status_code == 200
    assert bytes_of(original) == SIGNED


@pytest.mark.parametrize("role", ["editor", "admin"])
def test_a_published_picture_keeps_its_bytes(role, request):
    picture = make_picture()
    make_news(cover=picture)
    before = bytes_of(picture)
    new = SimpleUploadedFile("moi.png", bytes_of(make_picture(name="khac.png")) + b" ")
    address = reverse("wagtailimages:edit", args=[picture.pk])
    answer = at_desk(request.getfixturevalue(role)).post(address, {"title": "Ảnh", "file": new})
    assert answer.context["form"].errors["file"]
    assert bytes_of(picture) == before


@pytest.mark.parametrize("role", ["editor", "admin"])
def test_neither_is_deleted(original, role, request):
    """Not by its own page, not by the uploader's, not in bulk."""
    picture = make_picture()
    make_news(cover=picture, body=[("document", original)])
    browser = at_desk(request.getfixturevalue(role))
    for kind, name, thing in (
        ("documents", "document", original),
        ("images", "image", picture),
    ):
        app = f"wagtail{'docs' if name == 'document' else 'images'}"
        browser.post(reverse(f"{app}:delete", args=[thing.pk]))
        bulk = reverse("wagtail_bulk_action", args=["pages", f"portal{name}", "delete"])
        browser.post(f"{bulk}?id={thing.pk}")
        asked = {"X-Requested-With": "XMLHttpRequest"}
        browser.post(reverse(f"{app}:delete_multiple", args=[thing.pk]), headers=asked)
        assert type(thing).objects.filter(pk=thing.pk).exists(), kind


def test_what_only_a_draft_uses_is_deleted(editor, original):
    make_news(body=[("document", original)], live=False)
    at_desk(editor).post(reverse("wagtaildocs:delete", args=[original.pk]))
    assert not PortalDocument.objects.exists()
