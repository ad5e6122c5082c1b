"""From words with places on pages to text in reading order. Knows no file format.

Lengths are points (1/72 inch), x grows to the right, y grows downwards from the top of the page.
"""

from __future__ import annotations

from extraction.layout.compose import compose
from extraction.layout.word import Page, Rule, Word
from extraction.layout.writing import Composed

__all__ = ["Composed", "Page", "Rule", "Word", "compose"]
