"""The registers: who gets in, what they show, and exports that no spreadsheet executes."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from accounts.audience import Audience
from tests.builders import make_award, make_decision, make_organization

LISTS = [
    "/quan-tri/organizations/organization/",
    "/quan-tri/honors/awardtype/",
    "/quan-tri/honors/award/",
    "/quan-tri/honors/consent/",
]


def body_of(response):
    streaming = response.streaming
    return b"".join(response.streaming_content) if streaming else response.content


@pytest.mark.parametrize("address", LISTS)
def test_editors_and_signers_look_and_staff_do_not(
    client, editor, reviewer, approver, staff, address
):
    for user in (editor, reviewer, approver):
        client.force_login(user)
        assert client.get(address).status_code == 200
    client.force_login(staff)
    assert client.get(address).status_code in (302, 403)


def test_award_types_that_nobody_checked_are_marked(client, editor):
    client.force_login(editor)
    page = client.get("/quan-tri/honors/awardtype/", {"is_verified__exact": "0"})
    assert "Kỷ niệm chương Vì sự nghiệp Giáo dục" in page.content.decode()


def test_organizations_are_found_without_marks(client, editor):
    make_organization("Trường Tiểu học Hoa Phượng")
    make_organization("Trường khác")
    client.force_login(editor)
    page = client.get("/quan-tri/organizations/organization/", {"q": "hoa phuong"})
    assert "Hoa Phượng" in page.content.decode()
    assert "Trường khác" not in page.content.decode()


def test_awards_are_read_only_and_follow_their_decision(client, editor):
    open_award = make_award(make_decision(), "Người được thấy")
    make_award(make_decision(audience=Audience.COUNCIL), "Người chưa được thấy")
    client.force_login(editor)
    page = client.get("/quan-tri/honors/award/").content.decode()
    assert "Người được thấy" in page
    assert "Người chưa được thấy" not in page
    for act in ("edit", "delete"):
        answer = client.post(f"/quan-tri/honors/award/{act}/{open_award.pk}/")
        assert answer.status_code in (302, 403)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_exports_escape_formulas(client, admin, start):
    make_organization(f"{start}1+1|cmd")
    client.force_login(admin)
    address = "/quan-tri/organizations/organization/"
    text = body_of(client.get(address, {"export": "csv"})).decode()
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    sheet = load_workbook(BytesIO(body_of(client.get(address, {"export": "xlsx"})))).active
    values = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type != "f" for cell in values)


def test_a_name_is_text_and_never_script(client, admin):
    make_organization("<script>alert(1)</script>")
    client.force_login(admin)
    page = client.get("/quan-tri/organizations/organization/").content.decode()
    assert "<script>alert(1)</script>" not in page
