"""The review queue: published documents that somebody should look at, and why.

Nothing is stored but the checks: what stands in the queue follows from dates and derived rows.
"""

from __future__ import annotations

from regulations.review.reasons import Item, Reason, reason_registry, register

__all__ = ["Item", "Reason", "reason_registry", "register"]
