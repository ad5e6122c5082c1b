"""What no linter knows of the house: references by name, the one door, clean templates."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# From the ground up; home and search stand beside each other.
FLOORS = [
    {"vietnamese"},
    {"extraction"},
    {"organizations"},
    {"accounts"},
    {"pages"},
    {"regulations"},
    {"campaigns"},
    {"honors"},
    {"news"},
    {"home", "search"},
    {"portal"},
]
FLOOR = {room: place for place, rooms in enumerate(FLOORS) for room in rooms}
ROOMS = sorted(FLOOR)
CODE = [
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if "migrations" not in path.parts and "demo" not in path.parts
]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey"}
# Where `published()`, which asks nobody who is reading, may stand, and why.
DERIVED = {
    "pages/querysets.py",  # its home
    "pages/moderation/uses.py",  # what was published stays as it was signed, whoever asks
    "regulations/management/commands/rebuild.py",  # derived rows
    "regulations/addresses/ledger.py",  # the right to read is asked where an address is answered
    "honors/models/decision.py",  # a revocation holds for everybody
    "search/indexing/texts.py",  # what is indexed; who finds it is asked on reading
}


def name_of(path):
    return str(path.relative_to(ROOT))


def room_of(path):
    return path.relative_to(ROOT).parts[0]


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_no_model_points_up_by_name(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    named = {
        argument.value.split(".")[0]
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in RELATIONS
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        if isinstance(argument, ast.Constant) and re.fullmatch(r"\w+\.\w+", str(argument.value))
    }
    above = {name for name in named & FLOOR.keys() if FLOOR[name] > FLOOR[room_of(path)]}
    assert above == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_uses_one_of_a_room_above(path):
    room = path.relative_to(ROOT / "templates").parts[0]
    used = re.findall(r"{%\s*(?:include|extends)\s+\"(\w+)/([\w/.]+)\"", path.read_text())
    above = {
        f"{other}/{name}"
        for other, name in used
        if other in FLOOR
        and FLOOR[other] > FLOOR.get(room, len(FLOORS))
        and not (other == "pages" and name.startswith("base"))
    }
    assert above == set()


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_one_door_to_live_pages(path):
    found = re.findall(r"\.live\(|\.public\(|live=True|\.not_live\(", path.read_text())
    assert found == [] or room_of(path) == "pages"


def test_published_stands_only_where_something_is_derived():
    asked = re.compile(r"\.published(_or_expired)?\(")
    users = {name_of(path) for path in CODE if asked.search(path.read_text())}
    assert users - DERIVED == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_have_no_inline_style_or_script_and_escape_everything(path):
    text = path.read_text()
    assert re.findall(r"\sstyle=|<style|\son\w+=|\|safe\b|autoescape off", text) == []
    # JSON-LD is data: no browser runs it.
    scripts = set(re.findall(r"<script[^>]*>", text)) - {'<script type="application/ld+json">'}
    assert [tag for tag in scripts if "src=" not in tag] == []


def test_templates_stand_where_wagtail_derives_them():
    fixed = [
        name_of(path)
        for path in CODE
        if path.name != "blocks.py" and re.search(r"^\s+template = ", path.read_text(), re.M)
    ]
    assert fixed == []


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_rooms_are_not_crowded(path):
    assert len(path.read_text().splitlines()) <= 400


def test_no_room_is_called_after_nothing():
    assert not {"core", "common", "base", "utils"} & {path.name for path in ROOT.iterdir()}
