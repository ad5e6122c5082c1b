"""What staff ask of the laws, however they type it: the right passage is among the first three."""

from __future__ import annotations

import sys
from collections import Counter

import pytest

from search.query import search
from search.results import SearchRequest
from tests.builders import make_user
from tests.search.sets.library import publish_library
from tests.search.sets.queries import pairs, place_of_wanted
from tests.search.sets.spellings import SPELLINGS
from tests.standing import standing

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("staff queries")]
AMONG, LEAST = 3, 0.95


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    """What the table calls each page, by its id, and somebody who may read them."""
    with standing(django_db_blocker):
        yield publish_library(), make_user("can-bo", "Staff")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_wanted_passage_is_among_the_first_three(library, spelling):
    documents, staff = library
    found = [
        place_of_wanted(
            pair, search(SearchRequest(SPELLINGS[spelling](pair.query)), staff), documents
        )
        for pair in pairs()
    ]
    success = sum(place is not None and place <= AMONG for place in found) / len(found)
    sys.stdout.write(f"{spelling}: success@{AMONG} {success:.3f} of {len(found)} queries\n")
    assert success >= LEAST


def test_the_set_is_large_and_a_part_of_it_is_held_out():
    parts = Counter(pair.part for pair in pairs())
    assert parts.total() >= 220
    assert parts["held"] >= parts.total() / 4 - 1
    assert len({pair.query for pair in pairs()}) == parts.total()


def test_every_wanted_passage_is_in_the_library(library):
    documents, _ = library
    anchors = anchors_by_document(documents)
    for pair in pairs():
        for document, anchor in pair.wanted:
            assert document == "*" or anchor in anchors[document], pair.query


def anchors_by_document(documents):
    from search.models import Passage

    found = {document: {"(page)"} for document in documents.values()}
    for page, anchor in Passage.objects.values_list("page_id", "anchor"):
        steps = anchor.split("-")
        found[documents[page]] |= {"-".join(steps[: place + 1]) for place in range(len(steps))}
    return found
