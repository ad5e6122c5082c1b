"""The cascade: what a document rests on and what rests on it, from the State to the school."""

from __future__ import annotations
