"""Every template in a real browser: axe, no sideways scroll, nothing in the console."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.template.loader import get_template

from tests.journeys.addresses import ADMIN, PUBLIC, PUBLIC_STATES, STAFF

WIDTHS = (1280, 390)
# Templates that no address of the sample site shows, and why.
UNSEEN = {
    "500.html",  # shown by `test_a_broken_server`, without the server
    "503.html",  # likewise
}


@pytest.fixture(scope="module", params=WIDTHS)
def visitor(site, request):
    page = site.visit(width=request.param)
    yield page
    page.context.close()


@pytest.fixture(scope="module", params=WIDTHS)
def reader(site, request):
    page = site.sign_in("can-bo", width=request.param)
    yield page
    page.context.close()


@pytest.fixture(scope="module", params=WIDTHS)
def editors(site, request):
    """A page of each of those who work in the admin, by user name."""
    names = {username for username, _, _ in ADMIN.values()}
    pages = {name: site.sign_in(name, width=request.param) for name in names}
    yield pages
    for page in pages.values():
        page.context.close()


def look(page, act, part=None):
    """Do `act`, which opens something, and return what is wrong with it, or with `part` of it."""
    noise = []

    def listen(message):
        noise.append(message.text)

    page.on("console", listen)
    act()
    page.wait_for_load_state()
    violations = Axe().run(page, context=part).response["violations"]
    page.remove_listener("console", listen)
    sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    # The browser itself notes an answer of 403, 404, 429 or 500, and the worker that is kept out.
    usual = ("the server responded with a status of", "Service Worker registration blocked")
    said = [text for text in noise if not any(words in text for words in usual)]
    return {
        "axe": [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in violations],
        "sideways": max(sideways, 0),
        "console": said,
    }


def look_at(site, page, path):
    return look(page, lambda: page.goto(site.address + path))


CLEAN = {"axe": [], "sideways": 0, "console": []}


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(site, visitor, path):
    assert look_at(site, visitor, path) == CLEAN


@pytest.mark.parametrize("name", PUBLIC_STATES)
def test_rarer_states(site, visitor, name):
    assert look_at(site, visitor, site.states[name]) == CLEAN


@pytest.mark.parametrize("path", STAFF.values(), ids=STAFF.keys())
def test_staff_pages(site, reader, path):
    assert look_at(site, reader, path) == CLEAN


def test_a_page_that_is_refused(site, reader):
    assert look_at(site, reader, site.states["council"]) == CLEAN
    assert "403" in reader.inner_text("main")


@pytest.mark.parametrize("status", [500, 503])
def test_a_broken_server(site, visitor, status):
    body = get_template(f"{status}.html").render()
    address = f"{site.address}/loi/"
    visitor.route(
        address, lambda route: route.fulfill(status=status, content_type="text/html", body=body)
    )
    assert look(visitor, lambda: visitor.goto(address)) == CLEAN


@contextmanager
def index_away(site) -> Iterator[str]:
    """The index does not answer; gives the address of a search."""
    with closing(sqlite3.connect(site.templates_seen.parent / "portal.sqlite3")) as database:
        database.execute("ALTER TABLE search_page RENAME TO search_page_away")
        try:
            yield "/tim-kiem/?q=thi+dua"
        finally:
            database.execute("ALTER TABLE search_page_away RENAME TO search_page")


def test_a_search_that_is_down(site, visitor):
    with index_away(site) as path:
        assert look_at(site, visitor, path) == CLEAN
        assert "Chưa tra cứu được." in visitor.inner_text("main")


def sign_in_wrongly(site, page, username):
    page.goto(f"{site.address}/dang-nhap/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", "khong-dung")
    with page.expect_navigation():
        page.click("main button[type=submit]")


def test_a_wrong_password(site, visitor):
    assert look(visitor, lambda: sign_in_wrongly(site, visitor, "khong-co-ai")) == CLEAN
    assert visitor.locator("[role=alert]").count() == 1


def test_a_form_with_errors_beside_its_fields(site, reader):
    reader.goto(f"{site.address}/doi-mat-khau/")

    def send():
        with reader.expect_navigation():
            reader.click("main button[type=submit]")

    assert look(reader, send) == CLEAN
    assert reader.locator(".tk-field__error").count() == 3


def try_on(site, page):
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        sign_in_wrongly(site, page, "bi-khoa")


def test_too_many_tries(site, visitor):
    assert look(visitor, lambda: try_on(site, visitor)) == CLEAN
    assert "Thử sai quá nhiều lần" in visitor.title()


@pytest.mark.parametrize(("username", "path", "parts"), ADMIN.values(), ids=ADMIN.keys())
def test_what_the_portal_adds_to_the_admin(site, editors, username, path, parts):
    page = editors[username]
    seen = look(
        page,
        lambda: page.goto(site.address + site.states.get(path, path)),
        {"include": [[part] for part in parts]},
    )
    assert seen["axe"] == []


def test_no_template_is_forgotten(site):
    """A new template fails here until an address above shows it."""
    visitor, reader = site.visit(), site.sign_in("can-bo")
    opened = [(visitor, path) for path in (*PUBLIC.values(), *map(site.states.get, PUBLIC_STATES))]
    opened += [(reader, path) for path in (*STAFF.values(), site.states["council"])]
    editors = {name: site.sign_in(name) for name in {name for name, _, _ in ADMIN.values()}}
    opened += [(editors[name], site.states.get(path, path)) for name, path, _ in ADMIN.values()]
    for page, path in opened:
        page.request.get(site.address + path)
    with index_away(site) as path:
        visitor.request.get(site.address + path)
    try_on(site, visitor)
    for page in (visitor, reader, *editors.values()):
        page.context.close()
    folder = settings.ROOT / "templates"
    ours = {str(path.relative_to(folder)) for path in folder.rglob("*.html")}
    seen = set(site.templates_seen.read_text(encoding="utf-8").splitlines())
    assert ours - seen == UNSEEN


def test_the_menu_works_by_keyboard_and_gives_the_focus_back(site):
    page = site.visit(width=390)
    summary = page.locator(".tk-menu > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".tk-menu[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".tk-menu[open]").count() == 0
    assert summary.evaluate("element => element === document.activeElement")
    page.context.close()


def test_everything_is_there_without_script(site):
    context = site.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/bang-vang/?ten=minh+an")
    assert page.locator(".tk-honoree h3").all_inner_texts() == ["Vũ Minh An"]
    page.goto(f"{site.address}/")
    page.fill("#q", "minh an")
    page.press("#q", "Enter")
    assert page.locator(".tk-result h3").count() >= 1
    context.close()
