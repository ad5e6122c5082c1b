"""Searching tells a reader of hidden pages what it tells of pages that do not exist: nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from tests.security.matrix.answers import betrayed
from tests.security.matrix.canaries import (
    EVERYONE,
    EXPIRED_ON,
    IN_EVERY_TEXT,
    KINDS,
    READERS,
    SLIPS,
    SPOKEN,
    STATES,
    hidden_words,
    word,
)

pytestmark = pytest.mark.django_db

ROLES = sorted(EVERYONE)
STAFF = sorted(EVERYONE - {"anonymous"})
SEARCH, SUGGEST, EXPORT = "/tim-kiem/", "/tim-kiem/goi-y/", "/tim-kiem/tai-ve/"
CHECK = "/noi-bo/kiem-tra-trung/"
ALL = {"ca-het-hieu-luc": "1"}
# As hidden words are built, but nothing has them.
NOBODYS = "zqkhongcotrennaow"


def seen(role):
    """The states that the role reads."""
    return [state for state in STATES if role in READERS[state]]


def hidden(role):
    """The states that the role must not learn of."""
    return [state for state in READERS if role not in READERS[state]]


def told_of(reader, query, **more):
    """All that a search says in numbers and of itself, what was typed left out."""
    context = reader.get(SEARCH, {"q": query, **more}).context
    found = context["found"]
    return {
        "total": found.total,
        "cards": len(found.cards),
        "pages": found.pages,
        "relaxed": found.relaxed,
        "hidden_expired": found.hidden_expired,
        "did_you_mean": found.did_you_mean,
        "understood": len(found.query.understood),
        "store_size": context["store_size"],
        "ways_out": len(context["ways_out"]),
        "facets": {
            facet.parameter: {value.value: value.count for value in facet.values}
            for facet in found.facets
        },
        "suggested": len(reader.get(SUGGEST, {"q": query}).json()["suggestions"]),
    }


@pytest.mark.parametrize("role", ROLES)
def test_totals_and_facets_count_what_the_reader_sees(site, reader, role):
    told, states = told_of(reader, IN_EVERY_TEXT, **ALL), seen(role)
    assert told["total"] == len(states) * len(KINDS)
    facets = told["facets"]
    assert facets["loai"] == {f"{kind}page": len(states) for kind in KINDS}
    documents = ("plan", "decision", "regulation")
    years = [str(site.pages[kind, state].issued_on.year) for state in states for kind in documents]
    assert {year: facets["nam"].get(year) for year in years} == dict.fromkeys(years, 1)
    hidden_years = {
        str(site.pages[kind, state].issued_on.year)
        for state in STATES
        if state not in states
        for kind in documents
    }
    # News and people bear the year of today.
    assert hidden_years.isdisjoint(facets["nam"].keys() - {str(timezone.localdate().year)})
    assert facets["hieu-luc"]["expired"] == len(states)


@pytest.mark.parametrize("role", ROLES)
def test_expired_documents_that_are_left_out_are_counted_among_the_visible(site, reader, role):
    told = told_of(reader, IN_EVERY_TEXT)
    assert {page.expires_on for (kind, _), page in site.pages.items() if kind == "regulation"} == {
        EXPIRED_ON
    }
    assert told["total"] == len(seen(role)) * (len(KINDS) - 1)
    assert told["hidden_expired"] == len(seen(role))


@pytest.mark.parametrize("role", ROLES)
def test_a_hidden_word_is_as_one_that_does_not_exist(site, reader, role):
    nothing = told_of(reader, NOBODYS)
    for state in hidden(role):
        for part in ("title", "text", "slug"):
            assert told_of(reader, word("plan", state, part)) == nothing, (state, part)
        # A name in the awarded list of a decision.
        assert told_of(reader, word("decision", state, "award")) == nothing, state


@pytest.mark.parametrize("role", ROLES)
def test_who_was_awarded_is_found_by_those_who_read_the_decision(site, reader, role):
    for state in seen(role):
        assert told_of(reader, word("decision", state, "award"))["total"] == 1, state


@pytest.mark.parametrize("role", ROLES)
def test_hidden_words_beside_a_visible_one_are_as_words_that_do_not_exist(site, reader, role):
    # Every text has the first word; only a hidden one has it beside the second.
    alone, beside = f"{IN_EVERY_TEXT} {NOBODYS}", f"{IN_EVERY_TEXT} {NOBODYS} zqkhongw"
    expected = [told_of(reader, query) for query in (alone, beside, f'"{alone}"')]
    for state in hidden(role):
        pair = f"{IN_EVERY_TEXT} {word('plan', state, 'text')}"
        asked = (pair, f"{pair} zqkhongw", f'"{pair}"')
        assert [told_of(reader, query) for query in asked] == expected, state


@pytest.mark.parametrize("role", ROLES)
def test_a_hidden_word_is_never_meant(site, reader, role):
    for state in hidden(role):
        hit = word("plan", state, "text")
        for slip in (f"{hit[:-2]}{hit[-1]}{hit[-2]}", hit[:-1], f"{hit}a"):
            assert told_of(reader, slip)["did_you_mean"] == "", (state, slip)


@pytest.mark.parametrize("role", ROLES)
def test_a_hidden_word_hides_no_correction(site, reader, role):
    expected = told_of(reader, "zqvanchungz")
    for state in hidden(role):
        assert told_of(reader, SLIPS[state]) == expected, state


@pytest.mark.parametrize("role", ROLES)
def test_telex_is_read_the_same_whoever_has_the_word(site, reader, role):
    # A syllable that no page has.
    expected = told_of(reader, "hueechj")
    for state in hidden(role):
        spelled, typed = SPOKEN[state]
        assert told_of(reader, typed) == expected, spelled


@pytest.mark.parametrize("role", STAFF)
def test_what_is_taken_away_lists_what_the_reader_sees(site, reader, role):
    response = reader.get(EXPORT, {"q": IN_EVERY_TEXT, **ALL})
    rows = list(load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True))
    text = "\n".join(str(value) for row in rows for value in row if value is not None).lower()
    assert sorted(one for one in hidden_words(role) if one in text) == []
    for state in seen(role):
        assert all(word(kind, state, "title") in text for kind in KINDS)


@pytest.mark.parametrize("role", STAFF)
def test_a_text_that_is_compared_names_no_hidden_page(site, reader, role):
    for state in READERS:
        # What a regulation of this state says, and enough of other words to be compared.
        text = f"{IN_EVERY_TEXT} {word('regulation', state, 'text')} {SLIPS[state]} "
        response = reader.post(CHECK, {"text": text * 20})
        assert response.status_code == 200
        assert betrayed(response, hidden_words(role), text) == [], state


def test_visitors_neither_compare_nor_take_away(site, client):
    assert client.post(CHECK, {"text": "a " * 40}).status_code == 302
    assert client.get(EXPORT, {"q": IN_EVERY_TEXT}).status_code == 302
