"""Text that is kept compressed: read for what is ranked and shown, never searched.

Passages are short, so most of what a compressor could refer back to is not in them: it begins with
the common phrases of official papers in `data/packing.txt`, as written and folded. What was packed
can be read with these phrases only: to change them is a migration that packs anew.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib import resources
from typing import Any

from django.db import models

from vietnamese import folded_words

LEVEL = 6
# Bare deflate: ends and sums of zlib's own are some bytes of each text.
_BARE = -15


def pack(text: str) -> bytes:
    """`text`, deflated: about a third of its length."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _BARE, zdict=_phrases())
    return packer.compress(text.encode()) + packer.flush()


def unpack(packed: bytes | memoryview) -> str:
    """What was packed; of a statement's own rows too."""
    return zlib.decompressobj(_BARE, _phrases()).decompress(packed).decode()


@cache
def _phrases() -> bytes:
    """What is known before the first letter of a text."""
    text = resources.files("search").joinpath("data", "packing.txt").read_text(encoding="utf-8")
    return " ".join([*text.split(), *folded_words(text)]).encode()


class PackedTextField(models.BinaryField):
    """A text in Python, compressed bytes in the database."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        """The text."""
        return None if value is None else unpack(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """The bytes, as the database's driver takes them."""
        packed = pack(value) if isinstance(value, str) else value
        return super().get_db_prep_value(packed, connection, prepared)
