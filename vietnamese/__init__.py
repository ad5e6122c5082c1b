"""The Vietnamese language: folding, words, numbers of documents, order, addresses, dates.

Plain Python. `fold` is for keys and comparisons, `slugify` for addresses, `sort_key` for order.
"""

from __future__ import annotations

from vietnamese.abbreviations import (
    Abbreviation,
    Abbreviations,
    Alternative,
    expand,
    shipped_abbreviations,
)
from vietnamese.dates import DateMatch, find_dates, parse_date
from vietnamese.document_types import (
    DocumentType,
    document_type_abbreviated,
    document_type_named,
    document_types,
)
from vietnamese.fold import exact, exact_word, fold, fold_word
from vietnamese.legacy import LegacyDecoder, compose, convert, detect
from vietnamese.legacy_fonts import LegacyEncoding, LegacyFont, legacy_font
from vietnamese.letters import has_marks, nfc, plain_signs, without_marks
from vietnamese.number_spellings import find_numbers
from vietnamese.numbers import (
    NumberFamily,
    NumberMatch,
    compact_number,
    find_printed_numbers,
    fold_number,
    number_key,
    type_of_symbol,
)
from vietnamese.slug import slugify
from vietnamese.sortkey import name_sort_key, sort_key
from vietnamese.syllables import is_syllable
from vietnamese.telex import untelex
from vietnamese.tokens import Token, folded_words, tokenize
from vietnamese.typography import tied, typeset

__all__ = [
    "Abbreviation",
    "Abbreviations",
    "Alternative",
    "DateMatch",
    "DocumentType",
    "LegacyDecoder",
    "LegacyEncoding",
    "LegacyFont",
    "NumberFamily",
    "NumberMatch",
    "Token",
    "compact_number",
    "compose",
    "convert",
    "detect",
    "document_type_abbreviated",
    "document_type_named",
    "document_types",
    "exact",
    "exact_word",
    "expand",
    "find_dates",
    "find_numbers",
    "find_printed_numbers",
    "fold",
    "fold_number",
    "fold_word",
    "folded_words",
    "has_marks",
    "is_syllable",
    "legacy_font",
    "name_sort_key",
    "nfc",
    "number_key",
    "parse_date",
    "plain_signs",
    "shipped_abbreviations",
    "slugify",
    "sort_key",
    "tied",
    "tokenize",
    "type_of_symbol",
    "typeset",
    "untelex",
    "without_marks",
]
