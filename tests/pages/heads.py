"""What a page tells programs in its head, as a program reads it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from lxml import html


def head_of(client: Any, address: str) -> Any:
    """The page at `address` as a tree."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def statements(client: Any, address: str) -> dict[str, Any]:
    """The statements of the one JSON-LD block by type; empty without a block."""
    blocks = head_of(client, address).xpath('//script[@type="application/ld+json"]/text()')
    assert len(blocks) <= 1
    if not blocks:
        return {}
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    return {said["@type"]: said for said in data["@graph"]}


def metas(client: Any, address: str) -> dict[str, list[str]]:
    """Contents of `meta` by name or property, and `canonical`."""
    tree, found = head_of(client, address), defaultdict(list)
    for tag in tree.xpath("//head/meta[@content]"):
        found[tag.get("property") or tag.get("name")].append(tag.get("content"))
    found["canonical"] = tree.xpath('//head/link[@rel="canonical"]/@href')
    return found
