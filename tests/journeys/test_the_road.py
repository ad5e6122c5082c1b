"""The whole road: from the imported plan through two signatures to staff who find it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

TITLE = "Kế hoạch công tác Thi đua - Khen thưởng năm 2025"
ADDRESS = "/ke-hoach/thi-dua-khen-thuong-2025/"
REASON = "Bổ sung địa danh theo bản ký"


CLICK = "name => document.querySelector(name).click()"


def press(page, name):
    """Press a button of the editor's action menu, open or folded, that ends on another page."""
    with page.expect_navigation():
        page.evaluate(CLICK, name)


@pytest.fixture(scope="module")
def signed(site):
    """The road itself; the tests below look at what each act left behind."""
    editor, reviewer, approver = (
        site.sign_in(name) for name in ("bien-tap", "tham-dinh", "phe-duyet")
    )
    address = f"{site.address}/quan-tri/pages/{site.plan_id}/edit/"
    seen = {}
    editor.goto(address)
    editor.fill("[name=issue_place]", "Hà Đông")
    press(editor, "[name=action-submit]")
    editor.goto(address)
    seen["editor may approve"] = editor.locator("[data-workflow-action-name=approve]").count()
    seen["reviewer's desk"] = reviewer.content()
    reviewer.goto(address)
    reviewer.evaluate(CLICK, "[data-workflow-action-name=reject]")
    reviewer.fill(".modal textarea", REASON)
    reviewer.click(".modal [type=submit]")
    reviewer.wait_for_url("**/quan-tri/")
    editor.goto(f"{site.address}/quan-tri/")
    seen["editor's desk"] = editor.content()
    editor.goto(address)
    editor.fill("[name=issue_place]", "Hà Nội")
    press(editor, "[name=action-submit]")
    for signer in (reviewer, approver):
        signer.goto(address)
        press(signer, "[data-workflow-action-name=approve]")
    for page in (editor, reviewer, approver):
        page.context.close()
    return seen


def test_the_editor_cannot_approve(signed):
    assert signed["editor may approve"] == 0


def test_the_reason_of_the_return_reaches_the_editor(signed):
    assert REASON in signed["editor's desk"]


def test_two_signatures_publish_the_corrected_text(site, signed):
    page = site.sign_in("can-bo")
    page.goto(site.address + ADDRESS)
    assert "Hà Nội" in page.locator(".tk-official__place").inner_text()
    page.context.close()


@pytest.mark.parametrize("typed", ["ke hoach thi dua khen thuong 2025", "4552/KH-SGDDT"])
def test_staff_find_the_plan_on_a_phone(site, signed, typed):
    page = site.sign_in("can-bo", width=390)
    page.goto(f"{site.address}/noi-bo/")
    page.click(".tk-menu > summary")
    page.locator(".tk-menu[open]").wait_for()
    page.fill("#q-menu", typed)
    page.press("#q-menu", "Enter")
    page.wait_for_url("**/tim-kiem/**")
    expect(page.locator(".tk-result h3").first).to_have_text(TITLE)
    page.context.close()


def test_a_question_of_ten_thousand_letters_is_answered_in_vietnamese(site):
    page = site.visit()
    answer = page.request.get(f"{site.address}/tim-kiem/", params={"q": "khen thưởng " * 834})
    assert answer.status == 200
    assert "từ đầu, hoặc" in answer.text()
    page.context.close()


def test_a_visitor_is_asked_to_sign_in(site, signed):
    page = site.visit(ADDRESS)
    assert "/dang-nhap/?next=" in page.url
    assert TITLE not in page.content()
    page.context.close()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/tin-tuc/",
        "/phong-trao/",
        "/phong-trao/nguoi-tot-viec-tot/",
        "/quyet-dinh/",
        "/tim-kiem/?q=ke+hoach+thi+dua+khen+thuong+2025",
        "/tim-kiem/?q=4552/KH-SGDDT",
        "/tim-kiem/goi-y/?q=ke+hoach",
        "/tin-tuc.atom",
        "/sitemap.xml",
        "/so/4552-kh-sgddt/",
    ],
)
def test_no_public_page_tells_its_title(site, signed, path):
    page = site.visit()
    body = page.request.get(site.address + path).text()
    assert TITLE not in body
    assert ADDRESS not in body
    page.context.close()
