"""The search desk: what administrators tell the search, and what it tells them.

For the engine: `current_abbreviations` and `pinned_for` (each costs one query of one row; a caller
of both asks `current` once and hands it on). For the search page: `note`, and the tags of
`desk_tags`.
"""

from __future__ import annotations

from search.desk.pins import pinned_for
from search.desk.recording import note, record
from search.desk.tables import Desk, current, current_abbreviations

__all__ = ["Desk", "current", "current_abbreviations", "note", "pinned_for", "record"]
