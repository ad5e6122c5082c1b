"""Addresses for ever: what was served once leads to the document, wherever it stands now."""

from __future__ import annotations
