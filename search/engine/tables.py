"""The two sets of tables of the index: the one that answers, and the one that is being built."""

from __future__ import annotations

from dataclasses import dataclass

from search import models


@dataclass(frozen=True, slots=True)
class Tables:
    """One set: its models, and the name of the table of words."""

    page: type[models.AbstractSearchedPage]
    passage: type[models.AbstractPassage]
    vocabulary: type[models.AbstractVocabularyTerm]
    suggestion: type[models.AbstractSuggestionEntry]
    totals: type[models.AbstractTotals]
    words: str


LIVE = Tables(
    models.SearchedPage,
    models.Passage,
    models.VocabularyTerm,
    models.SuggestionEntry,
    models.Totals,
    "search_words",
)
NEXT = Tables(
    models.NextSearchedPage,
    models.NextPassage,
    models.NextVocabularyTerm,
    models.NextSuggestionEntry,
    models.NextTotals,
    "search_words_next",
)
# Every name that changes places with its twin (`<name>_next`) when a new index is swapped in.
NAMES = (
    "search_page",
    "search_passage",
    "search_words",
    "search_vocabulary",
    "search_suggestion",
    "search_totals",
)
