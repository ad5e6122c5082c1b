"""Words of short questions are counted otherwise than those of long ones, with the same result."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.asking.frequencies import Frequencies
from search.asking.tiers import FEW_WORDS, Tier
from search.finding.ranking import Candidate, Scorer

WORDS = st.lists(st.sampled_from(["thi", "dua", "khen", "hang"]), min_size=1, max_size=30)
# In no text: they make a question long, and add nothing to its score.
ABSENT = [f"x{place}" for place in range(FEW_WORDS + 1)]


@given(asked=st.lists(st.sampled_from(["thi", "dua", "khen"]), min_size=1, max_size=5), text=WORDS)
def test_a_longer_question_scores_the_same_by_the_words_that_are_there(asked, text):
    words = " ".join(text)
    passage = Candidate(1, 1, 0, Tier.WORDS, "Thi đua", len(text), "khen", words)
    short, long = (Scorer([one], Frequencies()).score(passage) for one in (asked, asked + ABSENT))
    assert short == pytest.approx(long)


def test_a_word_beside_itself_is_a_pair_each_time():
    passage = Candidate(1, 1, 0, Tier.WORDS, "", 4, "", "hang hang hang khac")
    shares = {
        share.term: share.body for share in Scorer([["hang"] * 2], Frequencies()).shares(passage)
    }
    assert shares == {"hang": 3, "hang_hang": 2}
