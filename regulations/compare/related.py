"""Other documents worth a comparison: what replaces, amends or consolidates this one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from regulations.compare.versions import Offer
from regulations.relation_lines import active, passive


def related_offers(document: Any, request: HttpRequest) -> list[Offer]:
    """The documents that act on `document`, then those it acts on: what the reader may see."""
    found = [(passive(one), one.source) for one in document.relations_on_it]
    found += [(active(one), one.target) for one in document.own_relations]
    offers = {
        page.pk: Offer(str(page.pk), "related", title=page.title, sentence=sentence)
        for sentence, page in reversed(found)
        if page.is_visible_to(request.user)
    }
    return list(reversed(offers.values()))
