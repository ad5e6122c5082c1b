"""Elements in the namespace of Akoma Ntoso."""

from __future__ import annotations

from typing import Any

from lxml import etree

from regulations.leaving.letters import one_line

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akn(name: str, /, *children: Any, text: str = "", **attributes: Any) -> Any:
    """`<name attribute="value">` with text, then children; None and "" are left out."""
    made = etree.Element(f"{{{AKN}}}{name}", nsmap={None: AKN})
    for key, value in attributes.items():
        if value not in {None, ""}:
            made.set(key, one_line(value))
    if text:
        made.text = one_line(text)
    made.extend(child for child in children if child is not None)
    return made


def append_text(parent: Any, text: str) -> None:
    """Add `text` after what `parent` holds so far."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
