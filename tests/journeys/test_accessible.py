"""Every template in a real browser: axe, no sideways scroll, nothing in the console."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

PUBLIC = {
    "home": "/",
    "news list": "/tin-tuc/",
    "news": "/tin-tuc/khu-vuon-biet-ke-chuyen/",
    "no news": "/tin-tuc/?the=khong-co",
    "wall": "/bang-vang/",
    "nobody": "/bang-vang/?ten=khong+co",
    "profile": "/bang-vang/vu-minh-an/",
    "profile without picture": "/bang-vang/ngo-thanh-tam/",
    "campaigns": "/phong-trao/",
    "campaign": "/phong-trao/doi-moi-sang-tao-2026-2027/",
    "decisions": "/quyet-dinh/",
    "decision": "/quyet-dinh/khen-thuong-nam-hoc-2025-2026/",
    "search": "/tim-kiem/?q=thi+dua",
    "nothing found": "/tim-kiem/?q=xyzxyz",
    "sign in": "/dang-nhap/",
    "reset": "/quen-mat-khau/",
    "by number": "/so/1-qd-khong/",
    "not found": "/khong-co/",
}
STAFF = {
    "desk": "/noi-bo/",
    "plans": "/ke-hoach/",
    "plan": "/ke-hoach/thi-dua-khen-thuong-2025/",
    "regulations": "/van-ban/",
    "law": "/van-ban/luat-thi-dua-khen-thuong-06-2022-qh15/",
    "staff search": "/tim-kiem/?q=chien+si+thi+dua+co+so",
    "password": "/doi-mat-khau/",
    "sign out": "/dang-xuat/",
}
WIDTHS = (1280, 390)


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


def look(site, page, path):
    """Open `path` and return what is wrong with it."""
    noise = []

    def listen(message):
        noise.append(message.text)

    page.on("console", listen)
    status = page.goto(site.address + path).status
    violations = Axe().run(page).response["violations"]
    page.remove_listener("console", listen)
    sideways = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    expected = "status of 404"
    return {
        "axe": [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in violations],
        "sideways": max(sideways, 0),
        "console": [text for text in noise if not (status == 404 and expected in text)],
    }


CLEAN = {"axe": [], "sideways": 0, "console": []}


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(site, visitor, path):
    assert look(site, visitor, path) == CLEAN


@pytest.mark.parametrize("path", STAFF.values(), ids=STAFF.keys())
def test_staff_pages(site, reader, path):
    assert look(site, reader, path) == CLEAN


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
