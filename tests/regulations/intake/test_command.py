"""`manage.py intake`: folders and lists become drafts; safe to stop and to repeat."""

from __future__ import annotations

import csv
import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from campaigns.models import PlanPage
from regulations.management.commands.intake import Command
from regulations.models import IntakeFile
from tests.builders import make_plan
from tests.regulations.intake.samples import plan_file, plans, sheet_file

pytestmark = pytest.mark.django_db
State = IntakeFile.State


@pytest.fixture
def folder(tmp_path):
    """Two plans, one of them deeper down, a copy, and a file that is none."""
    plans()
    folder = tmp_path / "ho-so"
    plan_file(folder, "1.txt", number="1/KH-MNHS")
    plan_file(folder / "nam-2025", "2.txt", number="2/KH-MNHS")
    plan_file(folder, "ban-sao.txt", number="1/KH-MNHS")
    (folder / "phim.txt").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"x")
    return folder


def run(*arguments, **options):
    """The exit code, what was said, and the rows of the report by file name."""
    said = StringIO()
    code = 0
    try:
        call_command("intake", *map(str, arguments), stdout=said, jobs=2, **options)
    except SystemExit as ended:
        code = ended.code
    return code, said.getvalue()


def report(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["Tệp"]: row for row in csv.DictReader(file)}


def test_every_file_has_its_row_and_good_ones_their_drafts(folder, tmp_path):
    path = tmp_path / "bao-cao.csv"
    code, said = run(folder, "--parent", "ke-hoach", "--report", path)
    rows = report(path)

    assert code == 1
    assert set(rows) == {"1.txt", "nam-2025/2.txt", "ban-sao.txt", "phim.txt"}
    assert PlanPage.objects.count() == 2
    assert rows["nam-2025/2.txt"]["Số, ký hiệu"] == "2/KH-MNHS"
    assert "/quan-tri/pages/" in rows["nam-2025/2.txt"]["Trang"]
    assert "rỗng" in rows["phim.txt"]["Lỗi"]
    assert "Đã tạo bản nháp: 2 tệp" in said


def test_a_second_run_does_nothing_again(folder):
    run(folder, "--parent", "ke-hoach")
    ledger = IntakeFile.objects.count()
    code, said = run(folder, "--parent", "ke-hoach")

    assert (code, IntakeFile.objects.count(), PlanPage.objects.count()) == (1, ledger, 2)
    assert "từ trước đó" in said


def test_a_dry_run_reads_and_reports_and_writes_nothing(folder, tmp_path):
    path = tmp_path / "bao-cao.csv"
    run(folder, "--parent", "ke-hoach", "--dry-run", "--report", path)

    assert (IntakeFile.objects.count(), PlanPage.objects.count()) == (0, 0)
    assert report(path)["1.txt"]["Số, ký hiệu"] == "1/KH-MNHS"
    assert report(path)["1.txt"]["Trạng thái"] == "Sẽ thành bản nháp"


def test_what_a_list_states_wins_and_its_faults_are_named(folder, tmp_path):
    lines = [["Tệp", "Số hiệu", "Ngày"], ["1.txt", "99/KH-MNHS", None], ["mat.txt", "3", None]]
    lines += [["nam-2025/2.txt", None, "mai"], ["../ngoai.txt", None, None]]
    sheet = sheet_file(tmp_path / "danh-sach.xlsx", *lines)
    path = tmp_path / "bao-cao.csv"
    code, _said = run("--sheet", sheet, "--files", folder, "--parent", "ke-hoach", "--report", path)
    rows = report(path)

    assert code == 1
    assert PlanPage.objects.get().number == "99/KH-MNHS"
    assert "99/KH-MNHS" in rows["1.txt"]["Cần lưu ý"]
    assert "A3" in rows["mat.txt"]["Lỗi"]
    assert "C4" in rows["nam-2025/2.txt"]["Lỗi"]
    assert "A5" in rows["../ngoai.txt"]["Lỗi"]


def test_columns_of_a_list_that_nobody_knows_are_said_and_reported(folder, tmp_path):
    sheet = sheet_file(tmp_path / "bang.xlsx", ["Tệp", "Ghi chú"], ["1.txt", "gấp"])
    path = tmp_path / "bao-cao.csv"
    said = run("--sheet", sheet, "--files", folder, "--parent", "ke-hoach", "--report", path)[1]

    assert "Cột không nhận ra: Ghi chú." in said
    assert report(path)["bang.xlsx"]["Cần lưu ý"] == "Cột không nhận ra: Ghi chú."


def test_the_help_says_where_the_addresses_of_the_report_come_from():
    text = Command().create_parser("manage.py", "intake").format_help()

    assert "PORTAL_ADDRESS" in text


def test_no_cell_of_the_report_is_a_formula(tmp_path):
    plans()
    plan_file(tmp_path / "ho-so", "=1+1.txt", abstract="=cmd|' /C calc'!A0")
    path = tmp_path / "bao-cao.csv"
    run(tmp_path / "ho-so", "--parent", "ke-hoach", "--report", path)

    assert set(report(path)) == {"'=1+1.txt"}
    assert report(path)["'=1+1.txt"]["Trích yếu"].startswith("'=")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--sheet"),
        (["/khong/co"], "/khong/co"),
        (["{folder}", "--parent", "khong-co"], "ke-hoach"),
        (["{folder}", "--parent", "ke-hoach", "--type", "decision"], "decision"),
        (["{folder}", "--parent", "ke-hoach", "--user", "ai-do"], "ai-do"),
        (["{folder}", "--parent", "ke-hoach", "--report", "/khong/co/r.csv"], "/khong/co/r.csv"),
        (["--sheet", "x.xlsx"], "--files"),
        (["{folder}", "--sheet", "x.xlsx"], "--sheet"),
        (["--sheet", "khong-co.xlsx", "--files", "{folder}"], "khong-co.xlsx"),
    ],
)
def test_wrong_arguments_are_named_with_the_way_out(folder, arguments, words):
    with pytest.raises(CommandError) as refused:
        run(*[argument.format(folder=folder) for argument in arguments])
    assert refused.value.returncode == 2
    assert words in str(refused.value)


def test_the_template_is_written(tmp_path):
    path = tmp_path / "mau.xlsx"
    run("--template", path)

    assert path.read_bytes().startswith(b"PK")


def test_a_draft_that_somebody_deleted_is_not_made_again_and_the_report_says_so(tmp_path):
    plans()
    plan_file(tmp_path / "ho-so")
    run(tmp_path / "ho-so", "--parent", "ke-hoach")
    PlanPage.objects.get().delete()
    path = tmp_path / "bao-cao.csv"
    run(tmp_path / "ho-so", "--parent", "ke-hoach", "--report", path)

    assert PlanPage.objects.count() == 0
    assert "đã bị xóa" in report(path)["ke-hoach.txt"]["Cần lưu ý"]


def test_a_document_that_is_no_longer_there_is_drafted_by_the_next_run(tmp_path):
    page = make_plan(
        number="12/KH-MNHS",
        issued_on=dt.date(2025, 9, 24),
        issuer_as_printed="Trường Mầm non Hoa Sen",
    )
    plan_file(tmp_path / "ho-so")
    run(tmp_path / "ho-so", "--parent", "ke-hoach")
    assert PlanPage.objects.count() == 1
    page.delete()

    run(tmp_path / "ho-so", "--parent", "ke-hoach")
    assert IntakeFile.objects.get().state == State.DRAFTED
