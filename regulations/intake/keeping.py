"""Files of the ledger are kept for ever, byte for byte."""

from __future__ import annotations

from typing import Any

from pages.models import PortalDocument
from regulations.models import IntakeFile


def keeps_file(thing: Any) -> bool:
    """Whether the file or picture is the original of something that was brought in."""
    return isinstance(thing, PortalDocument) and IntakeFile.objects.filter(document=thing).exists()
