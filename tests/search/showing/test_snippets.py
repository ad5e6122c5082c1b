"""The piece of a text that is shown, with what was found in it."""

from __future__ import annotations

from search.showing.snippets import snippet

PHRASE = ("chien", "si")


def test_a_phrase_is_marked_as_one_where_it_stands():
    pieces = snippet("Chiến sĩ và chiến tranh, sĩ quan", (), [PHRASE])
    assert [words for words, is_match in pieces if is_match] == ["Chiến sĩ"]


def test_words_beside_a_phrase_are_marked_one_by_one():
    pieces = snippet("Chiến sĩ thi đua", {"thi"}, [PHRASE])
    assert [words for words, is_match in pieces if is_match] == ["Chiến sĩ", "thi"]


def test_a_snippet_is_the_text_itself():
    text = "Điều 23. Chiến sĩ\nthi đua cơ sở"
    assert "".join(words for words, _ in snippet(text, {"thi", "dua"})) == text


def test_a_window_slides_to_where_most_words_are():
    text = "thi " * 100 + "chiến sĩ thi đua cơ sở"
    pieces = snippet(text, frozenset(["chien", "si", "thi", "dua", "co", "so"]))
    assert [word for word, is_match in pieces if is_match][-6:] == text.split()[-6:]


def test_a_long_passage_full_of_matches_gives_one_window():
    pieces = snippet("thi đua " * 20_000, frozenset(["thi", "dua"]))
    assert len("".join(words for words, _ in pieces)) < 400
