"""What a story or a profile tells of, as keys: people, movement, tags, rare pairs of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from honors.models import Award, HonoreePage
from news.models import NewsPage
from search.engine.state import writing_alias
from search.models import Totals, VocabularyTerm
from search.similar.models import StoryTie

# Whom a story tells of says more than all its words; what everybody writes says nothing.
HONOREE, CAMPAIGN, TAG, WORDS = 1200, 800, 600, 1200
MOST_WORDS = 40
LONGEST_KEY = 100


def keep_ties(page: Any, words: Sequence[str]) -> None:
    """Write what `page` (a published story or profile) tells of; nothing for other pages."""
    ties = _ties(page) if isinstance(page, NewsPage | HonoreePage) else None
    if ties is None:
        return
    for word, weight in _rare_pairs(words).items():
        ties[f"w:{word}"] = weight
    StoryTie.objects.filter(page=page.pk).delete()
    StoryTie.objects.bulk_create(
        StoryTie(key=key, page_id=page.pk, weight=weight)
        for key, weight in sorted(ties.items())
        if len(key) <= LONGEST_KEY
    )


def forget_ties(page_id: int) -> None:
    """The page is no longer published."""
    StoryTie.objects.filter(page=page_id).delete()


def _ties(page: Any) -> dict[str, int]:
    if isinstance(page, HonoreePage):
        campaigns = Award.objects.filter(honoree=page.pk, campaign__isnull=False)
        ids = campaigns.order_by().values_list("campaign", flat=True).distinct()
        return {f"h:{page.pk}": HONOREE, **{f"c:{pk}": CAMPAIGN for pk in ids}}
    ties = {f"h:{honoree.pk}": HONOREE for honoree in page.honorees.all()}
    ties |= {f"t:{tag.pk}": TAG for tag in page.tags.all()}
    return ties | ({f"c:{page.campaign_id}": CAMPAIGN} if page.campaign_id else {})


def _rare_pairs(words: Sequence[str]) -> dict[str, int]:
    """The pairs of neighbouring words that say most about the text; together they weigh WORDS.

    By how often they stand here and in how few passages of the index (tf-idf); what the index has
    not counted yet is as rare as can be.
    """
    alias = writing_alias()
    counts = Counter("_".join(pair) for pair in pairwise(words))
    known = VocabularyTerm.objects.using(alias).filter(term__in=counts)
    passages = dict(known.values_list("term", "df"))
    total = Totals.objects.using(alias).values_list("passages", flat=True).first() or 1
    weights = {
        term: (1 + math.log(count)) * math.log(1 + total / max(passages.get(term, 1), 1))
        for term, count in counts.items()
    }
    rarest = sorted(weights, key=lambda term: (-weights[term], term))[:MOST_WORDS]
    sum_of_all = sum(weights[term] for term in rarest)
    return {term: round(WORDS * weights[term] / sum_of_all) for term in rarest}
