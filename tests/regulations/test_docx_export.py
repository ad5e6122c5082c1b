"""The DOCX of a page: the layout of Decree 30/2020/ND-CP, in Word's own terms."""

from __future__ import annotations

import datetime as dt
import subprocess
from io import BytesIO
from shutil import which
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from accounts.audience import Audience
from tests.builders import make_picture
from tests.regulations.papers import (
    ANNEX_TEXT,
    PLAN_TEXT,
    make_full_decree,
    make_full_plan,
    publish_with,
    table,
)

pytestmark = pytest.mark.django_db

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
needs_office = pytest.mark.skipif(not which("soffice"), reason="LibreOffice is not installed")
needs_pdf = pytest.mark.skipif(not which("pdftotext"), reason="pdftotext is not installed")


def download(client, page, **headers):
    name = page.number.replace("/", "-").replace("Đ", "D") or page.slug
    return client.get(f"/tai-ve/{page.pk}/{name}.docx", headers=headers)


def parts(content):
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def document(client, page):
    return etree.fromstring(parts(download(client, page).content)["word/document.xml"])


def words(element):
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def lines(root):
    """(style, words) of every paragraph."""
    return [
        (paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), words(paragraph))
        for paragraph in root.iter(f"{W}p")
    ]


def said(root, style):
    return [text for name, text in lines(root) if name == style]


def test_the_name_of_the_file_speaks(client):
    response = download(client, make_full_plan())
    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="12-KH-MNHS.docx"'
    assert response["Content-Type"].endswith("wordprocessingml.document")


def test_another_name_leads_to_the_right_one(client):
    page = make_full_plan()
    response = client.get(f"/tai-ve/{page.pk}/so-cu.docx")
    assert response["Location"] == f"/tai-ve/{page.pk}/12-KH-MNHS.docx"


def test_a_document_without_a_number_is_named_by_its_address(client):
    page = make_full_plan(number="")
    response = client.get(f"/tai-ve/{page.pk}/{page.slug}.docx")
    assert f'filename="{page.slug}.docx"' in response["Content-Disposition"]


