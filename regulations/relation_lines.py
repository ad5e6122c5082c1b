"""How documents act on each other, in the reader's words; nothing is named that he may not see."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from pages.models import PortalPage
from regulations.provision_names import first_anchor


@dataclass(frozen=True, slots=True)
class RelationLine:
    """One act: what happened ("amended by"), the other document, what of it, from and until.

    Without the right to read the other document `title` and `url` are empty.
    """

    kind: str
    sentence: str
    title: str
    url: str
    provisions: str
    on: dt.date | None
    until: dt.date | None = None

    @property
    def short(self) -> str:
        """For the table of contents: "amended"."""
        return {
            "amends": _("amended"),
            "replaces": _("replaced"),
            "repeals": _("repealed"),
            "suspends": _("suspended"),
            "guides": _("guided"),
            "consolidates": _("consolidated"),
            "corrects": _("corrected"),
        }[self.kind]


def relations_of(document: Any, user: Any) -> tuple[list[RelationLine], list[RelationLine]]:
    """How `document` acts on others, and others on it: only what `user` may see."""
    acts_on = [
        _line(relation, relation.target, active(relation), "")
        for relation in document.own_relations
        if relation.target.is_visible_to(user)
    ]
    acted_on = [
        line_on(relation, user)
        for relation in document.relations_on_it
        if relation.source.is_visible_to(user)
    ]
    return acts_on, acted_on


def line_on(relation: Any, user: Any) -> RelationLine:
    """What `relation.source` did; unnamed when `user` may not read that."""
    if not relation.source.is_visible_to(user):
        return RelationLine(
            relation.kind,
            unnamed(relation),
            "",
            "",
            relation.provisions,
            relation.takes_effect_on,
            relation.ends_on,
        )
    anchor = first_anchor(relation.source_provision)
    return _line(relation, relation.source, passive(relation), anchor)


def _line(relation: Any, page: PortalPage, sentence: str, anchor: str) -> RelationLine:
    return RelationLine(
        relation.kind,
        sentence,
        page.title,
        f"{page.url}#{anchor}" if anchor else page.url,
        relation.provisions,
        relation.takes_effect_on,
        relation.ends_on,
    )


def active(relation: Any) -> str:
    """ "amends", of the document that acts."""
    return str(relation.get_kind_display())


def passive(relation: Any) -> str:
    """ "amended by", of the document acted on."""
    return {
        "amends": _("amended by"),
        "replaces": _("replaced by"),
        "repeals": _("repealed by"),
        "suspends": _("suspended by"),
        "guides": _("guided by"),
        "consolidates": _("consolidated in"),
        "corrects": _("corrected by"),
    }[relation.kind]


def unnamed(relation: Any) -> str:
    """ "amended", when the document that did it is not for the reader."""
    return {
        "amends": _("amended by another document"),
        "replaces": _("replaced by another document"),
        "repeals": _("repealed by another document"),
        "suspends": _("suspended by another document"),
        "guides": _("guided by another document"),
        "consolidates": _("consolidated in another document"),
        "corrects": _("corrected by another document"),
    }[relation.kind]
