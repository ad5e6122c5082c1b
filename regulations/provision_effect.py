"""What happened to the single provisions of a document, by a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from regulations.effect import ENDING_KINDS, Effect, EffectStatus
from regulations.provision_names import anchor_in, read_provision_names

# What a reader of the provision must know; guidance and consolidation stand beside the document.
MARKED_KINDS = ENDING_KINDS | {"amends", "suspends", "corrects", "guides"}


@dataclass(frozen=True, slots=True)
class ProvisionEffect:
    """The state of one provision on a day, and the relations that touch it or a part of it."""

    status: EffectStatus
    because: tuple[Any, ...] = ()


def marks_at(effect: Effect, anchors: Collection[str]) -> dict[str, list[Any]]:
    """The relations at work on the day of `effect` by the anchor where each is to be told.

    A provision that the text does not have is told at the one around it ("khoản 9 Điều 7" at
    Điều 7); what has no place there is told with the document only.
    """
    marks: dict[str, list[Any]] = defaultdict(list)
    for relation in effect.acting:
        if relation.kind not in MARKED_KINDS:
            continue
        for anchor in named_anchors(relation, anchors):
            if relation not in marks[anchor]:
                marks[anchor].append(relation)
    return dict(marks)


def named_anchors(relation: Any, anchors: Collection[str]) -> list[str]:
    """Where the provisions that `relation` names stand among `anchors`, as near as they can."""
    known = set(anchors)
    found = []
    for name in read_provision_names(relation.provisions).names:
        exact = anchor_in(name, known.__contains__)
        found.append(exact or _around(name.anchors[0], known))
    return [anchor for anchor in found if anchor]


def provision_effect_on(anchor: str, effect: Effect, anchors: Collection[str]) -> ProvisionEffect:
    """The state of the provision `anchor` when the document's own state is `effect`.

    An article shares the fate of its chapter, a clause that of its article; of an article with
    an amended clause a part has changed.
    """
    if effect.status not in {EffectStatus.IN_FORCE, EffectStatus.PARTLY}:
        return ProvisionEffect(effect.status)
    here: list[Any] = []
    below: list[Any] = []
    for relation in effect.acting:
        named = named_anchors(relation, anchors)
        if any(is_within(anchor, other) for other in named):
            here.append(relation)
        elif any(is_within(other, anchor) for other in named):
            below.append(relation)
    return ProvisionEffect(_status(here, below), (*here, *below))


def _status(here: list[Any], below: list[Any]) -> EffectStatus:
    kinds = {relation.kind for relation in here}
    if kinds & ENDING_KINDS:
        return EffectStatus.EXPIRED
    if "suspends" in kinds:
        return EffectStatus.SUSPENDED
    changed = "amends" in kinds or any(r.kind in ENDING_KINDS | {"amends"} for r in below)
    return EffectStatus.PARTLY if changed else EffectStatus.IN_FORCE


def is_within(anchor: str, outer: str) -> bool:
    """Whether `anchor` is `outer` or stands inside it; "dieu-5-2" is another Điều 5."""
    return anchor == outer or bool(re.match(rf"{re.escape(outer)}-[a-z]", anchor))


def _around(anchor: str, known: set[str]) -> str:
    while "-" in anchor:
        anchor = anchor.rpartition("-")[0]
        if anchor in known:
            return anchor
    return ""
