"""A file comes in: kept under its content's name, looked at, written into the ledger."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from regulations.intake import receive
from regulations.intake.error_words import error_sentence
from regulations.models import IntakeFile
from tests.regulations.intake.samples import PLAN, bring, plan_file, plans

pytestmark = pytest.mark.django_db
State = IntakeFile.State


def test_the_file_waits_with_who_brought_it_and_where_it_goes(tmp_path, editor):
    row = bring(plan_file(tmp_path), user=editor)

    assert (row.state, row.user, row.parent_id) == (State.WAITING, editor, plans().pk)
    assert row.file.name == f"nhap/{row.sha256}/ke-hoach.txt"
    assert row.size == (tmp_path / "ke-hoach.txt").stat().st_size


def test_an_upload_is_received_as_a_file_is(editor):
    upload = SimpleUploadedFile("kế hoạch.txt", "Kế hoạch".encode())
    row = receive(upload, upload.name, parent=plans(), page_type=PLAN, user=editor)

    with default_storage.open(row.file.name) as kept:
        assert kept.read().decode() == "Kế hoạch"


def test_a_name_with_a_path_and_control_letters_is_only_a_name(tmp_path):
    path = plan_file(tmp_path)
    row = receive(path, "../../etc/pass\x00wd\u202etxt.txt", parent=plans(), page_type=PLAN)

    assert row.name == "passwdtxt.txt"
    assert row.file.name == f"nhap/{row.sha256}/passwdtxt.txt"


def test_a_file_that_waits_is_not_taken_twice(tmp_path):
    path = plan_file(tmp_path)

    assert bring(path).pk == bring(path).pk
    assert IntakeFile.objects.count() == 1


def test_what_no_reader_takes_is_said_at_once_and_not_kept(tmp_path):
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(b"MZ\x90\x00" + b"\x00" * 100)
    row = bring(path)

    assert (row.state, row.error_code, row.file.name) == (State.FAILED, "unsupported-format", "")
    said = error_sentence(row.error_code, row.error_data)
    assert said.startswith("Tên tệp có đuôi .pdf nhưng bên trong là một chương trình.")
    assert "Word" in said


def test_a_package_under_its_own_name_is_no_disguise(tmp_path):
    path = tmp_path / "ho-so.rar"
    path.write_bytes(b"Rar!\x1a\x07" + b"\x00" * 100)

    assert "named" not in bring(path).error_data


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "rong.txt"
    path.write_bytes(b"")

    assert bring(path).error_code == "empty-file"


def test_the_rest_of_a_receipt_that_was_cut_short_is_replaced(tmp_path):
    path = plan_file(tmp_path)
    row = bring(path)
    row.delete()
    with default_storage.open(row.file.name, "wb") as torn:
        torn.write(b"half")

    again = bring(path)

    assert again.file.name == row.file.name
    assert again.file.size == path.stat().st_size
