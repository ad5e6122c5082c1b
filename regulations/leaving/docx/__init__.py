"""DOCX in the layout of Decree 30/2020/ND-CP, written part by part."""

from __future__ import annotations

from regulations.leaving.docx.package import docx_of

__all__ = ["docx_of"]
