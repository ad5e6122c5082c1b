"""May the reader rely on this text? What the notice above a document says, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from regulations.day_asked import DayAsked
from regulations.effect import Effect, EffectStatus
from regulations.relation_lines import RelationLine, line_on

MOST_LINES = 4
# Guidance changes nothing in the text; it stands among the related documents.
TOLD_KINDS = frozenset({"replaces", "repeals", "suspends", "amends", "corrects", "consolidates"})


@dataclass(frozen=True, slots=True)
class EffectNotice:
    """heading: the state and its days. sentences: what else to know. lines: which documents did
    it, linked when the reader may see them; `more` counts those left out. ahead: what comes next.
    """

    heading: str
    tone: str
    sentences: list[str] = field(default_factory=list)
    lines: list[RelationLine] = field(default_factory=list)
    more: int = 0
    ahead: RelationLine | None = None
    is_plain: bool = False


def notice_of(document: Any, effect: Effect, asked: DayAsked, user: Any) -> EffectNotice:
    """The notice for `user` on the day of `asked`; plain when nothing but "in force" is to say."""
    told = [r for r in effect.acting if r.kind in TOLD_KINDS]
    # What made the state comes first.
    told.sort(key=lambda relation: relation is not effect.because)
    lines = [_kept(line_on(relation, user), relation, asked) for relation in told[:MOST_LINES]]
    sentences = _sentences(document, effect, asked.day)
    ahead = _kept(line_on(effect.ahead, user), effect.ahead, asked) if effect.ahead else None
    in_force = effect.status is EffectStatus.IN_FORCE
    return EffectNotice(
        heading=_heading(effect),
        tone=_tone(effect.status),
        sentences=sentences,
        lines=lines,
        more=len(told) - len(lines),
        ahead=ahead,
        is_plain=in_force and not (sentences or lines or ahead or asked.is_asked or asked.error),
    )


def _kept(line: RelationLine, relation: Any, asked: DayAsked) -> RelationLine:
    """The days it really acts, and the day asked kept in its link."""
    return replace(line, url=asked.keep(line.url), on=relation.acts_from, until=relation.acts_until)


def _tone(status: EffectStatus) -> str:
    tones = {"in-force": "in-force", "expired": "expired", "not-yet": "info"}
    return tones.get(status.value, "warning")


def _heading(effect: Effect) -> str:
    if effect.since is None:
        return effect.label
    words = {"state": effect.label, "since": printed(effect.since), "until": ""}
    if effect.status is EffectStatus.NOT_YET:
        return _("%(state)s; takes effect on %(since)s") % words
    if effect.status is EffectStatus.SUSPENDED and effect.until:
        return _("%(state)s from %(since)s until before %(until)s") % {
            **words,
            "until": printed(effect.until),
        }
    return _("%(state)s, from %(since)s") % words


def _sentences(document: Any, effect: Effect, day: dt.date) -> list[str]:
    found = []
    if document.issued_on and day < document.issued_on:
        found.append(
            _("On that day it had not been issued yet: it is of %(day)s.")
            % {"day": printed(document.issued_on)}
        )
    if effect.resumed_from is not None:
        found.append(
            _("It was suspended from %(since)s and has been in force again since %(until)s.")
            % {
                "since": printed(effect.resumed_from.acts_from),
                "until": printed(effect.resumed_from.acts_until),
            }
        )
    is_running = effect.is_in_force or effect.status is EffectStatus.SUSPENDED
    if is_running and document.expires_on:
        found.append(
            _("By its own terms it is no longer in force from %(day)s.")
            % {"day": printed(document.expires_on)}
        )
    if effect.status is EffectStatus.SUSPENDED and not effect.until:
        found.append(_("The day it resumes is not known yet."))
    return found


def printed(day: dt.date) -> str:
    """A day as documents print it: 01/06/2024."""
    return f"{day:%d/%m/%Y}"
