"""The clerk's desk: who is signed in, and files as a browser sends them."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.regulations.intake.samples import plan_text, plans

SCREEN = "/quan-tri/nhap-van-ban/"
PLAN_TYPE = "campaigns.planpage"


def upload(name: str = "ke-hoach.txt", content: bytes | None = None, **parts: str) -> Any:
    """A file in the browser; a whole plan unless told otherwise."""
    data = plan_text(**parts).encode() if content is None else content
    return SimpleUploadedFile(name, data)


def place() -> str:
    """What the form sends for: plans, in the list of plans."""
    return f"{plans().pk}:{PLAN_TYPE}"


def bring_in(browser: Any, *files: Any, **headers: str) -> Any:
    """Send files through the screen's form."""
    return browser.post(SCREEN, {"place": place(), "files": list(files)}, headers=headers)


def act(browser: Any, name: str, row: Any) -> Any:
    """Press a button of a row."""
    return browser.post(reverse(f"intake:{name}", args=[row.pk]), follow=True)
