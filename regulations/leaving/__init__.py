"""How a document leaves the portal: as DOCX, as Akoma Ntoso, as data in its page."""

from __future__ import annotations
