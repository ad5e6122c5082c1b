"""The screen on which staff see what of a text stands here already."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.audience import Audience
from pages.models import PortalDocument
from search.file_texts.models import FileText
from search.similar import reading
from tests.builders import make_plan, make_user
from tests.search.similar.papers import edited, text

pytestmark = pytest.mark.django_db
ADDRESS = "/noi-bo/kiem-tra-trung/"
PLAN = text("kế hoạch")


@pytest.fixture
def desk(client, staff):
    client.force_login(staff)
    return client


def upload(content, name="sang-kien.txt"):
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def titles(response):
    return [result.similar.page.title for result in response.context.get("found", [])]


def test_a_pasted_text_is_compared_side_by_side(desk):
    make_plan("Kế hoạch năm trước", text=f"Điều 1. Mục đích\n{PLAN}")
    response = desk.post(ADDRESS, {"text": edited(PLAN, 0.2)})
    assert titles(response) == ["Kế hoạch năm trước"]
    told = response.content.decode()
    assert "#dieu-1" in told
    assert "<mark>" in told


def test_an_uploaded_file_is_compared_and_forgotten(desk):
    make_plan("Kế hoạch năm trước", text=PLAN)
    assert titles(desk.post(ADDRESS, {"file": upload(PLAN)})) == ["Kế hoạch năm trước"]
    assert not PortalDocument.objects.exists()
    assert not FileText.objects.exists()


def test_a_page_is_compared_with_the_others(desk):
    one, _ = (make_plan(title, text=PLAN) for title in ("Năm nay", "Năm trước"))
    response = desk.get(ADDRESS, {"trang": one.pk})
    assert titles(response) == ["Năm trước"]
    assert f"b={one.pk}" in response.content.decode()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 40, "x", "²"])
def test_a_page_that_there_is_not(desk, number):
    assert desk.get(ADDRESS, {"trang": number}).status_code == 404


def test_what_one_may_not_read_is_neither_checked_nor_found(desk):
    secret = make_plan("Của Hội đồng", text=PLAN, audience=Audience.COUNCIL)
    assert desk.get(ADDRESS, {"trang": secret.pk}).status_code == 404
    assert titles(desk.post(ADDRESS, {"text": PLAN})) == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Dán nội dung"),
        ({"text": "quá ngắn"}, "chưa đủ 20 chữ"),
        ({"text": PLAN, "file": upload(PLAN)}, "Dán nội dung"),
        ({"file": upload(b"\x7fELF" + bytes(100), "a.exe")}, "không đọc loại tệp này"),
        ({"file": upload(b"", "a.txt")}, "rỗng"),
    ],
)
def test_an_error_says_what_to_do(desk, sent, said):
    response = desk.post(ADDRESS, sent)
    assert response.status_code == 200
    errors = [str(error) for found in response.context["form"].errors.values() for error in found]
    assert said in " ".join(errors)


def test_a_second_file_at_the_same_time_is_asked_to_wait(desk, monkeypatch):
    reading._at_once.acquire()
    try:
        response = desk.post(ADDRESS, {"file": upload(PLAN)})
    finally:
        reading._at_once.release()
    assert "file" in response.context["form"].errors
    assert titles(desk.post(ADDRESS, {"file": upload(PLAN)})) == []


def test_nothing_alike_says_so(desk):
    assert "tk-empty" in desk.post(ADDRESS, {"text": PLAN}).content.decode()


def test_it_is_for_staff(client):
    assert client.get(ADDRESS).status_code == 302
    client.force_login(make_user("khach"))
    assert client.get(ADDRESS).status_code == 403


def test_staff_see_similar_documents_beside_a_document_and_visitors_do_not(desk, client):
    one, other = (
        make_plan(title, text=PLAN, audience=Audience.PUBLIC) for title in ("Năm nay", "Năm trước")
    )
    assert [alike.page.pk for alike in desk.get(one.url).context["similar"]] == [other.pk]
    client.logout()
    assert "similar" not in client.get(one.url).context


def test_the_editor_of_a_draft_sees_the_plan_that_it_repeats(client, editor):
    make_plan("Kế hoạch năm trước", text=PLAN)
    draft = make_plan("Kế hoạch năm nay", text=edited(PLAN, 0.2), live=False, owner=editor)
    client.force_login(editor)
    told = client.get(f"/quan-tri/pages/{draft.pk}/edit/").content.decode()
    assert "Kế hoạch năm trước" in told
    assert 'class="tk-similar"' in told
