"""How many rows are a document's own: what its publication may write, and nothing else."""

from __future__ import annotations

from typing import Any


def own_rows(page: Any) -> int:
    """Its provisions, citations and ties; its passages, their words, suggestions and terms in the
    index; the values of its signature."""
    from search.engine.counting import counted_of
    from search.models import Passage, SuggestionEntry

    passages = list(Passage.objects.filter(page_id=page.pk))
    terms = set().union(*(counted_of(page.title, one.folded_label, one.folded) for one in passages))
    suggestions = SuggestionEntry.objects.filter(passage__in=[one.pk for one in passages])
    derived = (page.provisions, page.citations, page.ties, page.signature_values, suggestions)
    return sum(rows.count() for rows in derived) + 2 * len(passages) + len(terms)
