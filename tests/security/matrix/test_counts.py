"""No number betrays a hidden page: lists, years and counters."""

from __future__ import annotations

import pytest

from pages.models import PortalPage
from tests.security.matrix.canaries import (
    EVERYONE,
    INDEXES,
    KINDS,
    READERS,
    STATES,
    word,
)

pytestmark = pytest.mark.django_db

ROLES = sorted(EVERYONE)


def seen(role):
    """The states that the role reads."""
    return [state for state in STATES if role in READERS[state]]


@pytest.mark.parametrize("role", ROLES)
def test_lists_count_what_the_reader_sees(site, reader, role):
    linking = {"news": 1 + len(STATES), "campaign": len(STATES), "regulation": 1}
    for kind, model in INDEXES.items():
        response = reader.get(model.objects.get().url)
        if response.status_code != 200:
            assert role == "anonymous"
            continue
        expected = len(seen(role)) + linking.get(kind, 0)
        assert response.context["page_obj"].paginator.count == expected, kind


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", ["decision", "honoree"])
def test_years_are_those_of_decisions_the_reader_sees(site, reader, role, kind):
    response = reader.get(INDEXES[kind].objects.get().url)
    years = {site.pages["decision", state].issued_on.year for state in seen(role)}
    assert set(response.context["years"]) == years


@pytest.mark.parametrize("role", sorted(EVERYONE - {"anonymous"}))
def test_the_desk_lists_and_counts_what_the_reader_sees(site, reader, role):
    told = reader.get("/noi-bo/").context
    listed = {record.page_id for record in told["documents"]}
    visible = PortalPage.objects.visible_to(site.users[role]).values_list("pk", flat=True)
    assert listed <= set(visible)
    lines = {tab.reason.label: tab.count for tab in _review_tabs(reader)}
    assert {str(one.label): one.count for one in told["review"]} == lines


def _review_tabs(reader):
    """The tabs of the review queue that hold something; none for those who may not open it."""
    answer = reader.get("/van-ban-can-ra-soat/")
    return [tab for tab in answer.context["tabs"] if tab.count] if answer.status_code == 200 else []


@pytest.mark.parametrize("role", ROLES)
def test_the_sitemap_is_the_same_for_everybody(site, reader, role):
    listed = reader.get("/sitemap.xml").content.decode().count("<loc>")
    public = len(seen("anonymous")) * len(KINDS) + 2 * len(STATES) + 2
    indexes = PortalPage.objects.filter(depth__in=(2, 3), audience="public").count()
    assert listed == public + indexes


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_names_no_award_of_a_hidden_decision(site, reader, role):
    wall = reader.get("/bang-vang/")
    named = {kind.name for kind in wall.context["award_types"]}
    hidden = {word("decision", state, "text") for state in STATES if role not in READERS[state]}
    assert named & hidden == set()
    assert named & {word("decision", state, "text") for state in seen(role)}
