"""What is searched of each page type: plain passages, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils.html import strip_tags

from campaigns.models import CampaignPage
from honors.models import HonoreePage
from news.models import NewsPage
from pages.models import IndexPageMixin, PortalPage
from regulations.models import OfficialDocument

HEADS = frozenset({"article", "number", "roman", "annex"})
FRAME = frozenset({"header", "foot"})
TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Passage:
    """A piece to index: where it is, what it is called, its words and the numbers it cites."""

    label: str
    body: str
    anchor: str = ""
    cited_keys: list[str] = field(default_factory=list)


def is_searched(model: type[PortalPage]) -> bool:
    """Whether pages of this type are in the index."""
    return issubclass(model, OfficialDocument) or model in TEXTS


def has_nothing_to_find(model: type[PortalPage]) -> bool:
    """Whether the type only lists other pages: the base page, lists, the front pages."""
    return model is PortalPage or issubclass(model, IndexPageMixin) or model in fronts()


def fronts() -> frozenset[type[PortalPage]]:
    """The front pages: their room stands beside this one, so they are known by name only."""
    return frozenset(apps.get_app_config("home").get_models())


def passages_of(page: Any) -> Iterator[Passage]:
    """The passages of a published page; the first is the page as a whole."""
    if isinstance(page, OfficialDocument):
        yield from _document(page)
    else:
        yield Passage("", _joined(TEXTS[type(page)](page)))


def _document(page: Any) -> Iterator[Passage]:
    cited = page.citations.exclude(number_key="").values_list("number_key", flat=True)
    facts = (page.number, page.abstract, page.issuer_as_printed, page.signer)
    found = [Passage("", _joined(facts), cited_keys=sorted(set(cited)))]
    for provision in page.provisions.all():
        label = f"{provision.label} {provision.heading}".strip()
        if _stands_alone(provision):
            found.append(Passage(label[:400], provision.text, provision.anchor))
        else:
            # Clauses and points belong to their article; the preamble and the foot to the whole.
            passage = found[0] if provision.kind in FRAME else found[-1]
            passage.body = _joined((passage.body, label, provision.text))
    yield from found


def _stands_alone(provision: Any) -> bool:
    """Whether a reader would be sent to it: an article always, other heads when they have words."""
    return provision.kind == "article" or (provision.kind in HEADS and bool(provision.heading))


def _news(page: Any) -> Iterator[str]:
    yield page.lead
    yield from page.body.stream_block.get_searchable_content(page.body)
    yield from (tag.name for tag in page.tags.all())


def _honoree(page: Any) -> Iterator[str]:
    yield from (page.position, page.organization_as_printed, page.summary)
    yield from page.body.stream_block.get_searchable_content(page.body)


def _campaign(page: Any) -> Iterator[str]:
    yield from (page.summary, page.participants, page.series)
    reviews = (page.inspection, page.interim_review, page.final_review)
    for rich in (page.goal, page.criteria, *reviews):
        yield strip_tags(TAG.sub(" ", rich))
    yield from page.body.stream_block.get_searchable_content(page.body)


TEXTS: dict[type[Any], Callable[[Any], Iterator[str]]] = {
    NewsPage: _news,
    HonoreePage: _honoree,
    CampaignPage: _campaign,
}


def _joined(texts: Any) -> str:
    return "\n".join(str(text) for text in texts if text)
