"""A plan on paper: Decree 30/2020/NĐ-CP, annex I, as far as the browser lays it out."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

PLAN = "/ke-hoach/thi-dua-khen-thuong-2025/"
POINTS_PER_MM = 72 / 25.4
A4 = (210, 297)
# Top, right, bottom, left, in millimetres; letters may stand a little inside or be smaller.
MARGINS = {"left": 30, "right": 15, "top": 20, "bottom": 20}
SLACK = 1.0


@pytest.fixture(scope="module")
def sheets(site, tmp_path_factory):
    """The plan as Chromium prints it."""
    path = tmp_path_factory.mktemp("print") / "plan.pdf"
    page = site.sign_in("can-bo")
    page.goto(site.address + PLAN)
    page.pdf(path=path, prefer_css_page_size=True)
    page.context.close()
    document = pdfium.PdfDocument(path)
    yield list(document)
    document.close()


def letters(sheet):
    """(letter, left, right, distance from the top) of each printed letter, in millimetres."""
    text, height = sheet.get_textpage(), sheet.get_height()
    found = []
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if letter.strip():
            left, _bottom, right, top = (edge / POINTS_PER_MM for edge in text.get_charbox(place))
            found.append((letter, left, right, height / POINTS_PER_MM - top))
    return found


def head_of(sheet):
    """What stands in the upper margin."""
    return [one for one in letters(sheet) if one[3] < MARGINS["top"] - SLACK]


def test_every_sheet_is_a4(sheets):
    assert len(sheets) > 2
    for sheet in sheets:
        size = tuple(round(edge / POINTS_PER_MM) for edge in sheet.get_size())
        assert size == A4


def test_margins_are_those_of_the_decree(sheets):
    for sheet in sheets:
        body = [one for one in letters(sheet) if one[3] >= MARGINS["top"] - SLACK]
        assert min(left for _, left, _, _ in body) >= MARGINS["left"] - SLACK
        assert max(right for _, _, right, _ in body) <= A4[0] - MARGINS["right"] + SLACK
        assert max(top for *_, top in body) <= A4[1] - MARGINS["bottom"]


def test_the_first_sheet_has_no_number(sheets):
    assert head_of(sheets[0]) == []


def test_the_others_are_numbered_in_the_middle_of_the_upper_margin(sheets):
    """The middle of the text's width, as the margin box of a style sheet has it."""
    middle = (MARGINS["left"] + A4[0] - MARGINS["right"]) / 2
    for number, sheet in enumerate(sheets[1:], 2):
        head = head_of(sheet)
        assert "".join(letter for letter, *_ in head) == str(number)
        assert abs((head[0][1] + head[-1][2]) / 2 - middle) <= SLACK
