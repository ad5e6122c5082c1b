"""Urgency and secrecy, stamped on the head (Decree 30/2020/NĐ-CP, annex I, part II, 10).

Secrecy: Law 29/2018/QH14, article 8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.fields import MISSING, Field, sure
from extraction.lines import Line
from vietnamese import exact

_URGENCY = re.compile(r"hoa2 tôc4(?: hen5 giơ1)?|thương5 khân2|khân2")
_SECRECY = re.compile(r"(?:tuyêt5 |tôi4 )?mât5")
_SIGNS = " *()[]-–—.!:"


def find_urgency(cells: Sequence[Line]) -> Field[str]:
    """How urgent the document is: a line of its own in the head."""
    return _mark(cells, _URGENCY)


def find_secrecy(cells: Sequence[Line]) -> Field[str]:
    """How secret it is: a line of its own in the head."""
    return _mark(cells, _SECRECY)


def is_mark(line: Line) -> bool:
    """Whether `line` is such a stamp."""
    return bool(_URGENCY.fullmatch(_words(line)) or _SECRECY.fullmatch(_words(line)))


def _mark(cells: Sequence[Line], pattern: re.Pattern[str]) -> Field[str]:
    for cell in cells:
        if len(cell.text) < 30 and cell.text[0].isupper() and pattern.fullmatch(_words(cell)):
            words = cell.text.strip(_SIGNS)
            return sure(words, cell.span, cell.text)
    return MISSING


def _words(line: Line) -> str:
    return exact(line.text.strip(_SIGNS)) if len(line.text) < 30 else ""
