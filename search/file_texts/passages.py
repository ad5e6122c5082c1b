"""What is searched of the files of a page, and where a reader gets to from there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pages.models import PortalDocument
from regulations.models import OfficialDocument
from search.file_texts.models import FileText, FileUse
from search.file_texts.pieces import pieces_of, stands_in
from search.indexing.passage import Passage
from search.models import Place
from search.similar.shingles import shingles
from vietnamese import folded_words

ANCHOR = "tep-"


def passages_of_files(page: Any) -> Iterator[Passage]:
    """The passages of the files that a published page offers and that were read.

    label: what the page calls the file; file_page: from 1, None where the format has no pages;
    anchor: "tep-12", which `file_addresses` makes an address. What the page says itself, word for
    word, is left out, and so is what an earlier file of it said.
    """
    uses = FileUse.objects.filter(page=page.pk, text__state=FileText.State.READ)
    known: set[Any] | None = None
    for use in uses.select_related("text").order_by("pk"):
        known = _said_on(page) if known is None else known
        for number, text in enumerate(use.text.pages, 1):
            if stands_in(text, known):
                continue
            for piece in pieces_of(text):
                yield Passage(
                    use.title,
                    piece,
                    f"{ANCHOR}{use.file_id}",
                    file_page=number if use.text.has_pages else None,
                    place=Place.FILE,
                )
        known |= shingles(folded_words("\n".join(use.text.pages)))


def file_addresses(anchors: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The address and ending ("pdf") of the file behind each anchor; one query for all.

    Nothing for what is no anchor of a file. Whoever opens an address is asked for the right there.
    """
    ids = {
        int(anchor.removeprefix(ANCHOR))
        for anchor in anchors
        if anchor.startswith(ANCHOR) and anchor.removeprefix(ANCHOR).isdecimal()
    }
    found = PortalDocument.objects.filter(pk__in=ids).only("file") if ids else ()
    return {f"{ANCHOR}{file.pk}": (file.url, file.file_extension.lower()) for file in found}


def address_in_file(address: tuple[str, str], page: int | None) -> str:
    """The address of a page of a file: browsers open a PDF there, other files at their start."""
    url, ending = address
    return f"{url}#page={page}" if page and ending == "pdf" else url


def _said_on(page: Any) -> Collection[Any]:
    """The shingles of an official document's own text; a story says nothing twice."""
    if not isinstance(page, OfficialDocument):
        return set()
    own = page.body.stream_block.get_searchable_content(page.body)
    return shingles(folded_words("\n".join(own)))
