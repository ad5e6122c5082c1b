"""Figures that the project promises: each command prints what it measured."""

from __future__ import annotations
