"""Every address that a crawl finds, as a visitor and as staff, by validators of other hands.

Which page is shown does not depend on the width of the window: what is valid at 1280 pixels is
valid at 320.
"""

from __future__ import annotations

import pytest
from lxml import etree

from benchmarks import node_tools
from tests.journeys.crawl.checkers import html_validate, vnu
from tests.journeys.crawl.statements import NEEDED, fault_of, statements_of
from tests.pages.test_atom_schema import SCHEMA

ATOM, OK = "application/atom+xml", 200


def test_no_link_leads_nowhere(found, starts):
    dead = {
        f"{reader} {path}": found[reader][path].status
        for reader, given in starts.items()
        for path in found[reader].keys() - given
        if found[reader][path].status != OK
    }
    assert dead == {}


def test_the_crawl_goes_round_the_portal(found):
    """Proves that the tests here look at something: far more than where the crawl began."""
    for reader in ("visitor", "staff"):
        assert len([answer for answer in found[reader].values() if answer.is_page]) > 100
    assert {answer.status for answer in found["visitor"].values()} == {200, 404}


@pytest.fixture(
    params=[(html_validate, node_tools.HTML_VALIDATE), (vnu, node_tools.VNU)],
    ids=["html-validate", "vnu"],
)
def ask(request):
    """A validator; where it is not installed, its tests say so."""
    validator, program = request.param
    if lacking := node_tools.missing(program):
        pytest.skip(f"{program}: {lacking}")
    return validator


def test_no_page_has_an_error(pages, ask):
    assert ask(pages) == {}


def test_an_error_is_seen(tmp_path, ask):
    """A validator that takes everything would prove nothing."""
    file = tmp_path / "wrong.html"
    file.write_text('<!DOCTYPE html><html lang="vi"><title>-</title><p><img src="a"><div></p>')
    assert ask([file])


def test_every_feed_is_valid(found):
    feeds = {path: one.body for path, one in found["visitor"].items() if one.kind == ATOM}
    assert len(feeds) > 5
    wrong = [path for path, body in feeds.items() if not SCHEMA.validate(etree.fromstring(body))]
    assert wrong == []


def test_what_pages_tell_programs_is_whole(found):
    said = {path: statements_of(one.body) for path, one in found["visitor"].items() if one.is_page}
    every = [(path, statement) for path, told in said.items() for statement in told]
    assert {path: fault for path, one in every if (fault := fault_of(one))} == {}
    assert {one["@type"] for _, one in every} == set(NEEDED)


def test_staff_are_told_nothing_for_programs(found):
    """What programs are told is for everybody; pages of staff hold what is not."""
    pages = [one for one in found["staff"].values() if one.is_page]
    assert [one.asked for one in pages if statements_of(one.body)] == []
