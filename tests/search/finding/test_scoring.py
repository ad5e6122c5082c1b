"""BM25, the order of passages and groups: without a database."""

from __future__ import annotations

import pytest

from search.asking.frequencies import Frequencies
from search.asking.tiers import Tier
from search.finding.grouping import Found, below_replacements, by_page
from search.finding.ranking import Candidate, Scorer, in_order

FREQUENCIES = Frequencies(
    100, 50.0, {"thi": 40, "dua": 30, "thi_dua": 25, "giay": 5, "khen": 9, "giay_khen": 2}
)


def passage(body="", label="", **fields):
    fields = {"tier": Tier.WORDS, "effect": "", "title": "", "length": 50, **fields}
    pk = fields.pop("pk", 1)
    return Candidate(pk, fields.pop("page_id", pk), pk, label=label, body=body, **fields)


def score(candidate, *wordings):
    return Scorer([words.split() for words in wordings], FREQUENCIES).score(candidate)


def test_a_word_in_the_heading_or_the_title_counts_more():
    plain = score(passage("thi dua"), "thi dua")
    assert score(passage("", label="thi dua"), "thi dua") > plain
    assert score(passage("", title="Thi đua"), "thi dua") > plain


def test_neighbours_count_more_than_words_apart():
    assert score(passage("giay khen va"), "giay khen") > score(passage("giay va khen"), "giay khen")


def test_a_short_passage_counts_more_than_a_long_one():
    assert score(passage("thi", length=10), "thi") > score(passage("thi", length=500), "thi")


def test_the_best_wording_counts_alone():
    both = passage("cstd chien")
    assert score(both, "cstd", "thi dua") == score(both, "cstd")


def test_shares_add_up_to_the_score():
    scorer = Scorer([["thi", "dua", "giay", "khen"]], FREQUENCIES)
    candidate = passage("thi dua giay khen thi dua", label="giay khen", title="Thi đua")
    shares = scorer.shares(candidate)
    assert sum(share.points for share in shares) == pytest.approx(scorer.score(candidate))
    assert shares[0].term == "giay_khen"


def test_the_tier_comes_first_then_what_is_in_force_then_the_score():
    best = passage(pk=1, tier=Tier.TITLE, score=1.0)
    expired = passage(pk=2, effect="expired", score=9.0)
    weak, strong = passage(pk=3, score=1.0), passage(pk=4, score=2.0)
    assert in_order([expired, weak, strong, best]) == [best, strong, weak, expired]


def test_an_expired_answer_stands_above_what_shares_but_a_word_with_the_question():
    answer = passage(pk=2, tier=Tier.SOME_WORDS, effect="expired", score=9.0)
    other = passage(pk=1, tier=Tier.SOME_WORDS, score=1.0)
    assert in_order([other, answer]) == [answer, other]


def test_equals_stand_by_page_and_position():
    later, sooner = passage(pk=2), passage(pk=1)
    assert in_order([later, sooner]) == [sooner, later]


def test_passages_of_a_page_stand_together():
    ranked = [passage(pk=1, page_id=7), passage(pk=2, page_id=8), passage(pk=3, page_id=7)]
    pages = by_page(ranked)
    assert [found.page_id for found in pages] == [7, 8]
    assert [one.pk for one in pages[0].passages] == [1, 3]


def test_what_was_replaced_stands_right_below_its_replacement():
    pages = [Found(old) for old in (1, 2, 3, 4)]
    ordered = below_replacements(pages, {1: {3}, 3: {9}})
    assert [found.page_id for found in ordered] == [2, 3, 1, 4]


def test_documents_that_replace_each_other_stay():
    ordered = below_replacements([Found(1), Found(2)], {1: {2}, 2: {1}})
    assert [found.page_id for found in ordered] == [1, 2]
