"""Collects what the portal itself says in English, from its rooms and its templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract, extract_from_dir
from django.apps import apps
from django.utils.translation.template import templatize

from tests.locale.catalogues import KEYWORDS, METHODS, ROOT, Key

TEMPLATES = ROOT / "templates"
SPOKEN = KEYWORDS | {"gettext_noop": None}
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def collect() -> dict[Key, str]:
    """Every message of the portal, with the file, relative to the root, that says it first."""
    found: dict[Key, str] = {}
    for place, key in (*_of_rooms(), *_of_templates()):
        found.setdefault(key, place)
    return found


def key_of(text: str | tuple[str, ...], context: str | None) -> Key:
    """What gettext looks `text` up by; a tuple is a singular and its plural."""
    if isinstance(text, str):
        return Key(context, text, plural=False)
    return Key(context, text[0], plural=True)


def _of_rooms() -> Iterator[tuple[str, Key]]:
    folders = [Path(app.path) for app in apps.get_app_configs()]
    rooms = {folder for folder in folders if folder.parent == ROOT} | {ROOT / "portal"}
    for room in sorted(rooms):
        for name, _, text, _, context in extract_from_dir(room, METHODS, keywords=SPOKEN):
            yield f"{room.name}/{name}", key_of(text, context)


def _of_templates() -> Iterator[tuple[str, Key]]:
    for path in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        place = path.relative_to(ROOT).as_posix()
        for _, text, _, context in extract("python", _as_python(path), keywords=SPOKEN):
            yield place, key_of(text, context)


def _as_python(path: Path) -> BytesIO:
    # Django blanks the markup out but keeps its indentation, which Python would refuse.
    source = templatize(path.read_text(encoding="utf-8"), origin=path.as_posix())
    return BytesIO(INDENT.sub("", source).encode())
