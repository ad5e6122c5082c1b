"""The shipped fonts hold every Vietnamese letter, however it is spelled, and stay small."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from tests.builders import make_home
from vietnamese.letters import QUALITY_MARKS, TONES

FONTS = settings.ROOT / "static/fonts"
FILES = sorted(FONTS.glob("*.woff2"))
VOWELS = "aăâeêioôơuưy"
LOWER = {normalize("NFC", f"{vowel}{tone}") for vowel in VOWELS for tone in TONES}
LOWER |= set("abcdefghijklmnopqrstuvwxyzđ")
LETTERS = LOWER | {letter.upper() for letter in LOWER}
# 12 vowels with 6 tones, 17 consonants with đ, and f j w z of other languages; twice.
assert len(LETTERS) == 2 * (12 * 6 + 17 + 4)
SIGNS = "0123456789“”‘’–—…•₫§°%‰×−½←→.,:;!?()[]/\\'\"-+=@#&*<>\u00a0\u202f"
# UX.md, section 8: what the first view may weigh.
FIRST_VIEW = 80 * 2**10
FACE = re.compile(r"@font-face {([^}]*)}")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


def name_of(path):
    return path.name


@pytest.mark.parametrize("path", FILES, ids=name_of)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_is_there_composed_and_decomposed(path, form):
    known = TTFont(path).getBestCmap()
    wanted = {point for letter in LETTERS for point in normalize(form, letter)}
    assert {point for point in wanted | set(SIGNS) if ord(point) not in known} == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_marks_are_set_on_their_letters(path):
    """Decomposed text is drawn with the font's own anchors, or composed by the shaper."""
    known = TTFont(path).getBestCmap()
    assert {ord(mark) for mark in (*QUALITY_MARKS, *filter(None, TONES))} <= known.keys()


@pytest.mark.django_db
def test_what_is_loaded_first_is_small(client):
    make_home()
    head = client.get("/").content.decode().split("</head>")[0]
    preloaded = re.findall(r"fonts/([\w-]+\.woff2)\" as=\"font\"", head)
    assert preloaded == ["tdkt-sans-vi.woff2", "tdkt-serif-vi.woff2"]
    assert sum((FONTS / name).stat().st_size for name in preloaded) <= FIRST_VIEW


def points_in(css):
    """The code points that a `unicode-range` names."""
    ranges = (match.groups() for match in RANGE.finditer(css))
    return {
        point
        for first, last in ranges
        for point in range(int(first, 16), int(last or first, 16) + 1)
    }


@pytest.mark.parametrize("family", ["sans", "serif"])
def test_the_whole_font_is_asked_for_only_what_the_first_one_lacks(family):
    css = (settings.ROOT / "static/css/base/fonts.css").read_text(encoding="utf-8")
    faces = [face for face in FACE.findall(css) if f"tdkt-{family}.woff2" in face]
    assert len(faces) == 1
    whole = set(TTFont(FONTS / f"tdkt-{family}.woff2").getBestCmap())
    first = set(TTFont(FONTS / f"tdkt-{family}-vi.woff2").getBestCmap())
    assert points_in(faces[0]) == whole - first


def test_every_font_of_the_stylesheet_is_shipped_and_has_a_fallback_of_its_size():
    css = (settings.ROOT / "static/css/base/fonts.css").read_text(encoding="utf-8")
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", css)) == {path.name for path in FILES}
    for family in ("Sans Fallback", "Sans Android", "Sans Linux"):
        assert_of_our_size(f"TDKT {family}", css)
        assert_of_our_size(f"TDKT {family.replace('Sans', 'Serif')}", css)


def assert_of_our_size(family, css):
    faces = [face for face in FACE.findall(css) if f'"{family}"' in face]
    assert len(faces) == 2
    assert all("size-adjust" in face and "ascent-override" in face for face in faces)


def test_licences_stand_beside_the_fonts():
    for source in ("source-sans", "source-serif", "tinos"):
        licence = (FONTS / f"LICENSE-{source}.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_font_carries_a_reserved_name(path):
    names = {str(record) for record in TTFont(path)["name"].names if record.nameID in (1, 4, 6)}
    assert names
    assert {name for name in names if "Source" in name or "Tinos" in name} == set()
