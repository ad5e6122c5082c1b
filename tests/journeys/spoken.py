"""A page as a screen reader has it: Chromium's accessibility tree, in the order it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

# What is acted on, and what is typed or chosen: each must say what it is.
ACTIONS = {"link", "button", "DisclosureTriangle", "tab", "menuitem"}
FIELDS = {"textbox", "searchbox", "combobox", "checkbox", "radio", "listbox", "spinbutton", "Date"}
NAMED = ACTIONS | FIELDS | {"image", "img", "table", "region", "navigation", "dialog"}
# One of each on a page.
ONLY = ("banner", "main", "contentinfo")


@dataclass(frozen=True, slots=True)
class Heard:
    """A thing as it is spoken: its role, name and description, and what else is said of it."""

    role: str
    name: str
    description: str = ""
    properties: dict[str, Any] = field(default_factory=dict)


def heard(page: Page) -> list[Heard]:
    """Everything that is spoken, in order; what is hidden from the tree is left out."""
    session = page.context.new_cdp_session(page)
    try:
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    finally:
        session.detach()
    return list(_spoken({node["nodeId"]: node for node in nodes}, nodes[0]["nodeId"]))


def _spoken(nodes: dict[str, Any], key: str) -> Iterator[Heard]:
    node = nodes.get(key)
    if node is None:
        return
    if not node.get("ignored"):
        yield Heard(
            node["role"]["value"],
            " ".join(str(node.get("name", {}).get("value", "")).split()),
            str(node.get("description", {}).get("value", "")),
            {one["name"]: one["value"].get("value") for one in node.get("properties", [])},
        )
    for child in node.get("childIds", []):
        yield from _spoken(nodes, child)


def faults(page: Page) -> list[str]:
    """What a listener would stumble over on this page."""
    things = heard(page)
    return [
        *_landmarks(things),
        *_headings(things),
        *(f"{thing.role} without a name" for thing in things if _is_nameless(thing)),
        *(f"error not tied to {thing.name}" for thing in things if _is_wrong_unsaid(thing)),
    ]


def _is_nameless(thing: Heard) -> bool:
    return thing.role in NAMED and not thing.name


def _is_wrong_unsaid(thing: Heard) -> bool:
    """A field that is said to be wrong, but not how."""
    return thing.properties.get("invalid") in ("true", True) and not thing.description


def _landmarks(things: list[Heard]) -> Iterator[str]:
    roles = Counter(thing.role for thing in things)
    yield from (f"{roles[role]} of {role}" for role in ONLY if roles[role] != 1)
    named = Counter((thing.role, thing.name) for thing in things if thing.role in ("navigation",))
    yield from (f"two {role} named {name}" for (role, name), count in named.items() if count > 1)


def _headings(things: list[Heard]) -> Iterator[str]:
    """Exactly one of the first level, none deeper by more than one than what stands before it."""
    levels = [
        (int(thing.properties.get("level", 0)), thing.name)
        for thing in things
        if thing.role == "heading"
    ]
    first = [name for level, name in levels if level == 1]
    if len(first) != 1:
        yield f"headings of the first level: {first}"
    last = 0
    for level, name in levels:
        if level > last + 1:
            yield f"heading of level {level} after {last}: {name}"
        if not name:
            yield f"heading of level {level} without words"
        last = level
