"""The picture that goes with a story where it is shared: portrait or cover, title, whose portal."""

from __future__ import annotations
