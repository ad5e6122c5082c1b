"""Citations in the words of a provision: to the name of the cited work, here or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from regulations.leaving.akoma_ntoso.markup import akn, append_text
from regulations.leaving.akoma_ntoso.names import iri_of, work_iri
from regulations.leaving.letters import xml_text
from regulations.models.kind import NORMATIVE_TYPES

Places = dict[int, list[tuple[int, int, bool, str]]]


def places_of(page: Any, user: Any) -> Places:
    """By provision: (start, end, in the heading, name of the cited work) of its citations."""
    places: Places = defaultdict(list)
    citations = page.citations.select_related("target", "target__record")
    for citation in citations:
        href = _href(citation, page, user)
        if href and citation.provision_id:
            place = (citation.start, citation.end, citation.in_heading, href)
            places[citation.provision_id].append(place)
    return places


def _href(citation: Any, page: Any, user: Any) -> str:
    """A document that the reader may not see is named as one that is not here: as printed."""
    target = citation.target
    if target is not None and target.is_visible_to(user) and hasattr(target, "record"):
        name = iri_of(target.record, target.slug)
    else:
        kind = citation.document_type
        name = work_iri(kind, citation.number, citation.issued_on, is_act=kind in NORMATIVE_TYPES)
    anchor = f"#{citation.cited_anchor}" if citation.cited_anchor else ""
    return f"{name}{anchor}" if name else ""


def paragraphs(provision: Any, places: Places) -> list[Any]:
    """The text of `provision`, a `<p>` a line, with its citations."""
    own = [place for place in places.get(provision.pk, ()) if not place[2]]
    lines: list[Any] = [akn("p")]
    for words, href in _runs(provision.text, own):
        if href:
            lines[-1].append(akn("ref", text=words, href=href))
            continue
        first, *others = words.split("\n")
        append_text(lines[-1], first)
        for other in others:
            lines.append(akn("p"))
            append_text(lines[-1], other)
    return [line for line in lines if len(line) or (line.text or "").strip()]


def heading(provision: Any, places: Places) -> Any:
    """`<heading>` with its citations; None when there is none."""
    if not provision.heading.strip():
        return None
    made = akn("heading")
    own = [place for place in places.get(provision.pk, ()) if place[2]]
    for words, href in _runs(provision.heading, own):
        if href:
            made.append(akn("ref", text=words, href=href))
        else:
            append_text(made, words.replace("\n", " "))
    return made


def _runs(text: str, places: Iterable[tuple[int, int, bool, str]]) -> Iterator[tuple[str, str]]:
    """(words, name of the cited work or "") in order."""
    done = 0
    for start, end, _, href in sorted(places):
        if start < done or start >= end:
            continue
        yield xml_text(text[done:start]), ""
        yield xml_text(text[start:end]), href
        done = end
    yield xml_text(text[done:]), ""
