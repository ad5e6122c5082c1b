"""What the page of a document shows of its ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from regulations.leaving.views import address_of


@dataclass(frozen=True, slots=True)
class Leaving:
    """Addresses of downloads, "" for a draft."""

    docx: str
    akoma_ntoso: str


def leaving_of(page: Any, request: HttpRequest) -> Leaving:
    """For the page of `page`; no query but those that its page makes anyhow."""
    is_out = page.pk is not None and page.live
    return Leaving(
        address_of(page, "docx") if is_out else "",
        address_of(page, "xml") if is_out else "",
    )
