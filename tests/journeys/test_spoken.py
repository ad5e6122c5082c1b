"""The five main journeys by ear: landmarks, headings, names and labels on every page of the way."""

from __future__ import annotations

import pytest

from tests.journeys.spoken import faults, heard
from tests.journeys.walks import WALKS


@pytest.fixture
def walker(site):
    """Opens pages as the walks ask for them; all are closed at the end."""
    pages = []

    def opened(user: str = "", width: int = 1280):
        pages.append(site.sign_in(user, width) if user else site.visit(width=width))
        return pages[-1]

    yield opened
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS.keys())
def test_every_page_of_a_journey_is_said_in_full(walker, walk):
    found = {}
    walk(walker, lambda page: found.update({page.url: faults(page)}))
    assert found
    assert {url: said for url, said in found.items() if said} == {}


def test_what_is_wrong_in_a_form_is_said_with_its_field(site, walker):
    page = walker("can-bo")
    page.goto(f"{site.address}/doi-mat-khau/")
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button").last.press("Enter")
    assert faults(page) == []
    wrong = [thing for thing in heard(page) if thing.properties.get("invalid") == "true"]
    assert [bool(thing.description) for thing in wrong] == [True, True, True]
