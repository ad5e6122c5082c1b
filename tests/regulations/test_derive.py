"""From the live text to provisions, citations and the record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings

from accounts.audience import Audience
from regulations.models import Citation, DocumentRecord
from tests.builders import make_organization, make_plan, make_regulation

LAW_TEXT = """Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc khen thưởng.
Điều 2. Căn cứ
1. Thực hiện Kế hoạch số 396/KH-UBND ngày 26/12/2024 của UBND quận Hà Đông.
2. Việc khác do Hiệu trưởng quyết định."""


def letters(text):
    return "".join(character for character in text if character.isalnum())


@pytest.fixture
def regulation(db):
    return make_regulation(text=LAW_TEXT, number="12/QC-MNYH")


def test_provisions_have_stable_anchors(regulation):
    anchors = list(regulation.provisions.exclude(anchor="").values_list("anchor", flat=True))
    assert anchors == ["dieu-1", "dieu-2", "dieu-2-khoan-1", "dieu-2-khoan-2"]


def test_a_label_is_no_longer_than_its_column(db):
    page = make_regulation(text=f"Điều 1. Một\n1. Hai.\nPHẦN THỨ {'x' * 200}\nĐiều 2. Ba")
    (row,) = page.provisions.filter(kind="part")
    assert (len(row.label), len(row.anchor)) == (40, 120)


def test_nothing_of_the_text_is_dropped(regulation):
    kept = "".join(f"{p.label}{p.heading}{p.text}" for p in regulation.provisions.all())
    assert letters(kept) == letters(LAW_TEXT)


def test_a_citation_keeps_its_place_and_words(regulation):
    citation = regulation.citations.get()
    text = citation.provision.text
    assert citation.number == "396/KH-UBND"
    assert citation.issued_on == dt.date(2024, 12, 26)
    assert "396/KH-UBND" in text[citation.start : citation.end]
    assert citation.provision.anchor == "dieu-2-khoan-1"


def test_a_document_that_comes_later_takes_the_waiting_citation(regulation):
    district = make_organization("Ủy ban nhân dân quận Hà Đông", short_name="UBND quận Hà Đông")
    plan = make_plan(number="396/KH-UBND", issued_on=dt.date(2024, 12, 26), issuer=district)
    assert regulation.citations.get().target_id == plan.pk


@pytest.mark.parametrize(
    "fields",
    [
        {"issued_on": dt.date(2023, 12, 26)},
        {"issued_on": None, "issuer_as_printed": "Ủy ban nhân dân quận Thanh Xuân"},
        {"issued_on": None},
    ],
)
def test_the_same_number_of_another_year_or_issuer_never_links(regulation, fields):
    make_plan(number="396/KH-UBND", **fields)
    assert regulation.citations.get().target_id is None


def test_unpublishing_takes_the_rows_away_and_lets_citations_wait(regulation):
    district = make_organization("UBND quận Hà Đông")
    plan = make_plan(number="396/KH-UBND", issued_on=dt.date(2024, 12, 26), issuer=district)
    plan.unpublish()
    assert not DocumentRecord.objects.filter(page=plan).exists()
    assert regulation.citations.get().target_id is None
    regulation.unpublish()
    assert not Citation.objects.exists()


def test_a_citation_leads_only_those_who_may_read_its_target(client, regulation, staff, council):
    regulation_url = regulation.url
    district = make_organization("UBND quận Hà Đông")
    plan = make_plan(
        "Kế hoạch của Hội đồng",
        number="396/KH-UBND",
        issued_on=dt.date(2024, 12, 26),
        issuer=district,
        audience=Audience.COUNCIL,
    )
    client.force_login(staff)
    assert plan.url not in client.get(regulation_url).content.decode()
    client.force_login(council)
    assert plan.url in client.get(regulation_url).content.decode()


def test_the_whole_law_is_read():
    from extraction import read_document

    path = Path(settings.ROOT) / "portal/demo/documents/statutes/06_2022_QH15.txt"
    outline = read_document(path).outline
    articles = [node.number for node in outline.walk() if node.kind == "article"]
    assert articles == [str(number) for number in range(1, 97)]
