"""Larger text that stays, and a page for readers without a network."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

LARGE = "getComputedStyle(document.documentElement).fontSize"
SHIFTS = """
new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 500);
})
"""
MOST_SHIFT = 0.02


@pytest.mark.parametrize("width", [1280, 390])
def test_larger_text_is_chosen_once_and_nothing_jumps(site, width):
    page = site.visit("/", width)
    assert page.evaluate(LARGE) == "16px"
    button = page.locator(".tk-topbar [data-text-size]")
    button.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(LARGE) == "19.2px"
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site.address}/bang-vang/")
    assert page.evaluate(LARGE) == "19.2px"
    assert page.evaluate(SHIFTS) <= MOST_SHIFT
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.locator(".tk-topbar [data-text-size]").click()
    assert page.evaluate(LARGE) == "16px"
    page.context.close()


def test_the_choice_is_told_to_nobody(site):
    page = site.visit("/")
    page.locator(".tk-topbar [data-text-size]").click()
    page.goto(f"{site.address}/tin-tuc/")
    assert page.context.cookies() == []
    page.context.close()


def test_without_script_no_button_promises_anything(site):
    context = site.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator("[data-text-size]").first).to_be_hidden()
    context.close()


def test_without_a_network_the_portal_says_so(site):
    context = site.browser.new_context(locale="vi")
    page = context.new_page()
    page.goto(site.address)
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.active.state)")
    page.wait_for_function(
        "navigator.serviceWorker.controller || caches.keys().then((k) => k.length)"
    )
    page.goto(f"{site.address}/bang-vang/")
    context.set_offline(True)
    page.goto(f"{site.address}/tin-tuc/")
    assert page.inner_text("h1") == "Thiết bị chưa có mạng"
    assert page.evaluate("getComputedStyle(document.querySelector('.tk-error h1')).fontFamily")
    kept = page.evaluate(
        "caches.keys().then((names) => caches.open(names[0]))"
        ".then((kept) => kept.keys()).then((all) => all.map((one) => new URL(one.url).pathname))"
    )
    assert [path for path in kept if not path.startswith("/static/")] == ["/ngoai-tuyen/"]
    context.set_offline(False)
    page.goto(f"{site.address}/tin-tuc/")
    assert page.inner_text("h1") != "Thiết bị chưa có mạng"
    context.close()
