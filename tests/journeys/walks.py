"""The five main journeys, each by what a reader hears or reads: names of links, buttons, fields.

A walk takes `opened(user, width)`, which gives a page of that user (empty: a visitor) where that
user begins, and calls `stop(page)` on every page it comes to; how it must end is asserted here.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Opened = Callable[..., Page]
Stop = Callable[[Page], None]

HONOREE, DECISION, LAW = "Vũ Minh An", "41/QĐ-MNYH", "06/2022/QH15"
# Made by tests.journeys.states: a draft for each walk that publishes one.
PLANNED, PLAN, DRAFT = "Phong trào có kế hoạch", "Kế hoạch của phong trào", "Nháp để duyệt"
DRAFTS = 2
PHONE = 390
CLICK = "button => button.click()"


def read_a_story(opened: Opened, stop: Stop) -> None:
    """A visitor reads a story from the home page."""
    page = opened()
    stop(page)
    news = page.get_by_role("region", name="Tin tức – Sự kiện")
    story = news.get_by_role("heading", level=3).get_by_role("link").first
    title = story.inner_text()
    follow(page, story, stop)
    assert heading(page) == title
    expect(page.get_by_role("article").first).to_contain_text(title)


def find_an_award(opened: Opened, stop: Stop) -> None:
    """A visitor finds an honoree on the wall, and the decision behind the award."""
    page = opened()
    follow(page, menu(page, "Bảng vàng"), stop)
    send(page, page.get_by_label("Tên", exact=True), "minh an", stop)
    follow(page, page.get_by_role("main").get_by_role("link", name=HONOREE, exact=True), stop)
    assert heading(page) == HONOREE
    follow(page, page.get_by_role("link", name=f"Quyết định {DECISION}").first, stop)
    expect(page.get_by_role("table", name="Danh sách được khen")).to_contain_text(HONOREE)


def search_on_a_phone(opened: Opened, stop: Stop) -> None:
    """Staff search a regulation on the phone, from the desk."""
    page = opened("can-bo", PHONE)
    stop(page)
    send(page, page.get_by_role("main").get_by_label("Tìm trên cổng thông tin"), LAW, stop)
    law = page.get_by_role("main").get_by_role("link", name="Luật Thi đua, khen thưởng").first
    follow(page, law, stop)
    assert "Luật Thi đua, khen thưởng" in heading(page)
    expect(page.get_by_role("main")).to_contain_text("Điều 23")


def publish_a_draft(opened: Opened, stop: Stop) -> None:
    """An editor's draft is handed in and signed twice; a visitor reads it in the news."""
    editor = opened("bien-tap")
    draft = editor.get_by_role("link", name=DRAFT).first
    title = draft.inner_text()
    follow(editor, draft, nowhere)
    press(editor, "[name=action-submit]")
    for signer in ("tham-dinh", "phe-duyet"):
        page = opened(signer)
        follow(page, page.get_by_role("link", name=title).first, nowhere)
        press(page, "[data-workflow-action-name=approve]")
    page = opened()
    follow(page, menu(page, "Tin tức"), stop)
    follow(page, page.get_by_role("main").get_by_role("link", name=title), stop)
    assert heading(page) == title


def find_a_plan(opened: Opened, stop: Stop) -> None:
    """A visitor finds the plan of a campaign."""
    page = opened()
    follow(page, menu(page, "Phong trào"), stop)
    follow(page, page.get_by_role("main").get_by_role("link", name=PLANNED), stop)
    follow(page, page.get_by_role("complementary").get_by_role("link", name=PLAN), stop)
    assert heading(page) == PLAN


WALKS = {
    "a story": read_a_story,
    "an award": find_an_award,
    "a search": search_on_a_phone,
    "a draft": publish_a_draft,
    "a plan": find_a_plan,
}


def menu(page: Page, name: str) -> Locator:
    """The link of that name in the main menu."""
    return page.get_by_role("navigation", name="Chính").get_by_role("link", name=name, exact=True)


def heading(page: Page) -> str:
    """The heading of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def follow(page: Page, link: Locator, stop: Stop) -> None:
    """Go where a link leads, by the keyboard."""
    with page.expect_navigation():
        link.press("Enter")
    stop(page)


def send(page: Page, field: Locator, text: str, stop: Stop) -> None:
    """Fill a field and hand in its form by the keyboard."""
    field.fill(text)
    with page.expect_navigation():
        field.press("Enter")
    stop(page)


def press(page: Page, button: str) -> None:
    """Press a button of the editor's action menu, open or folded, that ends on another page."""
    with page.expect_navigation():
        page.locator(button).first.evaluate(CLICK)


def nowhere(page: Page) -> None:
    """The admin is Wagtail's: how it is heard is not looked at here."""
