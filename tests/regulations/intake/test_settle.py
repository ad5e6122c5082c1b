"""What was read becomes a draft: fields, text, recipients, and the file as signed original."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DataError

from campaigns.models import PlanPage
from extraction import read_document
from organizations.models import Organization
from pages.models import PortalDocument
from regulations.intake import read_next, settling
from regulations.intake.queue import claim
from regulations.models import IntakeFile
from tests.builders import make_organization
from tests.regulations.intake.samples import bring, plan_file

pytestmark = pytest.mark.django_db
State = IntakeFile.State


def test_the_draft_holds_what_a_clerk_would_type(tmp_path, editor):
    bring(plan_file(tmp_path), user=editor)
    row = read_next()
    page = row.page.specific

    assert row.state == State.DRAFTED
    assert isinstance(page, PlanPage)
    assert not page.live
    assert (page.document_type, page.number) == ("plan", "12/KH-MNHS")
    assert page.issued_on == dt.date(2025, 9, 24)
    assert page.issue_place == "Hà Đông"
    assert page.issuer_as_printed == "TRƯỜNG MẦM NON HOA SEN"
    assert page.parent_body_as_printed == "ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG"
    assert page.abstract == "Công tác thi đua, khen thưởng năm học 2025-2026"
    assert (page.signer, page.signer_office) == ("Nguyễn Thị Mẫu", "HIỆU TRƯỞNG")
    assert page.title == "Kế hoạch Công tác thi đua, khen thưởng năm học 2025-2026"


def test_recipients_text_revision_and_owner_are_there(tmp_path, editor):
    bring(plan_file(tmp_path), user=editor)
    page = read_next().page.specific

    assert [one.name for one in page.recipients.all()] == ["UBND phường", "Các tổ", "VT"]
    assert page.body[0].value.startswith("ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG")
    assert page.owner == editor
    assert page.latest_revision.user == editor


def test_the_file_that_came_in_is_the_signed_original(tmp_path, editor):
    path = plan_file(tmp_path)
    bring(path, user=editor)
    row = read_next()
    original = row.page.specific.original

    assert original == row.document
    assert original.file.name == row.file.name
    assert original.file.read() == path.read_bytes()
    assert original.uploaded_by_user == editor


def test_the_issuer_is_the_body_that_existed_on_that_day(tmp_path):
    ended = make_organization(valid_to=dt.date(2025, 7, 1))
    today = make_organization(valid_from=dt.date(2025, 7, 1))
    bring(plan_file(tmp_path))

    assert Organization.objects.count() >= 2
    assert read_next().page.specific.issuer == today
    assert ended != today


def test_an_issuer_that_nobody_knows_is_said(tmp_path):
    bring(plan_file(tmp_path))
    row = read_next()

    assert [warning["code"] for warning in row.warnings] == ["issuer-unknown"]


def test_a_type_that_the_abstract_says_itself_stands_once_in_the_title(tmp_path):
    bring(plan_file(tmp_path, abstract="Kế hoạch kiểm tra nội bộ năm học 2025-2026"))

    assert read_next().page.title == "Kế hoạch kiểm tra nội bộ năm học 2025-2026"


def test_a_file_that_cannot_be_read_leaves_no_page(tmp_path):
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 400)
    bring(path)
    row = read_next()

    assert (row.state, row.page) == (State.FAILED, None)
    assert row.error_code
    assert PlanPage.objects.count() == 0


def test_what_the_database_refuses_leaves_a_row_that_can_be_saved(tmp_path, monkeypatch):
    bring(plan_file(tmp_path))
    row = claim()

    def refused(*arguments):
        raise DataError

    monkeypatch.setattr(settling, "add_draft", refused)
    with pytest.raises(DataError):
        settling.settle(row, read_document(tmp_path / "ke-hoach.txt"))
    row.save()

    assert (row.page, row.document, row.findings) == (None, None, [])
    assert not PortalDocument.objects.exists()
