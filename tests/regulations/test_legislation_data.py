"""`schema.org/Legislation` in the page of a document, as a program reads it."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from accounts.audience import Audience
from regulations.models import Relation
from tests.builders import make_regulation
from tests.regulations.papers import make_full_decree, make_full_plan

pytestmark = pytest.mark.django_db

PUBLIC = {"audience": Audience.PUBLIC}


def data(client, page, query=""):
    body = client.get(f"{page.url}{query}").content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    return next(said for said in json.loads(text)["@graph"] if said["@type"] == "Legislation")


def test_what_a_program_learns(client):
    page = make_full_decree()
    said = data(client, page)
    expected = {
        "@type": "Legislation",
        "url": f"http://localhost{page.url}",
        "name": page.title,
        "legislationIdentifier": "98/2023/NĐ-CP",
        "legislationType": "Nghị định",
        "legislationDate": "2023-12-31",
        "legislationPassedBy": "CHÍNH PHỦ",
        "legislationJurisdiction": "VN",
        "legislationLegalForce": "https://schema.org/InForce",
        "temporalCoverage": "2024-01-01/..",
        "inLanguage": "vi",
    }
    assert {key: said[key] for key in expected} == expected
    files = [file["contentUrl"] for file in said["encoding"]]
    assert files == [
        f"http://localhost/tai-ve/{page.pk}/98-2023-ND-CP.{end}" for end in ("docx", "xml")
    ]
    paths = [file.removeprefix("http://localhost") for file in files]
    assert [client.get(path).status_code for path in paths] == [200, 200]


def test_a_plan_says_so_too(client):
    assert data(client, make_full_plan())["legislationType"] == "Kế hoạch"


def test_what_has_ended_is_not_in_force_whatever_day_is_asked_for(client):
    page = make_full_decree(expires_on=dt.date(2025, 1, 1))
    said = data(client, page, "?ngay=2024-06-01")
    assert said["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert said["temporalCoverage"] == "2024-01-01/2025-01-01"


def test_what_is_not_known_is_not_said(client):
    page = make_full_plan(number="", issued_on=None, abstract="")
    said = data(client, page)
    assert not {"legislationIdentifier", "legislationDate", "abstract", "temporalCoverage"} & set(
        said
    )
    assert "legislationLegalForce" not in said


def test_only_documents_that_the_reader_may_see_are_named(client):
    page = make_full_decree()
    seen, hidden = make_regulation("Quy chế cũ", **PUBLIC), make_regulation("Quy chế kín")
    for target in (seen, hidden):
        Relation.objects.create(
            source=page, target=target, kind="amends", takes_effect_on=dt.date(2024, 1, 1)
        )
    (changed,) = data(client, page)["legislationChanges"]
    assert (changed["name"], changed["url"]) == ("Quy chế cũ", f"http://localhost{seen.url}")


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", 'a "b" \\ c', "a\u2028b & <!--"]
)
def test_no_words_break_out_of_the_data(client, words):
    page = make_full_decree(abstract=words)
    assert data(client, page)["abstract"] == words
    assert "<script>alert" not in client.get(page.url).content.decode()


def test_the_page_leads_to_the_downloads(client):
    page = make_full_plan()
    body = client.get(page.url).content.decode()
    assert f'href="/tai-ve/{page.pk}/12-KH-MNHS.docx"' in body
    assert f'href="/tai-ve/{page.pk}/12-KH-MNHS.xml"' in body
    assert f'href="/so-sanh/?b={page.pk}"' in body
