"""The documents say what is so: links lead somewhere, commands exist, settings are all listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils.translation import gettext

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "static/README.md"])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)")
READER = re.compile(r"env\.\w+\(\s*\"([A-Z_]+)\"")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_commands_of_the_readme_exist():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make ([a-z]+)", readme))
    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()
    scripts = set(re.findall(r"manage\.py ([a-z_]+)", readme)) - {"migrate"}
    commands = {path.stem for path in ROOT.glob("*/management/commands/*.py")}
    assert scripts <= commands


def test_every_setting_is_listed():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "portal").rglob("*.py"))
    listed = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    assert {name for name in READER.findall(code) if f"`{name}`" not in listed} == set()


@pytest.mark.parametrize(
    "word",
    [
        "audience",
        "Audience and schedule",
        "Settings",
        "Everyone",
        "Staff of the organization",
        "Emulation and Commendation Council",
    ],
)
def test_the_editors_guide_says_what_the_screen_says(word):
    guide = (ROOT / "docs/huong-dan/bien-tap.md").read_text(encoding="utf-8")
    assert gettext(word).replace("\xa0", " ").lower() in guide.lower()
