"""Whole pages, kept for visitors only: docs/decisions/0010-page-cache.md."""

from __future__ import annotations
