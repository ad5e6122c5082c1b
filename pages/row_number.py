"""Numbers of rows in addresses and forms."""

from __future__ import annotations

MOST_DIGITS = 18


def is_row_number(text: str) -> bool:
    """Whether `text` is the number of a row that a database can hold."""
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
