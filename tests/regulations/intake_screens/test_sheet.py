"""The list of the office comes in with its files; what it states wins."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from regulations.intake import read_waiting
from regulations.models import IntakeFile
from tests.pages.desk import at_desk
from tests.regulations.intake_screens.office import SCREEN, place, upload

pytestmark = pytest.mark.django_db
SHEET = f"{SCREEN}bang-ke/"


def sheet(*rows):
    """A list with the columns Tệp and Số hiệu."""
    book, data = Workbook(), BytesIO()
    book.active.append(["Tệp", "Số hiệu"])
    for row in rows:
        book.active.append(row)
    book.save(data)
    return upload("bang-ke.xlsx", data.getvalue())


def send(browser, listed, *files):
    """Send the list and its files."""
    sent = {"place": place(), "sheet": listed, "files": list(files)}
    named = {f"bang-ke-{name}": value for name, value in sent.items()}
    return browser.post(SHEET, named, follow=True)


def test_the_list_states_what_the_file_does_not(editor):
    send(at_desk(editor), sheet(["KE-HOACH.txt", "99/KH-MNHS"]), upload())
    read_waiting()

    assert IntakeFile.objects.get().page.specific.number == "99/KH-MNHS"


def test_a_row_without_its_file_is_told_by_its_cell(editor):
    answer = send(at_desk(editor), sheet(["khac.txt", "1"], ["ke-hoach.txt", "2"]), upload())

    assert "Ô A2: chưa gửi kèm tệp “khac.txt”." in answer.content.decode()
    assert IntakeFile.objects.count() == 1


def test_columns_that_nobody_knows_are_named(editor):
    book, data = Workbook(), BytesIO()
    book.active.append(["STT", "Tệp", "Số hiệu", "Độ khẩn", "Ghi chú"])
    book.active.append([1, "ke-hoach.txt", "2/KH-MNHS", "", ""])
    book.save(data)
    answer = send(at_desk(editor), upload("bang-ke.xlsx", data.getvalue()), upload())

    assert "Cột không nhận ra: Độ khẩn, Ghi chú." in answer.content.decode()


@pytest.mark.parametrize(
    "content", [b"khong phai bang ke", b"PK\x03\x04" + b"\x00" * 90, b"%PDF-1.4"]
)
def test_what_is_no_list_is_refused_in_words(editor, content):
    answer = send(at_desk(editor), upload("bang-ke.xlsx", content), upload())

    assert answer.status_code == 400
    assert "Chưa nhập tệp nào." in answer.content.decode()
    assert not IntakeFile.objects.exists()


def test_the_template_opens_and_names_the_columns(editor, reviewer):
    place()
    answer = at_desk(editor).get(f"{SHEET}mau.xlsx")

    titles = next(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert titles[:2] == ("Tệp", "Số hiệu")
    assert at_desk(reviewer).get(f"{SHEET}mau.xlsx").status_code in {302, 403}


@pytest.mark.parametrize(
    ("listed", "names", "said"),
    [
        (["a.txt", "A.txt"], ["a.txt"], "hai lần"),
        (["a.txt"], ["a.txt", "A.txt"], "cùng tên"),
        (["a.txt"], ["a.txt", "b.txt"], "b.txt"),
    ],
)
def test_list_and_files_match_one_to_one(editor, listed, names, said):
    rows = [[name, f"{number}/KH"] for number, name in enumerate(listed)]
    answer = send(at_desk(editor), sheet(*rows), *map(upload, names))

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not IntakeFile.objects.exists()
