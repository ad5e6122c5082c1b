"""A real server with the sample site, and a real Chromium."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
# A browser in a closed network: nothing may call out, and root needs no sandbox.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "Mat-khau-thu-nghiem-1"
START_UP = 120
PASSWORDS = f"""
from accounts.models import User
for user in User.objects.all():
    user.set_password({PASSWORD!r})
    user.save()
from campaigns.models import PlanPage
plan = PlanPage.objects.get().pk
import json
from tests.journeys.states import prepare
print(json.dumps({{"plan": plan, "states": prepare()}}))
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser; a module that names no group of its own shares one server."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group("journeys"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@dataclass(frozen=True)
class Site:
    """The running portal."""

    address: str
    browser: Browser
    plan_id: int
    states: dict[str, str]
    templates_seen: Path

    def visit(self, path: str = "/", width: int = 1280) -> Page:
        """A new visitor's page at `path`."""
        # What a test answers itself must not go past it through the service worker.
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, locale="vi", service_workers="block"
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(self.address + path)
        return page

    def sign_in(self, username: str, width: int = 1280) -> Page:
        """A page of somebody who has signed in."""
        page = self.visit("/dang-nhap/", width)
        page.fill("[name=username]", username)
        page.fill("[name=password]", PASSWORD)
        # The page that was left is loaded already: only the next one tells of the answer.
        with page.expect_navigation():
            page.click("main button[type=submit]")
        page.bring_to_front()
        return page


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Run manage.py and return what it printed."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=settings.ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """`portal.serve` with the sample site and the rarer states: what a Site knows of it."""
    folder: Path = tmp_path_factory.mktemp("portal")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PORTAL_DATA": str(folder),
        "PORTAL_PORT": str(port),
        "PORTAL_WORKERS": "1",
    }
    environment.pop("DATABASE_URL", None)
    for arguments in (("migrate", "--verbosity", "0"), ("gather_static",), ("demo",)):
        manage(environment, *arguments)
    printed = manage(environment, "shell", "--verbosity", "0", "--command", PASSWORDS)
    server = subprocess.Popen(
        [sys.executable, "-m", "portal.serve"],
        cwd=settings.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    wait_for(address)
    made = json.loads(printed.strip().splitlines()[-1])
    yield {
        "address": address,
        "plan_id": made["plan"],
        "states": made["states"],
        "templates_seen": folder / "templates-seen",
    }
    server.terminate()
    assert server.wait(timeout=20) == 0


def wait_for(address: str) -> None:
    """Until the server answers; fails after START_UP seconds."""
    last = time.monotonic() + START_UP
    while time.monotonic() < last:
        try:
            urlopen(f"{address}/robots.txt", timeout=5).close()  # noqa: S310 - our own server
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"no answer at {address}")


@pytest.fixture(scope="session")
def site(served: dict[str, Any]) -> Iterator[Site]:
    """The running portal with a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield Site(browser=browser, **served)
        browser.close()
