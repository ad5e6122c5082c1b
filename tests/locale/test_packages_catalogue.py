"""The packages under the portal speak complete, well-formed Vietnamese."""

from __future__ import annotations

import gettext
import io
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from babel.messages.mofile import write_mo

from tests.locale import catalogues

DOMAINS = pytest.mark.parametrize("domain", ["django", "djangojs"])
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+#0]*[a-zA-Z]|\{\w*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&\w+;")
# "khoá", "thuỷ" and the like: the portal writes "khóa", "thủy".
NEW_TONE_PLACE = re.compile(r"o[áàảãạéèẻẽẹ]\b|(?<![qQ])u[ýỳỷỹỵ]\b")


def pairs(domain: str) -> Iterator[tuple[str, str]]:
    """Source and Vietnamese of every message; of a plural the form that holds the number."""
    for message in catalogues.ours(domain):
        if message.id:
            plural = message.pluralizable
            yield (message.id[1], message.string[0]) if plural else (message.id, message.string)


def differing(domain: str, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    def found(text: str) -> Counter[str]:
        return Counter(pattern.findall(text))

    return [pair for pair in pairs(domain) if found(pair[0]) != found(pair[1])]


@DOMAINS
def test_every_message_of_the_packages_is_in_vietnamese(domain):
    covered = catalogues.covered(domain)
    missing = [
        f"{package}: {key}"
        for key, package in catalogues.shipped(domain).items()
        if key not in covered
    ]

    assert not missing, "\n".join(sorted(missing))


@DOMAINS
def test_nothing_is_kept_that_no_package_says(domain):
    said = {(key.context, key.text) for key in catalogues.shipped(domain)}
    kept = {
        (message.context, message.id[0] if message.pluralizable else message.id)
        for message in catalogues.ours(domain)
        if message.id
    }

    assert kept - said == set()


@DOMAINS
def test_every_entry_is_filled_in_and_certain(domain):
    unsure = [
        message.id for message in catalogues.ours(domain) if message.fuzzy or not message.string
    ]

    assert unsure == []


@DOMAINS
def test_placeholders_are_those_of_the_source(domain):
    assert differing(domain, PLACEHOLDER) == []


@DOMAINS
def test_markup_is_that_of_the_source(domain):
    assert differing(domain, TAG) == []


@DOMAINS
def test_outer_spaces_and_line_breaks_are_those_of_the_source(domain):
    assert differing(domain, re.compile(r"^\s+|\s+$|\n")) == []


@DOMAINS
def test_tone_marks_stand_in_one_place(domain):
    assert [text for _, text in pairs(domain) if NEW_TONE_PLACE.search(text)] == []


@DOMAINS
def test_messages_ask_calmly(domain):
    assert [text for _, text in pairs(domain) if re.search(r"(?i)vui lòng|xin |!", text)] == []


def test_settings_read_the_catalogue_after_the_portals_own(settings):
    # Django lets the first folder win.
    assert settings.LOCALE_PATHS == [catalogues.ROOT / "locale", catalogues.OURS]


def test_compiled_catalogue_answers():
    vietnamese = compiled("django")

    assert vietnamese.gettext("Submit for moderation") == "Gửi duyệt"
    for number in (1, 2):
        answer = vietnamese.ngettext("1 page", "%(counter)s pages", number)
        assert answer == "%(counter)s trang"


def test_compiled_script_catalogue_answers():
    assert compiled("djangojs").gettext("Autosave in progress…") == "Đang tự động lưu…"


def compiled(domain: str) -> gettext.GNUTranslations:
    file = io.BytesIO()
    write_mo(file, catalogues.ours(domain))
    file.seek(0)
    return gettext.GNUTranslations(file)
