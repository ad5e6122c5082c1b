"""The list that is taken away: what the page shows, as cells that nothing executes."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import load_workbook

from accounts.audience import Audience
from search.export import MOST_ROWS
from tests.builders import make_news, make_regulation

ADDRESS = "/tim-kiem/tai-ve/"


def sheet_of(response):
    return load_workbook(BytesIO(response.content)).active


def rows_of(response):
    return [[cell.value for cell in row] for row in sheet_of(response).iter_rows()]


@pytest.fixture
def reader(client, staff):
    client.force_login(staff)
    return client


@pytest.fixture
def rules(db):
    return [
        make_regulation(
            f"Quy chế hoa sen {year}", number=f"{year}/QC-HS", issued_on=dt.date(year, 1, 1)
        )
        for year in (2023, 2024)
    ]


def test_it_lists_what_the_page_shows_in_the_same_order(reader, rules):
    for number in range(14):
        make_news(f"Hoa sen {number}")
    query = {"q": "hoa sen", "sap-xep": "moi-nhat"}
    shown = [
        result.page.title
        for page in (1, 2)
        for result in reader.get("/tim-kiem/", {**query, "trang": page}).context["found"].results
    ]
    rows = rows_of(reader.get(ADDRESS, query))
    start = next(place for place, row in enumerate(rows) if row[0] == "STT")
    assert [row[3] for row in rows[start + 1 :]] == shown
    assert len(shown) == 16


def test_its_head_says_what_was_asked_and_when(reader, rules):
    response = reader.get(ADDRESS, {"q": "hoa sen", "nam": "2024", "ngay": "2025-06-01"})
    head = [row[0] for row in rows_of(response)[:4]]
    assert head[0] == "Tra cứu: hoa sen"
    assert "2024" in head[1]
    assert "không gồm văn bản hết hiệu lực" in head[1]
    assert head[2] == "1/1 kết quả, hiệu lực xét tại ngày\u00a001/06/2025"
    assert head[3].endswith("/tim-kiem/?q=hoa+sen&nam=2024&ngay=2025-06-01")
    assert ".xlsx" in response["Content-Disposition"]


def test_a_row_tells_what_identifies_a_document(reader, rules):
    row = rows_of(reader.get(ADDRESS, {"q": "2024/QC-HS"}))[-1]
    assert row[2:4] == ["2024/QC-HS", "Quy chế hoa sen 2024"]
    assert f"{row[5]:%d/%m/%Y}" == "01/01/2024"
    assert row[9].endswith(rules[1].url)


@pytest.mark.parametrize("title", ["=1+1", "+hoa", "@hoa", "-hoa", "=HYPERLINK(1)"])
def test_no_cell_is_a_formula(reader, db, title):
    make_regulation(f"{title} hoa sen", number="=2+2/QC")
    response = reader.get(ADDRESS, {"q": "hoa sen"})
    kinds = {cell.data_type for row in sheet_of(response).iter_rows() for cell in row}
    assert "f" not in kinds
    assert rows_of(response)[-1][3] == f"{title} hoa sen"


def test_what_the_reader_may_not_see_is_not_in_it(reader, rules):
    make_regulation("Hoa sen của Hội đồng", audience=Audience.COUNCIL)
    cells = [cell for row in rows_of(reader.get(ADDRESS, {"q": "hoa sen"})) for cell in row]
    assert "Hoa sen của Hội đồng" not in cells


def test_visitors_are_asked_to_sign_in(client, rules):
    response = client.get(ADDRESS, {"q": "hoa sen"})
    assert (response.status_code, response["Location"][:12]) == (302, "/dang-nhap/?")


def test_the_page_names_type_and_address(reader, rules):
    html = reader.get("/tim-kiem/", {"q": "hoa sen"}).content.decode()
    assert f'href="{ADDRESS}?q=hoa+sen"' in html
    assert "(XLSX)" in html
    assert MOST_ROWS == 1000


def test_the_number_of_queries_does_not_grow(reader, rules, django_assert_max_num_queries):
    for number in range(30):
        make_news(f"Hoa sen {number}")
    with django_assert_max_num_queries(20):
        reader.get(ADDRESS, {"q": "hoa sen"})
