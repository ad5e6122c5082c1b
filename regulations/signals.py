"""What this room announces."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `page` when the derived rows of a published document were written.
rows_rebuilt = Signal()
