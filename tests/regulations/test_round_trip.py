"""What left as DOCX is read by intake as it was."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import read_document
from tests.regulations.papers import (
    ANNEX_TEXT,
    DECREE_TEXT,
    PLAN_TEXT,
    make_full_decree,
    make_full_plan,
    publish_with,
    table,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def back(client, tmp_path):
    """Reads the DOCX of a page."""

    def read(page):
        path = tmp_path / "van-ban.docx"
        path.write_bytes(client.get(f"/tai-ve/{page.pk}/x.docx", follow=True).content)
        return read_document(path)

    return read


def outline(document):
    return [(node.anchor, node.heading) for node in document.outline.walk()]


def cited(document):
    return [
        (one.number_key or one.law_key, one.provision_anchor, one.is_basis)
        for one in document.citations
    ]


def test_a_plan_keeps_outline_and_citations(back):
    text = PLAN_TEXT + ANNEX_TEXT
    first, second = read_document(text), back(make_full_plan(text))
    assert outline(second) == outline(first)
    # Its own number, in the annex, is no citation once the head tells it.
    assert cited(second) == [one for one in cited(first) if one[0] != "12-kh-mnhs"]


def test_a_decree_keeps_outline_and_citations(back):
    first, second = read_document(DECREE_TEXT), back(make_full_decree(abstract="Quy định chi tiết"))
    assert outline(second) == outline(first)
    assert cited(second) == cited(first)


def test_head_foot_and_recipients(back):
    found = back(make_full_plan())
    head, signature = found.header, found.signature
    assert (head.number.value, head.issued_on.value) == ("12/KH-MNHS", dt.date(2026, 1, 5))
    assert head.issuer.value == "TRƯỜNG MẦM NON HOA SEN"
    assert head.parent_body.value == "ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG"
    assert head.abstract.value == "Công tác thi đua, khen thưởng năm 2026"
    assert (signature.name.value, signature.office.value) == ("Nguyễn Thị Mẫu", "HIỆU TRƯỞNG")
    assert [(one.name, one.purpose) for one in found.recipients] == [
        ("UBND phường", "để b/c"),
        ("VT", "Lưu"),
    ]


def test_a_text_wrapped_by_hand_comes_back_in_whole_paragraphs(back):
    words = (
        "Thi đua là hoạt động có tổ chức với sự tham gia tự nguyện của cá nhân, tập\n"
        "thể nhằm phấn đấu đạt được thành tích tốt nhất trong xây dựng và bảo vệ Tổ\n"
        "quốc Việt Nam."
    )
    text = "\n".join(f"Điều {n}. Mục tiêu thứ {n}\n1. {words}\n2. {words}" for n in range(1, 12))
    found = back(make_full_decree(text))
    assert outline(found) == outline(read_document(text))
    assert words.replace("\n", " ") in found.text


def test_tables_come_back_as_tables(back):
    cells = table(("TT", "Việc"), ("1", "Hội giảng"), ("2", "Tổng kết"))
    page = publish_with(make_full_plan(), ("legal_text", PLAN_TEXT), cells)
    rows = [one.rows for one in back(page).extracted.tables]
    assert (("TT", "Việc"), ("1", "Hội giảng"), ("2", "Tổng kết")) in rows


def test_bases_stay_where_the_issuer_is_named_only_in_the_text(back):
    text = PLAN_TEXT.replace("Trường Mầm non Hoa Sen ban hành", "Trường mầm non Hoa Sen ban hành")
    page = make_full_plan(f"KẾ HOẠCH\nCông tác thi đua năm 2026\n{text}", number="", issued_on=None)
    assert [key for key, _, is_basis in cited(back(page)) if is_basis] == [
        key for key, _, is_basis in cited(read_document(text)) if is_basis
    ]
