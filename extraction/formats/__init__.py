"""One module for each kind of file: path in, `Extracted` out."""

from __future__ import annotations
