"""1280 pixels at 400 % are 320: every page in that width, no sideways scroll, nothing cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.journeys.addresses import PUBLIC, PUBLIC_STATES, STAFF

# 1280 by 1024 pixels magnified four times (WCAG 2.2, success criterion 1.4.10).
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
# How much of so low a window what stays in place may hide.
MOST_COVERED = 0.5
# The heavy content stands in these lists too.
FILLED_LISTS = ("home", "news list", "wall", "campaigns", "decisions", "search", "site map")
FILLED_STAFF = ("desk", "plans", "regulations", "staff search", "saved searches")
MADE_HEAVY = (
    *("campaign", "decision", "profile", "story", "story without a picture"),
    *("plan", "law", "information", "search"),
)
BROKEN = """(most) => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const found = wide > 0 ? [`sideways by ${wide}`] : [];
  const said = (what, element) => found.push(`${what}: ${element.tagName.toLowerCase()}.`
    + `${element.className} ${(element.textContent || "").trim().slice(0, 40)}`);
  const runsOut = (element, right) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = new Range();
    while (texts.nextNode()) {
      const hidden = texts.currentNode.parentElement.closest(".tk-hidden, [hidden]");
      range.selectNodeContents(texts.currentNode);
      if (!hidden && range.getBoundingClientRect().right > right + 1) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    // A pixel wide is what only a screen reader has.
    if (box.width <= 1 || element.closest(".tk-hidden, svg")) continue;
    if (wide > 0 && box.right > innerWidth + 1) said("too wide", element);
    const cuts = style.overflowX === "hidden" || style.overflowX === "clip";
    if (cuts && element.scrollWidth > element.clientWidth + 1 && runsOut(element, box.right))
      said("cut off", element);
    const stays = style.position === "fixed" || style.position === "sticky";
    if (stays && box.height > innerHeight * most) said("covers", element);
  }
  return found.slice(0, 8);
}"""


@pytest.fixture(scope="module")
def visitor(site):
    page = site.visit(**ZOOMED)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def reader(site):
    page = site.sign_in("can-bo", **ZOOMED)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def filled_readers(site, filled):
    """A visitor's and a reader's page of the filled site."""
    full = replace(site, address=filled["address"])
    pages = {"visitor": full.visit(**ZOOMED), "staff": full.sign_in("can-bo", **ZOOMED)}
    yield pages
    for page in pages.values():
        page.context.close()


def broken(page, address):
    """What does not hold in this width."""
    page.goto(address)
    return page.evaluate(BROKEN, MOST_COVERED)


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(site, visitor, path):
    assert broken(visitor, site.address + path) == []


@pytest.mark.parametrize("name", PUBLIC_STATES)
def test_rarer_states(site, visitor, name):
    assert broken(visitor, site.address + site.states[name]) == []


@pytest.mark.parametrize("path", STAFF.values(), ids=STAFF.keys())
def test_staff_pages(site, reader, path):
    assert broken(reader, site.address + path) == []


@pytest.mark.parametrize("name", FILLED_LISTS)
def test_filled_lists(filled, filled_readers, name):
    assert broken(filled_readers["visitor"], filled["address"] + PUBLIC[name]) == []


@pytest.mark.parametrize("name", FILLED_STAFF)
def test_filled_lists_of_staff(filled, filled_readers, name):
    assert broken(filled_readers["staff"], filled["address"] + STAFF[name]) == []


@pytest.mark.parametrize("who", ["visitor", "staff"])
@pytest.mark.parametrize("name", MADE_HEAVY)
def test_heavy_pages(filled, filled_readers, name, who):
    address = filled["address"] + filled["addresses"][f"heavy {name}"]
    assert broken(filled_readers[who], address) == []
