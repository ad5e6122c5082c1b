"""Files for ever: a replaced original or annex keeps its bytes, its dates and its address."""

from __future__ import annotations
