"""Two texts side by side: what was added, removed, changed, moved, renumbered, split, merged."""

from __future__ import annotations
