"""Which pages are looked at, and as whom."""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.addresses import ADMIN, PUBLIC, PUBLIC_STATES, STAFF

STAFF_USER = "can-bo"
# Pages of the public site and of the desk whose lists the heavy content fills.
LISTS = (
    *("home", "news list", "second page", "news of a year", "wall", "wall of a level"),
    *("campaigns", "decisions", "search", "second page of results", "nothing found", "site map"),
    *("contact", "sign in", "not found"),
)
STAFF_LISTS = ("desk", "plans", "regulations", "staff search", "saved searches", "filters chosen")
# One page of each type: forced colours and print say nothing new of a further state.
TYPES = (
    *("home", "news list", "news", "wall", "profile", "campaigns", "campaign", "decisions"),
    *("decision", "search", "sign in", "not found", "about", "site map"),
)
STAFF_TYPES = ("desk", "plans", "plan", "regulations", "law", "staff search", "saved searches")


@dataclass(frozen=True, slots=True)
class View:
    """A page as somebody sees it; user: empty for a visitor; side: public, staff or admin."""

    name: str
    path: str
    side: str
    user: str = ""


def light(states: dict[str, str]) -> list[View]:
    """Every page of the sample site, and the rarer states of them."""
    public = PUBLIC | {name: states[name] for name in PUBLIC_STATES}
    staff = STAFF | {"refused": states["council"]}
    return [*_public(public), *_staff(staff)]


def admin(states: dict[str, str]) -> list[View]:
    """What the portal adds to the admin, the whole screen around it."""
    return [
        View(name, states.get(path, path), "admin", user) for name, (user, path, _) in ADMIN.items()
    ]


def heavy(filled: dict[str, str]) -> list[View]:
    """The pages that the heavy content makes or fills; `filled`: addresses by name."""
    lists = {name: PUBLIC[name] for name in LISTS}
    return [
        *_public(lists | filled),
        *_staff({name: STAFF[name] for name in STAFF_LISTS}),
        *_staff({f"{name} for staff": path for name, path in filled.items()}),
    ]


def main_types() -> list[View]:
    """One page of each type."""
    return [
        *_public({name: PUBLIC[name] for name in TYPES}),
        *_staff({name: STAFF[name] for name in STAFF_TYPES}),
    ]


def _public(addresses: dict[str, str]) -> list[View]:
    return [View(name, path, "public") for name, path in addresses.items()]


def _staff(addresses: dict[str, str]) -> list[View]:
    return [View(name, path, "staff", STAFF_USER) for name, path in addresses.items()]
