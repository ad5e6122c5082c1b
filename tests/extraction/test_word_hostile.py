"""Word files and pages made to hang or fall: absurd numbers, endless blanks, endless styles."""

from __future__ import annotations

import time

import pytest

from extraction.formats import html
from extraction.formats.word_numbering import Level, counted
from tests.extraction.word_files import cell, level, lists, numbered, p, read, table

MANY = "9" * 5000


def test_absurd_numbers_in_attributes(tmp_path):
    part = lists(
        f'<w:lvl w:ilvl="0"><w:start w:val="{MANY}"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl>',
        level(999_999, "decimal", "%1."),
    )
    wide = cell("x", properties=f'<w:gridSpan w:val="{MANY}"/>')
    wider = cell("y", properties='<w:gridSpan w:val="999999"/>')
    blocks = [numbered("a"), numbered("b", MANY), numbered("c", 999_999), table([wide, wider])]
    text = read(tmp_path, *blocks, parts={"numbering": part}).text
    assert text.startswith("a) a\n")
    assert text.endswith("y")


def test_letters_do_not_grow_without_end():
    assert counted(10**6, Level("lowerLetter")) == "1000000"


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2006", "\t"])
def test_endless_blanks_and_words_take_no_time(tmp_path, blank):
    began = time.process_time()
    read(tmp_path, p("Nơi nhận" + blank * 200_000 + "x"), p("a" * 200_000 + "ế"))
    assert time.process_time() - began < 3


@pytest.mark.parametrize("piece", ["a{", "/*", "p ", "border:", "font-family:"])
def test_endless_styles_take_no_time(tmp_path, piece):
    path = tmp_path / "a.html"
    styles = piece * 60_000
    path.write_text(f"<style>{styles}</style><p style='{styles}'>x<p>y", encoding="utf-8")
    began = time.process_time()
    assert html.read(path, "html").text == "x\ny"
    assert time.process_time() - began < 3
