"""Pages on how documents hang together: cited by, to be supplied."""

from __future__ import annotations
