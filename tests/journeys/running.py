"""The production server with the sample site in a folder of its own, and who opens its pages."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
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
# Seconds; a busy machine takes its time for both.
START_UP, SHUT_DOWN = 120, 60
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
HEAVY = "import json\nfrom tests.journeys.heavy import heavy\nprint(json.dumps(heavy({many})))"


@dataclass(frozen=True)
class Site:
    """The running portal."""

    address: str
    browser: Browser
    plan_id: int
    states: dict[str, str]
    templates_seen: Path

    def visit(self, path: str = "/", width: int = 1280, **context: Any) -> Page:
        """A new visitor's page at `path`; `context` as Playwright's `new_context` takes it."""
        # What a test answers itself must not go past it through the service worker.
        usual = {"viewport": {"width": width, "height": 900}, "locale": "vi"}
        made = self.browser.new_context(service_workers="block", **usual | context)
        page = made.new_page()
        page.set_default_timeout(20_000)
        page.goto(self.address + path)
        return page

    def sign_in(self, username: str, width: int = 1280, **context: Any) -> Page:
        """A page of somebody who has signed in."""
        page = self.visit("/dang-nhap/", width, **context)
        page.fill("[name=username]", username)
        page.fill("[name=password]", PASSWORD)
        # The page that was left is loaded already: only the next one tells of the answer.
        with page.expect_navigation():
            page.click("main button[type=submit]")
        page.bring_to_front()
        return page


def manage(environment: dict[str, str], *arguments: str) -> str:
    """Run manage.py and return what it printed. Raises RuntimeError with what it complained of."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return done.stdout


def environment_of(folder: Path) -> dict[str, str]:
    """What a server needs whose data are in `folder`, on a free port."""
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
    return environment


def make_sample(environment: dict[str, str]) -> dict[str, Any]:
    """The sample site and its rarer states: the plan's number, and addresses by name."""
    for arguments in (("migrate", "--verbosity", "0"), ("gather_static",), ("demo",)):
        manage(environment, *arguments)
    return told_by(environment, PASSWORDS)


def told_by(environment: dict[str, str], script: str) -> Any:
    """What a script prints as JSON in its last line."""
    printed = manage(environment, "shell", "--verbosity", "0", "--command", script)
    return json.loads(printed.strip().splitlines()[-1])


@contextmanager
def server(environment: dict[str, str]) -> Iterator[str]:
    """`portal.serve` while the block runs; gives its address. Raises TimeoutError."""
    process = subprocess.Popen(
        [sys.executable, "-m", "portal.serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{environment['PORTAL_PORT']}"
        wait_for(address)
        yield address
    finally:
        process.terminate()
        ended = process.wait(timeout=SHUT_DOWN)
    if ended != 0:
        raise RuntimeError(f"the server ended with {ended}")


def wait_for(address: str) -> None:
    """Until the server answers; raises TimeoutError after START_UP seconds."""
    last = time.monotonic() + START_UP
    while time.monotonic() < last:
        try:
            urlopen(f"{address}/robots.txt", timeout=5).close()  # noqa: S310 - our own server
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"no answer at {address}")
