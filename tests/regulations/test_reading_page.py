"""The page of a document: provisions with addresses and citations, contents, what it costs."""

from __future__ import annotations

import datetime as dt
import gzip
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.audience import Audience
from regulations.qr_code import qr_svg
from tests.builders import make_plan, make_regulation
from tests.pages.desk import at_desk

pytestmark = pytest.mark.django_db
PUBLIC = {"audience": Audience.PUBLIC}
TEXT = """Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về <thi đua> & khen thưởng.
Điều 2. Giải thích từ ngữ
1. Thi đua là hoạt động có tổ chức:
a) Có chủ thể;
b) Có mục tiêu.
2. Khen thưởng là việc ghi nhận.
Điều 3. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2024."""
LAW = {
    "document_type": "law",
    "number": "06/2022/QH15",
    "issued_on": dt.date(2022, 6, 15),
    "abstract": "Thi đua, khen thưởng",
    "text": TEXT,
}
# The size of Law 06/2022/QH15: 96 articles, 319 clauses, 328 points.
LONG_TEXT = "\n".join(
    f"Điều {article}. Tên của điều thứ {article}\n"
    + "\n".join(
        f"{clause}. Khoản {clause} của điều {article} nói về một việc khác với mọi khoản:\n"
        f"a) Điểm {clause * article} nói rõ thêm về việc ấy và người làm việc ấy."
        for clause in range(1, 5)
    )
    for article in range(1, 97)
)


def show(client, page):
    return client.get(page.url).content.decode()


def test_every_provision_has_an_address_of_its_own(client):
    body = show(client, make_regulation(**LAW, **PUBLIC))
    ids = re.findall(r'id="((?:chuong|dieu)[^"]*)"', body)
    assert ids == [
        "chuong-i",
        "dieu-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "dieu-2-khoan-1-diem-a",
        "dieu-2-khoan-1-diem-b",
        "dieu-2-khoan-2",
        "dieu-3",
    ]


def test_every_provision_has_its_citation_as_text(client):
    """In a list that opens without script, at the article they belong to."""
    body = show(client, make_regulation(**LAW, **PUBLIC))
    cited = dict(re.findall(r'<li data-of="([^"]*)">([^<]*)', body))
    whole = "Luật Thi đua, khen thưởng số 06/2022/QH15"
    assert cited["dieu-2-khoan-1-diem-a"] == f"điểm a khoản 1 Điều 2 {whole}"
    assert cited["chuong-i"] == f"Chương I {whole}"
    assert cited.keys() == set(re.findall(r'id="((?:chuong|dieu)[^"]*)"', body))


def test_each_article_leads_to_its_neighbours(client):
    body = show(client, make_regulation(**LAW, **PUBLIC))
    steps = re.findall(r'<p class="tk-steps">(.*?)</p>', body)
    links = [re.findall(r'href="#([^"]*)"', step) for step in steps]
    assert links == [["dieu-2"], ["dieu-1", "dieu-3"], ["dieu-2"]]


def test_the_contents_lead_to_every_heading(client):
    body = show(client, make_regulation(**LAW, **PUBLIC))
    contents = body.split('<nav class="tk-toc"')[1].split("</nav>")[0]
    links = re.findall(r'href="#([^"]*)"', contents)
    assert links == ["chuong-i", "dieu-1", "dieu-2", "dieu-3"]


def test_the_words_of_a_document_are_words(client):
    """Signs of HTML in the text, the number or the title are printed, never obeyed."""
    bad = {
        **LAW,
        "number": '6"><script>',
        "abstract": "<b onclick=x>",
        "text": f"{TEXT}\n<img src>",
    }
    body = show(client, make_regulation("<i>", **bad, **PUBLIC))
    assert "&lt;thi đua&gt; &amp; khen thưởng" in body
    for sign in ('"><script>', "<b onclick", "<img src>", "<i>"):
        assert sign not in body


def test_a_plan_is_cited_by_its_headings(client):
    page = make_plan(
        number="1/KH-MN", issued_on=dt.date(2025, 2, 3), text="I. MỤC ĐÍCH\n1. Yêu cầu", **PUBLIC
    )
    body = show(client, page)
    assert "khoản 1 Mục I Kế hoạch số 1/KH-MN ngày 03 tháng 02 năm 2025" in body


def test_the_printed_page_says_its_address_in_words_and_as_a_code(client):
    page = make_regulation(**LAW, **PUBLIC)
    foot = show(client, page).split('class="tk-print-source"')[1]
    assert page.full_url in foot
    assert qr_svg(page.full_url) in foot
    dated = client.get(f"{page.url}?ngay=2023-01-01").content.decode()
    assert qr_svg(f"{page.full_url}?ngay=2023-01-01") in dated


def test_a_document_without_headings_has_no_contents(client):
    assert "tk-toc" not in show(client, make_regulation(text="Kính gửi các tổ.", **PUBLIC))


@pytest.fixture
def law():
    """As long as the Law on emulation and commendation."""
    return make_regulation(**{**LAW, "text": LONG_TEXT}, **PUBLIC)


def cost(browser, page):
    """Queries of a request when nothing is cached but who is signed in."""
    browser.get(page.url)
    cache.clear()
    browser.get("/so/khong-co/")
    with CaptureQueriesContext(connection) as queries:
        response = browser.get(page.url)
    return len(queries), response.content


def test_a_law_of_96_articles_costs_twelve_queries_and_90_kb(client, staff, law):
    # Staff alone are told which documents are alike, for one query more.
    for browser, most in ((client, 12), (at_desk(staff), 13)):
        queries, body = cost(browser, law)
        assert body.count(b'class="tk-provision"') == 96
        assert queries <= most
        assert len(gzip.compress(body, 6)) <= 90 * 1024


def test_a_longer_law_costs_no_more_queries(client, law):
    short = make_regulation("Luật ngắn", **{**LAW, "number": "7/2022/QH15"}, **PUBLIC)
    assert cost(client, law)[0] == cost(client, short)[0]