def test_paper_and_margins(client):
    root = document(client, make_full_plan())
    (section,) = root.iter(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    millimetres = {name: int(value) / 1440 * 25.4 for name, value in margins.items()}
    assert (int(size.get(f"{W}w")), int(size.get(f"{W}h"))) == (11906, 16838)
    sides = ("top", "bottom", "left", "right")
    assert [round(millimetres[f"{W}{side}"]) for side in sides] == [20, 20, 30, 15]
    assert section.find(f"{W}titlePg") is not None


def test_the_number_of_the_page_stands_above_the_text(client):
    header = parts(download(client, make_full_plan()).content)["word/header1.xml"].decode()
    assert " PAGE " in header


def test_head_title_and_foot(client):
    root = document(client, make_full_plan())
    assert said(root, "ParentBody") == ["ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG"]
    assert said(root, "Issuer") == ["TRƯỜNG MẦM NON HOA SEN"]
    assert said(root, "Number") == ["Số: 12/KH-MNHS"]
    assert said(root, "Motto") == ["Độc lập - Tự do - Hạnh phúc"]
    assert said(root, "Place") == ["Hà Đông, ngày 05 tháng 01 năm 2026"]
    assert said(root, "Title") == ["KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2026"]
    assert said(root, "RecipientsTitle") == ["Nơi nhận:"]
    assert said(root, "Recipient") == ["- UBND phường (để b/c);", "- Lưu: VT."]
    assert [text for text in said(root, "Signature") if text] == ["HIỆU TRƯỞNG", "Nguyễn Thị Mẫu"]


def test_the_numbers_of_provisions_are_words_that_no_program_counts(client):
    root = document(client, make_full_plan())
    assert root.find(f".//{W}numPr") is None
    assert said(root, "Basis")[0].startswith("Căn cứ Luật Thi đua")
    assert "I. MỤC ĐÍCH, YÊU CẦU" in said(root, "Heading")
    assert "a) Tổ chức thiết thực, tiết kiệm;" in said(root, "Body")
    assert said(root, "Body")[-1].startswith("Trên đây là Kế hoạch")


def test_a_decree_has_its_chapters_and_articles(client):
    root = document(client, make_full_decree())
    assert said(root, "Outer")[:2] == ["Chương I", "QUY ĐỊNH CHUNG"]
    assert "Điều 2. Nguyên tắc" in said(root, "Heading")
    assert said(root, "Signature")[0] == "TM. THỦ TƯỚNG"


def test_a_law_says_luat_so(client):
    page = make_full_decree(document_type="law", number="06/2022/QH15")
    assert said(document(client, page), "Number") == ["Luật số: 06/2022/QH15"]


def test_a_dispatch_has_its_subject_below_the_number(client):
    page = make_full_plan(document_type="dispatch", abstract="báo cáo thi đua")
    root = document(client, page)
    assert said(root, "Subject") == ["V/v báo cáo thi đua"]
    assert said(root, "Title") == []


def test_a_day_that_is_missing_is_left_to_be_filled_in(client):
    root = document(client, make_full_plan(issued_on=None, issue_place=""))
    assert said(root, "Place") == ["ngày …… tháng …… năm ……"]


def test_each_annex_begins_on_a_page_of_its_own_and_counts_from_1(client):
    root = document(client, make_full_plan(PLAN_TEXT + ANNEX_TEXT))
    sections = list(root.iter(f"{W}sectPr"))
    starts = [section.find(f"{W}pgNumType") for section in sections]
    assert [start is not None for start in starts] == [False, True, True]
    assert "CHỈ TIÊU THI ĐUA" in said(root, "Outer")


def test_a_table_has_lines_around_its_cells(client):
    cells = table(("TT", "Việc"), ("1", "Hội giảng\nmùa xuân"), caption="Các việc")
    page = publish_with(make_full_plan(), ("legal_text", PLAN_TEXT), cells)
    root = document(client, page)
    bordered = [
        one for one in root.iter(f"{W}tbl") if one.find(f"{W}tblPr/{W}tblBorders") is not None
    ]
    assert len(bordered) == 1
    assert [words(cell) for cell in bordered[0].iter(f"{W}tc")][:3] == ["TT", "Việc", "1"]
    assert bordered[0].find(f".//{W}tblHeader") is not None
    assert said(root, "Caption") == ["Các việc"]


def test_a_picture_comes_along(client):
    figure = ("figure", {"image": make_picture().pk, "caption": "Sơ đồ"})
    content = parts(download(client, publish_with(make_full_plan(), figure)).content)
    with Image.open(BytesIO(content["word/media/image1.png"])) as picture:
        assert picture.size == (80, 100)
    assert "Sơ đồ" in content["word/document.xml"].decode()


def test_what_xml_cannot_hold_is_left_out(client):
    text = "1. Có\x02 ký \ufffetự\x07 lạ & <b>dấu</b>"
    root = document(client, make_full_plan(text, abstract="Thi đua\x02", signer="A\x01n"))
    assert "1. Có ký tự lạ & <b>dấu</b>" in said(root, "Body")
    assert said(root, "Signature")[-1] == "An"


def test_a_very_long_text_is_written(client):
    text = "\n".join(f"Điều {n}. Thi đua\n{'Thi đua là yêu nước. ' * 25}" for n in range(1, 2000))
    assert len(text) > 1_000_000
    assert len(said(document(client, make_full_decree(text)), "Heading")) == 1999


def test_an_empty_document_is_still_a_document(client):
    page = make_full_plan(
        "", number="", abstract="", issuer_as_printed="", parent_body_as_printed="", signer=""
    )
    page.recipients = []
    page.save_revision().publish()
    assert said(document(client, page), "Nation") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_the_same_text_gives_the_same_bytes_and_is_not_sent_twice(client):
    page = make_full_plan()
    first = download(client, page)
    assert download(client, page).content == first.content
    assert download(client, page, if_none_match=first["ETag"]).status_code == 304
    page.signer = "Người Khác"
    page.save_revision().publish()
    page.refresh_from_db()
    assert download(client, page, if_none_match=first["ETag"]).status_code == 200


@pytest.mark.parametrize("ending", ["docx", "xml"])
def test_only_readers_of_the_page_take_it_along(client, staff, council, ending):
    page = make_full_plan(audience=Audience.COUNCIL)
    address = f"/tai-ve/{page.pk}/12-KH-MNHS.{ending}"
    assert client.get(address).status_code == 302
    client.force_login(staff)
    assert client.get(address).status_code == 404
    client.force_login(council)
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("ending", ["docx", "xml"])
def test_a_draft_and_nothing_at_all_look_alike(client, staff, ending):
    draft = make_full_plan(live=False)
    client.force_login(staff)
    for pk in (draft.pk, draft.pk + 1000):
        assert client.get(f"/tai-ve/{pk}/12-KH-MNHS.{ending}").status_code == 404


def test_an_issue_day_in_march_has_no_zero(client):
    root = document(client, make_full_plan(issued_on=dt.date(2026, 3, 9)))
    assert said(root, "Place") == ["Hà Đông, ngày 09 tháng 3 năm 2026"]


@needs_office
@needs_pdf
def test_libreoffice_opens_it_and_prints_the_numbers_of_pages(client, tmp_path):
    text = "\n".join(f"{n}. {'Nội dung thi đua của trường. ' * 12}" for n in range(1, 30))
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(download(client, make_full_plan(f"I. VIỆC\n{text}{ANNEX_TEXT}")).content)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    printed = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "ke-hoach.pdf", "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = printed.split("\f")
    tops = [page.strip().split("\n")[0].strip() for page in pages if page.strip()]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" in tops[0]
    assert tops[1:3] == ["2", "3"]
    assert tops[-1].startswith("PHỤ LỤC II")
