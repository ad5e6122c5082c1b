"""Numbers that Word generates are written out."""

from __future__ import annotations

import pytest

from extraction.formats.word_numbering import Level, counted
from tests.extraction.word_files import level, lists, numbered, p, read, styles


def lines(tmp_path, *blocks, **parts):
    return read(tmp_path, *blocks, parts=parts).text.split("\n")


LEGAL = lists(
    level(0, "upperRoman", "Chương %1"),
    level(1, "decimal", "Điều %2."),
    level(2, "decimal", "%3."),
    level(3, "lowerLetter", "%4)"),
)


def test_levels_count_and_start_again_below_a_higher_one(tmp_path):
    blocks = [
        numbered(text, place)
        for text, place in [
            ("Chung", 0),
            ("Phạm vi", 1),
            ("một", 2),
            ("điểm", 3),
            ("điểm", 3),
            ("hai", 2),
            ("điểm", 3),
            ("Riêng", 0),
            ("Đối tượng", 1),
        ]
    ]
    assert lines(tmp_path, *blocks, numbering=LEGAL) == [
        "Chương I Chung",
        "Điều 1. Phạm vi",
        "1. một",
        "a) điểm",
        "b) điểm",
        "2. hai",
        "a) điểm",
        "Chương II Riêng",
        "Điều 1. Đối tượng",
    ]


def test_articles_may_count_through_the_chapters(tmp_path):
    through = lists(
        level(0, "upperRoman", "Chương %1"),
        level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'),
    )
    blocks = [numbered("x", place) for place in (0, 1, 1, 0, 1)]
    found = lines(tmp_path, *blocks, numbering=through)
    assert found[-2:] == ["Chương II x", "Điều 3. x"]


def test_a_number_shows_the_levels_above_and_legal_ones_in_figures(tmp_path):
    nested = lists(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
    )
    blocks = [numbered("a", 0), numbered("b", 1), numbered("c", 1)]
    assert lines(tmp_path, *blocks, numbering=nested) == ["I. a", "1.1. b", "1.2. c"]


def test_a_second_list_of_the_same_kind_goes_on_or_starts_again(tmp_path):
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>{extra}</w:num>'
        for place, extra in ((1, ""), (2, ""), (3, start))
    )
    part = lists(level(0, "decimal", "%1."), nums=nums)
    blocks = [numbered("x", 0, place) for place in (1, 1, 2, 3, 3)]
    assert lines(tmp_path, *blocks, numbering=part) == ["1. x", "2. x", "3. x", "1. x", "2. x"]


def test_a_style_may_carry_the_number(tmp_path):
    named = styles(
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>",
        '<w:style w:type="paragraph" w:styleId="Khong"><w:basedOn w:val="Dieu"/><w:pPr><w:numPr>'
        '<w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
    )
    part = lists(
        level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", '<w:pStyle w:val="Dieu"/>')
    )
    with_style = p("Tên", properties='<w:pStyle w:val="Dieu"/>')
    without = p("Thường", properties='<w:pStyle w:val="Khong"/>')
    assert lines(tmp_path, with_style, without, numbering=part, styles=named) == [
        "Điều 1. Tên",
        "Thường",
    ]


def test_bullets_are_shown_and_empty_numbers_too(tmp_path):
    part = lists(
        level(0, "bullet", "-"),
        level(1, "bullet", "\uf0b7"),
        level(2, "decimal", "%3."),
    )
    found = lines(
        tmp_path, numbered("a"), numbered("b", 1), numbered("", 2), numbered(""), numbering=part
    )
    assert found == ["- a", "• b", "1."]


@pytest.mark.parametrize(
    ("format", "count", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("lowerRoman", 4, "iv"),
        ("lowerLetter", 5, "e"),
        ("upperLetter", 28, "BB"),
        ("vietnameseCounting", 4, "bốn"),
        ("none", 1, ""),
        ("unheard-of", 7, "7"),
    ],
)
def test_formats(format, count, shown):
    assert counted(count, Level(format)) == shown


def test_a_custom_list_may_name_the_vietnamese_letters():
    letters = Level("custom", letters=("a", "b", "c", "d", "đ", "e"))
    assert [counted(count, letters) for count in (4, 5, 6)] == ["d", "đ", "e"]
