"""Reading a law: by keyboard alone, on a phone, without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

LAW = "/van-ban/luat-thi-dua-khen-thuong-06-2022-qh15/"
CITED = "khoản 1 Điều 3 Luật Thi đua, khen thưởng số 06/2022/QH15"


def open_law(site, width: int = 1280, anchor: str = "") -> Page:
    """The law as staff read it."""
    page = site.sign_in("can-bo", width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site.address}{LAW}{anchor}")
    return page


@pytest.mark.parametrize("width", [1280, 390])
def test_a_provision_is_cited_by_keyboard_alone(site, width):
    page = open_law(site, width)
    article = page.locator("#dieu-3")
    article.locator("summary").focus()
    page.keyboard.press("Enter")
    button = article.get_by_role("button", name=f"Sao chép trích dẫn: {CITED}")
    button.wait_for()
    for _ in range(20):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#thong-bao")).to_have_text("Đã sao chép.")
    assert page.evaluate("navigator.clipboard.readText()") == CITED


def test_the_address_of_a_provision_is_copied(site):
    page = open_law(site)
    page.locator("#dieu-3 > .tk-anchor").press("Enter")
    expect(page.locator("#thong-bao")).to_have_text("Đã sao chép.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site.address}{LAW}#dieu-3"


def test_words_are_found_without_marks_and_by_keys(site):
    page = open_law(site)
    field = page.locator("#tim-trong")
    field.fill("chien si thi dua co so")
    result = page.locator("[data-result]")
    expect(result).to_have_text(re.compile(r"^\d+ chỗ"))
    count = int(result.inner_text().split()[0])
    assert count > 3
    assert page.evaluate("CSS.highlights.get('tk-find').size") == count
    for key, shown in [("Enter", 1), ("Enter", 2), ("Shift+Enter", 1), ("Shift+Enter", count)]:
        field.press(key)
        expect(result).to_have_text(f"{shown}/{count}")
    field.press("Escape")
    expect(result).to_have_text("")
    expect(field).to_have_value("")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_contents_follow_the_reader_both_ways(site, width):
    page = open_law(site, width)
    current = page.locator(".tk-toc [aria-current=location]")
    for article in ("24", "3"):
        page.evaluate(f"document.querySelector('#dieu-{article}').scrollIntoView()")
        expect(current).to_have_text(re.compile(f"^Điều {article}\\. "))
    following = page.get_by_role("link", name="Điều sau")
    following.press("Enter")
    expect(page).to_have_url(re.compile("#dieu-4$"))


def test_the_contents_fold_on_a_phone_and_stay_at_hand(site):
    page = open_law(site, 390, "#dieu-24")
    fold = page.locator(".tk-toc-fold")
    expect(fold).not_to_have_attribute("open", "")
    expect(page.locator(".tk-toc__head")).to_be_in_viewport()
    fold.locator("summary").click()
    page.locator('.tk-toc a[href="#dieu-30"]').click()
    expect(page).to_have_url(re.compile("#dieu-30$"))
    expect(fold).not_to_have_attribute("open", "")
    expect(page.locator("#dieu-30 h3")).to_be_in_viewport()


def test_everything_can_be_read_and_cited_without_script(site):
    browser: Browser = site.browser
    signed_in = open_law(site).context.storage_state()
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in)
    page = context.new_page()
    page.goto(f"{site.address}{LAW}#dieu-3")
    expect(page.locator("[data-find]")).to_be_hidden()
    expect(page.locator('.tk-toc a[href="#dieu-24"]')).to_be_visible()
    page.locator("#dieu-3 summary").click()
    expect(page.get_by_text(CITED, exact=True)).to_be_visible()
    page.locator("#dieu-3 .tk-steps a").last.click()
    expect(page).to_have_url(re.compile("#dieu-4$"))


def test_it_prints_on_a4_with_its_code(site):
    page = open_law(site)
    page.emulate_media(media="print")
    expect(page.locator(".tk-print-source .tk-qr")).to_be_visible()
    expect(page.locator(".tk-citing").first).to_be_hidden()
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(595, 842)}
