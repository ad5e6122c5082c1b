"""The list of what came in: whose, in which state, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from regulations.models import IntakeFile

PER_PAGE = 25
STATE, WHOSE, PAGE = "tinh-trang", "cua", "p"
EVERYBODY = "moi-nguoi"
State = IntakeFile.State
# What a clerk asks for, and the states of the ledger that answer it.
GROUPS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "tat-ca": (gettext_lazy("All"), tuple(set(State.values) - {State.DISCARDED})),
    "dang-doc": (gettext_lazy("Being read"), (State.WAITING, State.READING)),
    "ban-nhap": (gettext_lazy("Drafts"), (State.DRAFTED,)),
    "da-co": (gettext_lazy("Already there"), (State.ALREADY_THERE,)),
    "khong-doc-duoc": (gettext_lazy("Not read"), (State.FAILED,)),
    "da-bo": (pgettext_lazy("file", "Discarded"), (State.DISCARDED,)),
}
ALL = "tat-ca"


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that narrows the list; count is None where none is shown."""

    name: str
    label: str
    url: str
    is_current: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. Nonsense asks for the plain list."""

    group: str
    of_everybody: bool

    @classmethod
    def by(cls, request: HttpRequest) -> Asked:
        """From the query of the address."""
        group = request.GET.get(STATE, ALL)
        return cls(group if group in GROUPS else ALL, request.GET.get(WHOSE) == EVERYBODY)

    @property
    def is_filtered(self) -> bool:
        """Whether a state was asked for."""
        return self.group != ALL

    def url(self, **changes: Any) -> str:
        """The address of the same list with `changes`, from its first page."""
        group = changes.get("group", self.group)
        of_everybody = changes.get("of_everybody", self.of_everybody)
        query = {STATE: group} if group != ALL else {}
        query |= {WHOSE: EVERYBODY} if of_everybody else {}
        return reverse("intake:screen") + (f"?{urlencode(query)}" if query else "")


def owned(files: Any, asked: Asked, user: Any) -> Any:
    """`files` narrowed to those of `user`, unless everybody's are asked for."""
    return files if asked.of_everybody else files.filter(user=user)


def counts_of(files: Any) -> dict[str, int]:
    """How many files each group has. One query."""
    counted = dict(files.order_by().values_list("state").annotate(Count("pk")))
    return {
        name: sum(counted.get(state, 0) for state in states)
        for name, (_label, states) in GROUPS.items()
    }


def state_choices(asked: Asked, counts: dict[str, int]) -> list[Choice]:
    """The groups as links, empty ones too: the script counts on while files are read."""
    return [
        Choice(name, str(label), asked.url(group=name), name == asked.group, counts[name])
        for name, (label, _states) in GROUPS.items()
    ]


def whose_choices(files: Any, asked: Asked, user: Any) -> list[Choice]:
    """Mine or everybody's; nothing to choose while there are no files of others."""
    if not asked.of_everybody and not files.exclude(user=user).exists():
        return []
    return [
        Choice("", _("Mine"), asked.url(of_everybody=False), not asked.of_everybody),
        Choice("", _("Everybody's"), asked.url(of_everybody=True), asked.of_everybody),
    ]


def page_of(files: Any, asked: Asked, request: HttpRequest) -> Page:
    """The page that is asked for, newest files first; a nonsense number gives the nearest."""
    states = GROUPS[asked.group][1]
    found = files.filter(state__in=states).select_related("user", "parent", "page")
    return WagtailPaginator(found.order_by("-pk"), PER_PAGE).get_page(request.GET.get(PAGE))
