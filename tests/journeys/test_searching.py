"""Searching: suggestions by keyboard and by hand, filters on a phone, all of it without script."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

FIELD = "#q-main"


def open_search(site, width: int = 1280, query: str = "") -> Page:
    """The search page of a visitor, its suggestions ready."""
    page = site.visit(f"/tim-kiem/{query}", width)
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    return page


def type_in(page: Page, text: str, first: str = ""):
    """Type, and wait for the list below the field, which begins with `first`."""
    page.locator(FIELD).press_sequentially(text, delay=20)
    options = page.locator(f"{FIELD}-goi-y").get_by_role("option")
    expect(options.first).to_contain_text(first)
    return options


@pytest.mark.parametrize("width", [1280, 390])
def test_suggestions_are_walked_through_by_keys(site, width):
    page = open_search(site, width)
    field = page.locator(FIELD)
    options = type_in(page, "thi dua")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#thong-bao")).to_have_text(re.compile(r"^\d+ gợi ý"))
    assert Axe().run(page).response["violations"] == []
    last = options.count() - 1
    for key, place in [("ArrowDown", 0), ("ArrowUp", None), ("ArrowUp", last), ("ArrowDown", None)]:
        field.press(key)
        chosen = page.locator(f"{FIELD}-goi-y [aria-selected=true]")
        expect(chosen).to_have_count(0 if place is None else 1)
        if place is not None:
            expect(field).to_have_attribute("aria-activedescendant", f"q-main-goi-y-{place}")
    field.press("ArrowDown")
    field.press("Home")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    assert field.evaluate("field => field.selectionStart") == 0
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("thi dua")
    page.context.close()


def test_enter_opens_what_is_chosen_or_searches(site):
    page = open_search(site)
    options = type_in(page, "khu vuon biet ke", "Khu vườn biết kể chuyện")
    expect(options.first.locator("b").last).to_contain_text("chuyện")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/tin-tuc/khu-vuon-biet-ke-chuyen/"))
    page.goto(f"{site.address}/tim-kiem/")
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    type_in(page, "khu vuon biet ke", "Khu vườn biết kể chuyện")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/tim-kiem/\?q=khu\+vuon\+biet\+ke$"))
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_suggestion_is_opened_by_hand(site, width):
    page = open_search(site, width)
    options = type_in(page, "khu vuon biet ke", "Khu vườn biết kể chuyện")
    assert options.first.bounding_box()["height"] >= 44
    options.first.click()
    page.wait_for_url(re.compile("/tin-tuc/khu-vuon-biet-ke-chuyen/"))
    page.context.close()


def test_the_field_of_every_page_is_reached_by_one_key_and_suggests(site):
    page = site.visit("/tin-tuc/")
    expect(page.locator("#q")).to_have_attribute("role", "combobox")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("thi dua", delay=20)
    expect(page.locator("#q-goi-y").get_by_role("option").first).to_be_visible()
    page.locator("h1").first.click()
    expect(page.locator("#q-goi-y")).to_be_hidden()
    page.context.close()


def test_the_second_tab_skips_the_filters(site):
    page = site.sign_in("can-bo")
    page.goto(f"{site.address}/tim-kiem/?q=thi+dua")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Chuyển đến kết quả")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#ket-qua")).to_be_focused()
    page.context.close()


def test_filters_are_folded_on_a_phone(site):
    page = site.sign_in("can-bo", 390)
    page.goto(f"{site.address}/tim-kiem/?q=thi+dua")
    boxes = page.locator(".tk-facets [type=checkbox]")
    expect(boxes.first).to_be_hidden()
    page.locator(".tk-facets > summary").click()
    expect(boxes.first).to_be_visible()
    page.context.close()


def test_filters_and_pages_work_without_script(site):
    signed_in = site.sign_in("can-bo")
    context = site.browser.new_context(
        java_script_enabled=False, storage_state=signed_in.context.storage_state()
    )
    page = context.new_page()
    page.goto(f"{site.address}/")
    page.goto(f"{site.address}/tim-kiem/")
    page.fill(FIELD, "thi dua")
    page.press(FIELD, "Enter")
    first = page.locator(".tk-facet .tk-choice").first
    name = first.locator("a").inner_text().split("\n")[0]
    first.locator("input").check()
    page.get_by_role("button", name="Áp dụng bộ lọc").click()
    chips = page.locator(".tk-filter-chips a")
    expect(chips.first).to_contain_text(re.sub(r"\s*\d+.*", "", name))
    count = chips.count()
    chips.first.click()
    expect(page.locator(".tk-filter-chips a")).to_have_count(count - 1)
    page.get_by_role("link", name="Sau").click()
    expect(page.locator(".tk-pagination [aria-current]")).to_have_text(re.compile("2$"))
    context.close()
    signed_in.context.close()


def test_results_print_without_filters(site):
    page = open_search(site, query="?q=thi+dua")
    page.emulate_media(media="print")
    expect(page.locator(".tk-print-source")).to_be_visible()
    expect(page.locator(".tk-result").first).to_be_visible()
    expect(page.locator(".tk-search-hero")).to_be_hidden()
    page.context.close()
