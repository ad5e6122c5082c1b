"""The life of a document as a list of days, for the reader of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from regulations.day_asked import DayAsked
from regulations.effect import Effect
from regulations.relation_lines import RelationLine, line_on

MOST_EVENTS = 12


@dataclass(frozen=True, slots=True)
class Event:
    """A day of its life, in words; `line` when another document made it; is_past on the day read.

    is_now: the day that is read, with the state then.
    """

    day: dt.date
    words: str = ""
    line: RelationLine | None = None
    is_past: bool = True
    is_now: bool = False


def history_of(document: Any, effect: Effect, asked: DayAsked, user: Any) -> list[Event]:
    """The days of `document` in order, with the day of `asked` at its place.

    Empty when no day is known. Of many changes only the last MOST_EVENTS are told.
    """
    own = [
        (document.issued_on, _("Issued")),
        (document.effective_on, _("Takes effect")),
        (document.expires_on, _("No longer in force")),
    ]
    events = [Event(day, words) for day, words in own if day]
    for relation in document.relations_on_it[-MOST_EVENTS:]:
        if relation.acts_from is not None:
            line = line_on(relation, user)
            line = replace(line, url=asked.keep(line.url))
            events.append(Event(relation.acts_from, line=line))
            if relation.kind == "suspends" and relation.acts_until:
                events.append(Event(relation.acts_until, _("Resumes")))
    if not events:
        return []
    events.sort(key=lambda event: event.day)
    return [
        *[event for event in events if event.day <= asked.day],
        Event(asked.day, effect.label, is_now=True),
        *[replace(event, is_past=False) for event in events if event.day > asked.day],
    ]
