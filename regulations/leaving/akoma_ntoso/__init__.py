"""Akoma Ntoso 3.0 (OASIS LegalDocML, Akoma Ntoso Version 1.0, part 2): one act or document."""

from __future__ import annotations

from regulations.leaving.akoma_ntoso.document import CONTENT_TYPE, akoma_ntoso_of

__all__ = ["CONTENT_TYPE", "akoma_ntoso_of"]
