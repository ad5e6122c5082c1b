"""Addresses for ever: what was served once leads to the page, wherever it stands now."""

from __future__ import annotations
