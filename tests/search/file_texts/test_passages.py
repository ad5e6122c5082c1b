"""What of a file is searched: its pages, and nothing that stands on the page anyway."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.file_texts.passages import address_in_file, file_addresses
from search.file_texts.pieces import LONGEST_PIECE, MOST_LETTERS, pages_of, pieces_of
from search.file_texts.queue import read_next_file
from search.models import Passage
from tests.search.file_texts.papers import (
    FIRST,
    LONG,
    SECOND,
    in_index,
    make_file,
    make_pdf,
    regulation_with,
    story_with,
)


def test_a_pdf_is_found_page_by_page(db, tmp_path):
    page = story_with(make_pdf(tmp_path, FIRST, SECOND))
    read_next_file()
    assert in_index(page) == [("Phụ lục", 1, FIRST), ("Phụ lục", 2, SECOND)]


def test_a_file_without_pages_has_no_page_number(db):
    page = story_with(make_file("Danh sách chim yến"))
    read_next_file()
    assert in_index(page) == [("Phụ lục", None, "Danh sách chim yến")]


def test_the_address_leads_to_the_page_of_a_pdf(db, tmp_path, django_assert_num_queries):
    pdf, text = make_pdf(tmp_path, FIRST, SECOND), make_file("Danh sách")
    page = story_with(pdf, text)
    read_next_file()
    read_next_file()
    anchors = set(Passage.objects.filter(page_id=page.pk).values_list("anchor", flat=True))
    with django_assert_num_queries(1):
        found = file_addresses(anchors)
    assert address_in_file(found[f"tep-{pdf.pk}"], 2) == f"{pdf.url}#page=2"
    assert address_in_file(found[f"tep-{text.pk}"], None) == text.url


def test_what_is_no_anchor_of_a_file_has_no_address(db):
    assert file_addresses(["", "dieu-1", "tep-", "tep-x", "tep-999999", "tep-²"]) == {}


def test_what_the_page_says_itself_is_not_found_twice(db):
    text = f"Điều 1. Phạm vi\n{LONG}"
    page = regulation_with(make_file(text), text=text)
    read_next_file()
    assert in_index(page) == []


def test_what_two_files_say_alike_is_found_in_the_first(db):
    story = regulation_with(make_file(f"{LONG} một"), make_file(f"{LONG} hai"))
    read_next_file()
    read_next_file()
    assert [body for _, _, body in in_index(story)] == [f"{LONG} một"]


def test_pages_are_cut_where_they_begin():
    assert pages_of("một\nhai\nba", (0, 4, 8)) == (["một\n", "hai\n", "ba"], False)
    assert pages_of("một\x00hai", ()) == (["một hai"], False)


def test_a_text_beyond_all_measure_is_cut():
    pages, is_cut = pages_of("a" * (MOST_LETTERS + 1), ())
    assert (len(pages[0]), is_cut) == (MOST_LETTERS, True)


@given(st.text(st.sampled_from("aă \n"), max_size=400).map(lambda text: text * 40))
def test_pieces_are_short_and_nothing_is_lost(text):
    pieces = list(pieces_of(text))
    assert max(map(len, pieces), default=0) <= LONGEST_PIECE
    assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n ", "\n\n"])
def test_blank_pages_are_no_passages(text):
    assert list(pieces_of(text)) == []
