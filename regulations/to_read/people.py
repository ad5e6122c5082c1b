"""Who is asked to read a document, and who of them has confirmed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pages.moderation.panels import name_of
from regulations.models import Acknowledgement
from regulations.to_read.acts import text_of
from regulations.to_read.asked import readers_asked
from vietnamese import name_sort_key


@dataclass(frozen=True, slots=True)
class Person:
    """One who is asked; read_earlier: the text has changed since they confirmed."""

    name: str
    office: str
    given_at: dt.datetime | None = None
    read_earlier: bool = False


def people_asked(document: Any) -> list[Person]:
    """All who are asked to read `document`: those who have not confirmed first, by given name.

    document: the page in its own type. Two queries.
    """
    given = {one.reader_id: one for one in Acknowledgement.objects.filter(page=document.pk)}
    asked, text = readers_asked(document.audience), text_of(document)
    people = [
        _person(user, given.get(user.pk), text) for user in asked.select_related("organization")
    ]
    return sorted(people, key=lambda one: (one.given_at is not None, name_sort_key(one.name)))


def _person(user: Any, given: Acknowledgement | None, text: str) -> Person:
    office = ", ".join(filter(None, (user.position, str(user.organization or ""))))
    if given is None:
        return Person(name_of(user), office)
    return Person(name_of(user), office, given.given_at, given.text != text)
