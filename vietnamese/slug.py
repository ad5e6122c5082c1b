"""Addresses in plain ASCII."""

from __future__ import annotations

import re

from vietnamese.letters import without_marks

_OTHER = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """`text` as lower-case ASCII letters and digits joined by hyphens; đ becomes d.

    Empty when `text` has neither a Latin letter nor a digit.
    """
    return _OTHER.sub("-", without_marks(text).lower()).strip("-")
