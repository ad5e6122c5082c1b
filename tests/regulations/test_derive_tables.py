"""A table in the middle of a text: the words on both sides of it are one text."""

from __future__ import annotations

import pytest

from tests.builders import make_regulation

pytestmark = pytest.mark.django_db
TABLE = {
    "columns": [{"type": "text", "heading": "TT"}, {"type": "text", "heading": "Việc"}],
    "rows": [{"values": ["1", "Phát động"]}],
    "caption": "",
}
BEFORE = """Điều 1. Phạm vi
1. Quy chế này quy định việc khen thưởng.
2. Các mốc thời gian như sau:"""
AFTER = """Các đơn vị thực hiện đúng mốc.
3. Việc khác do Hiệu trưởng quyết định.
Điều 2. Hiệu lực
Quy chế này có hiệu lực từ ngày ký."""


def rows_of(*body):
    page = make_regulation(body=list(body))
    return page, [(row.kind, row.anchor, row.text) for row in page.provisions.all()]


@pytest.fixture
def regulation():
    """A regulation with a table inside a clause."""
    return rows_of(("legal_text", BEFORE), ("table", TABLE), ("legal_text", AFTER))


def test_the_numbering_goes_on_below_the_table(regulation):
    page, rows = regulation

    assert [anchor for _kind, anchor, _text in rows if anchor] == [
        "dieu-1",
        "dieu-1-khoan-1",
        "dieu-1-khoan-2",
        "dieu-1-khoan-3",
        "dieu-2",
    ]
    assert [one for one in page.record.problems if one["code"].startswith("outline")] == []


def test_the_table_stands_where_it_stood(regulation):
    _page, rows = regulation
    place = [kind for kind, _anchor, _text in rows].index("block")

    assert rows[place - 1][1] == "dieu-1-khoan-2"
    assert rows[place + 1] == ("text", "", "Các đơn vị thực hiện đúng mốc.")


def test_tables_at_both_ends_and_side_by_side_are_kept():
    table = ("table", TABLE)
    _page, rows = rows_of(table, ("legal_text", BEFORE), table, table)

    kinds = [kind for kind, _anchor, _text in rows]
    assert (kinds[0], kinds[-2:]) == ("block", ["block", "block"])
    assert kinds.count("block") == 3


def test_a_body_of_a_table_alone_is_kept():
    _page, rows = rows_of(("table", TABLE))

    assert [kind for kind, _anchor, _text in rows] == ["block"]
