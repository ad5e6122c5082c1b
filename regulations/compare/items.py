"""What is compared: the provisions of a text that a reader calls by name, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

# Headings that hold others; they have words of their own only in their heading.
CONTAINER_KINDS = frozenset({"annex", "part", "chapter", "section", "roman"})
UNIT_KINDS = CONTAINER_KINDS | {"article", "number"}
# Pieces between the provisions, each compared on its own.
LOOSE_KINDS = frozenset({"header", "text", "block", "foot"})
APART_KINDS = LOOSE_KINDS - {"text"}


@dataclass(frozen=True, slots=True)
class Item:
    """A provision with all that stands below it up to the next one that has a name.

    anchor, label, heading, text as derived; kind as in `Provision.Kind`; within: the anchor of
    the nearest container, "" if none. A container has text only for what stands before its first
    provision.
    """

    anchor: str = ""
    label: str = ""
    heading: str = ""
    text: str = ""
    kind: str = "article"
    within: str = ""

    @property
    def is_container(self) -> bool:
        """Whether it is a heading over other provisions."""
        return self.kind in CONTAINER_KINDS and not self.text

    @property
    def words(self) -> str:
        """Heading and text, one paragraph a line."""
        return "\n".join(part for part in (self.heading, self.text) if part)


def items_of(provisions: Iterable[Any], blocks: Mapping[str, str] | None = None) -> list[Item]:
    """The items of `provisions` (`Provision` rows or their like) in reading order.

    blocks: the words of tables and figures by the id of their block.
    """
    items: list[Item] = []
    open_containers: list[tuple[int, str]] = []
    unit: int | None = None
    for provision in provisions:
        if provision.kind in UNIT_KINDS or (unit is None and provision.kind not in LOOSE_KINDS):
            open_containers = [one for one in open_containers if one[0] < provision.depth]
            within = open_containers[-1][1] if open_containers else ""
            unit = len(items)
            items.append(_unit(provision, within))
            if provision.kind in CONTAINER_KINDS:
                open_containers.append((provision.depth, provision.anchor))
        elif unit is None or provision.kind in APART_KINDS:
            items.append(_loose(provision, blocks or {}))
        else:
            # A clause, or words that go on below a table.
            items[unit] = _with_line(items[unit], _line(provision))
    return [item for item in items if item.label or item.words]


def _loose(provision: Any, blocks: Mapping[str, str]) -> Item:
    text = blocks.get(provision.block_id, "") if provision.kind == "block" else provision.text
    return Item(text=text, kind=provision.kind)


def _unit(provision: Any, within: str) -> Item:
    return Item(
        provision.anchor,
        provision.label,
        provision.heading,
        provision.text,
        provision.kind,
        within,
    )


def _line(provision: Any) -> str:
    """A clause or point as it is printed: "1. Đối tượng", then its words."""
    first = " ".join(part for part in (provision.label, provision.heading) if part)
    return "\n".join([first, provision.text]) if provision.heading else f"{first} {provision.text}"


def _with_line(item: Item, line: str) -> Item:
    return replace(item, text="\n".join(part for part in (item.text, line.strip()) if part))
