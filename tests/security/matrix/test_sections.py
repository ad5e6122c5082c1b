"""Sections and the desk have a state as well: a hidden one is named nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.audience import Audience
from home.models import StaffDeskPage
from tests.security.matrix.answers import betrayed
from tests.security.matrix.canaries import INDEXES, word
from tests.security.matrix.test_every_address import plain_addresses

pytestmark = pytest.mark.django_db

SECTIONS = {"desk": StaffDeskPage, **INDEXES}
# Each state with readers who must not learn of it: the one nearest to it, and the farthest.
HIDDEN = [
    ("staff", "anonymous"),
    ("council", "editor"),
    ("council", "anonymous"),
    ("unpublished", "admin"),
    ("scheduled", "staff"),
    ("expired", "admin"),
    ("expired", "anonymous"),
]
STATES = {
    "staff": {"audience": Audience.STAFF},
    "council": {"audience": Audience.COUNCIL},
    "unpublished": {"live": False},
    "scheduled": {"live": False, "go_live_at": timezone.now() + dt.timedelta(days=2)},
    "expired": {"expire_at": timezone.now() - dt.timedelta(minutes=1)},
}


def name_of(kind: str, state: str) -> str:
    """A word that stands in the title of this section alone."""
    return word(f"muc{kind}", state, "title")


@pytest.fixture
def sections(site, state) -> list:
    """Every section and the desk, in the state (a parameter of the test)."""
    changed = []
    for kind, model in SECTIONS.items():
        section = model.objects.get()
        section.title = section.draft_title = name_of(kind, state)
        for field, value in {"audience": Audience.PUBLIC, **STATES[state]}.items():
            setattr(section, field, value)
        section.save()
        changed.append(section)
    cache.clear()
    return changed


def addresses(site, sections, state) -> Iterator[str]:
    """Everything that is no page, the sections, a page below each, and questions for them."""
    yield from plain_addresses(site)
    for section in sections:
        address = section.get_url_parts()[2]
        yield from (address, f"{address}?trang=2", f"/trang/{section.pk}/")
    for kind in INDEXES:
        yield site.pages[kind, "public"].get_url_parts()[2]
        yield f"/tim-kiem/?q={name_of(kind, state)}"
        yield f"/tim-kiem/goi-y/?q={name_of(kind, state)}"


@pytest.mark.parametrize(("state", "role"), HIDDEN)
def test_no_address_names_a_hidden_section(site, sections, reader, state, role):
    words, found = [name_of(kind, state) for kind in SECTIONS], {}
    for address in addresses(site, sections, state):
        response = reader.get(address)
        leaks = betrayed(response, words, address)
        if leaks or response.status_code >= 500:
            found[address] = (response.status_code, leaks)
    assert found == {}


@pytest.mark.parametrize(("state", "role"), [("staff", "staff"), ("council", "council")])
def test_readers_find_their_sections(site, sections, reader, state, role):
    for section in sections:
        response = reader.get(section.get_url_parts()[2])
        assert response.status_code == 200
        assert betrayed(response, [section.title], "") == [section.title]
