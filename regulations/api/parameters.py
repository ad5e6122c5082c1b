"""Parameters of the read API: what each means, and reading them with an error in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.api.v2.utils import BadRequestError

LONGEST = 300
GREATEST_ID = 2**63 - 1
FIRST_YEAR, LAST_YEAR = 1945, 2999


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an endpoint: `words` say what it does (translated lazily)."""

    name: str
    words: Any
    example: str


class Asked:
    """What was asked for in the address. Every reader raises BadRequestError in words."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given

    def check_names(self, known: Iterable[str]) -> None:
        """Refuses a parameter that nobody reads, and a value that no parameter can have."""
        known = sorted(known)
        for name, value in self.given.items():
            if name not in known:
                raise BadRequestError(
                    _("There is no parameter “%(name)s” here. These exist: %(known)s.")
                    % {"name": name[:40], "known": ", ".join(known)}
                )
            if len(value) > LONGEST or not value.isprintable():
                raise BadRequestError(
                    _("“%(name)s” is longer than %(most)d characters, or not text.")
                    % {"name": name, "most": LONGEST}
                )

    def text(self, name: str) -> str:
        """The value without surrounding blanks; "" when not given."""
        return self.given.get(name, "").strip()

    def number(self, name: str, least: int = 1, most: int = GREATEST_ID) -> int | None:
        """A whole number within these bounds; None when not given."""
        value = self.text(name)
        if not value:
            return None
        # 19 digits hold every number that a row can have.
        is_number = value.isascii() and value.isdecimal() and len(value) <= 19
        if not is_number or not least <= int(value) <= most:
            raise BadRequestError(
                _("“%(name)s” must be a whole number from %(least)d to %(most)d.")
                % {"name": name, "least": least, "most": most}
            )
        return int(value)

    def choice(self, name: str, values: Iterable[str]) -> str:
        """One of `values`; "" when not given."""
        value, values = self.text(name), list(values)
        if value and value not in values:
            raise BadRequestError(
                _("“%(name)s” must be one of these: %(values)s.")
                % {"name": name, "values": ", ".join(values)}
            )
        return value

    def day(self, name: str) -> dt.date | None:
        """A day like 2024-06-01; None when not given."""
        value = self.text(name)
        if not value:
            return None
        try:
            day = dt.date.fromisoformat(value) if len(value) == len("2024-06-01") else None
        except ValueError:
            day = None
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise BadRequestError(_("“%(name)s” must be a day like 2024-06-01.") % {"name": name})
        return day

    def moment(self, name: str) -> dt.datetime | None:
        """A day or a time; without an offset it is Vietnamese time. None when not given."""
        # A plus sign that was not encoded arrives as a blank.
        value = self.text(name).replace(" ", "+")
        if not value:
            return None
        if len(value) == len("2024-06-01"):
            day = self.day(name)
            return timezone.make_aware(dt.datetime.combine(day, dt.time.min)) if day else None
        try:
            found = parse_datetime(value)
        except ValueError:
            found = None
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise BadRequestError(
                _("“%(name)s” must be a day or a time, like 2024-06-01T08:00:00+07:00.")
                % {"name": name}
            )
        return found if timezone.is_aware(found) else timezone.make_aware(found)
