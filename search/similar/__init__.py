"""What is alike: texts that share long stretches, and stories that tell of the same."""

from __future__ import annotations
