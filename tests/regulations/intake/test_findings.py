"""What was found, how sure, and where: sure, unsure, missing, handwritten, given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extraction import Span, Table, draft_of, read_text
from regulations.intake.body import body_of
from regulations.intake.findings import Finding, FindingState, differences, findings_of
from tests.regulations.intake.samples import plan_text


def read(text, **changes):
    return draft_of(replace(read_text(text), **changes))


def found(document, given=None):
    return {finding.field: finding for finding in findings_of(document, given)}


def test_a_printed_value_is_sure_and_says_where_it_stands():
    document = read(plan_text(), page_starts=(0,))
    number = found(document)["number"]

    assert (number.state, number.value) == (FindingState.SURE, "12/KH-MNHS")
    assert document.text[number.start : number.end] == "12/KH-MNHS"
    assert (number.line, number.page) == (7, 1)


def test_a_gap_of_a_form_is_missing_and_says_what_stands_there():
    day = found(read(plan_text(date="…… tháng 9 năm 2025")))["issued_on"]

    assert (day.state, day.value) == (FindingState.MISSING, "")
    assert "tháng 9 năm 2025" in day.printed


def test_ink_on_a_scan_is_handwritten_and_never_guessed():
    text = plan_text(number="……/KH-MNHS", date="…… tháng 9 năm 2025")
    ink = tuple(Span(place, place + 2) for place in (text.index("……/"), text.index("…… tháng")))
    values = found(read(text, scanned_pages=(1,), doubtful=ink))

    for field in ("number", "issued_on"):
        assert (values[field].state, values[field].value) == (FindingState.HANDWRITTEN, "")


def test_a_value_with_letters_that_cannot_be_trusted_is_not_sure():
    text = plan_text()
    start = text.index("12/KH")
    number = found(read(text, doubtful=(Span(start, start + 2),)))["number"]

    assert number.state is not FindingState.SURE


def test_what_every_document_has_is_missed_when_it_is_not_there():
    values = found(read("Chỉ một dòng chữ."))

    assert values["signer"].state is FindingState.MISSING
    assert "parent_body_as_printed" not in values


def test_the_list_of_the_office_wins_and_differences_are_told():
    given = {"number": "21/KH-MNHS", "signer": "Nguyễn Thị Mẫu", "effective_on": "2025-10-01"}
    document = read(plan_text())
    values = found(document, given)

    assert (values["number"].state, values["number"].value) == (FindingState.GIVEN, "21/KH-MNHS")
    assert values["effective_on"].value == "2025-10-01"
    assert [one.field for one in differences(document, given)] == ["number"]


def test_a_finding_survives_its_way_through_the_ledger():
    for finding in findings_of(read(plan_text())):
        assert Finding.from_row(finding.as_row()) == finding


@pytest.mark.parametrize(
    "rows", [(("TT", "Nội dung"), ("1", "Phát động")), (("TT", ""), ("1", "A"))]
)
def test_a_table_stands_as_a_table_where_it_stood(rows):
    cells = "\n".join("\t".join(row) for row in rows)
    text = f"Trước bảng\n{cells}\nSau bảng"
    start = text.index("TT")
    table = Table(Span(start, start + len(cells)), rows)
    before, block, after = body_of(read(text, tables=(table,)))

    assert (before["value"], after["value"]) == ("Trước bảng", "Sau bảng")
    shown = [column["heading"] for column in block["value"]["columns"]]
    shown += [cell for row in block["value"]["rows"] for cell in row["values"]]
    assert sorted(filter(None, shown)) == sorted(cell for row in rows for cell in row if cell)


def test_a_frame_around_words_stays_words():
    text = "Khung chữ"
    table = Table(Span(0, len(text)), ((text,),))

    assert [block["type"] for block in body_of(read(text, tables=(table,)))] == ["legal_text"]
