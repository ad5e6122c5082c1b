"""The portal's own words: each in Vietnamese, none left over."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from babel.messages.pofile import read_po

from tests.locale.catalogues import OURS, ROOT, shipped
from tests.locale.collect import collect, key_of
from vietnamese.typography import tied

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+#0]*[a-zA-Z%]|\{\w*\}")
# Placeholders for a day or a number.
FIGURE = re.compile(
    r"%\((?:day|since|until|first|last|page|pages|number|year|begins|ends|percent|there|least|limit"
    r"|days|count|total)\)[sd]"
)
TAG = re.compile(r"<[^>]*>")
ASCII_MARKS = re.compile(r"\"|\.\.\.|!")


@pytest.fixture(scope="module")
def entries():
    """Every entry of the portal's catalogue, by what gettext looks it up by."""
    with (ROOT / "locale/vi/LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file, locale="vi")
    return {key_of(message.id, message.context): message for message in catalogue if message.id}


def test_every_message_of_the_portal_is_in_vietnamese(entries):
    elsewhere = shipped("django")
    said = {key: place for key, place in collect().items() if key.text}
    missing = {
        f"{place}: {key.text}" for key, place in said.items() if key not in {*entries, *elsewhere}
    }
    assert missing == set()


def test_nothing_is_kept_that_nobody_says(entries):
    said = set(collect())
    plain = {key._replace(plural=False) for key in said}
    assert [key.text for key in entries if key not in said and key not in plain] == []


def test_every_entry_is_filled_in_and_certain(entries):
    assert [key.text for key, one in entries.items() if one.fuzzy or not one.string] == []


def test_placeholders_are_those_of_the_source(entries):
    def found(text):
        return Counter(PLACEHOLDER.findall(text))

    plain = {key.text: one.string for key, one in entries.items() if isinstance(one.string, str)}
    assert [text for text, said in plain.items() if found(text) != found(said)] == []


def test_what_the_portal_and_a_package_both_say_is_said_alike(entries):
    """Django looks here first: the portal's word would take the place of the package's."""
    with (OURS / "vi/LC_MESSAGES/django.po").open("rb") as file:
        theirs = {
            key_of(message.id, message.context): message.string
            for message in read_po(file, locale="vi")
            if message.id
        }
    differing = {
        key.text: (one.string, theirs[key])
        for key, one in entries.items()
        if key in theirs and theirs[key] != one.string
    }
    assert differing == {}


def test_days_and_numbers_are_printed_unbroken(entries):
    """As `vietnamese.typography` prints the titles of pages: no line ends inside "ngày 20/11"."""
    samples = [FIGURE.sub("1", said).replace("%%", "%") for said in told(entries)]
    assert [sample for sample in samples if tied(sample) != sample] == []


def test_marks_are_those_of_print(entries):
    """Curly quotation marks, one sign for an ellipsis, no exclamation marks."""
    assert [said for said in told(entries) if ASCII_MARKS.search(TAG.sub("", said))] == []


def told(entries):
    """All that is told in Vietnamese; of one that counts, its only form."""
    strings = (one.string for one in entries.values())
    return [said if isinstance(said, str) else said[0] for said in strings]
