"""Word files (DOCX): all that a reader of the paper sees, in reading order.

ECMA-376 part 1. Running headers and footers stay out of the text; a head that stands in the
header of the first page belongs to it. Deleted and hidden text is left out and told of.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from extraction.errors import DamagedFileError
from extraction.extracted import Extracted, Note, NoteCode
from extraction.formats.assembly import assemble
from extraction.formats.blocks import Block, Paragraph, Run, words_of
from extraction.formats.ooxml import Package, W, value
from extraction.formats.word_body import StoryReader
from extraction.formats.word_headers import first_page_head, running_words
from extraction.formats.word_numbering import Numbering
from extraction.formats.word_styles import Styles

_GAP = Paragraph()


def read(path: Path, format: str = "docx", source: str = "") -> Extracted:
    """The text of the Word file at `path`; `source` names the original when it was converted.

    Raises DamagedFileError and UnpacksTooLargeError, and OSError as opening a file does.
    """
    with Package(path) as package:
        main = package.main_part()
        document = package.xml(main)
        body = None if document is None else document.find(f"{W}body")
        if body is None:
            raise DamagedFileError("No body in the main part")
        story = StoryReader(*_definitions(package, main))
        head = first_page_head(package, main, body, story)
        blocks = [*head, *story.blocks(body)]
        blocks += _notes(package, main, story)
        running = running_words(package, main, body)
        notes = _told(package, story, blocks, running)
        # A chunk in another format, which only Word puts in its place.
        chunks = sum(1 for _ in body.iter(f"{W}altChunk"))
        notes += [Note(NoteCode.PART_UNREADABLE, {"part": "altChunk"})] if chunks else []
    return assemble(blocks, source or path.name, format, notes)


def _definitions(package: Package, main: str) -> tuple[Styles, Numbering]:
    styles, numbering = (
        next(map(package.xml, package.related(main, kind)), None)
        for kind in ("styles", "numbering")
    )
    return Styles(styles), Numbering(numbering)


def _notes(package: Package, main: str, story: StoryReader) -> list[Block]:
    """Footnotes and endnotes in the order of the text, each with its number."""
    if not story.runs.notes:
        return []
    found: dict[tuple[str, str], etree._Element] = {}
    for kind in ("footnote", "endnote"):
        for part in package.related(main, f"{kind}s"):
            root = package.xml(part)
            for element in () if root is None else root.iterfind(f"{W}{kind}"):
                found[kind, value(element, "id")] = element
    blocks: list[Block] = [_GAP]
    for count, key in enumerate(list(story.runs.notes), 1):
        words = story.blocks(found[key]) if key in found else []
        blocks.append(_numbered(count, words))
    return blocks


def _numbered(count: int, blocks: list[Block]) -> Paragraph:
    runs: list[Run] = [Run(f"[{count}] ")]
    for block in blocks:
        if isinstance(block, Paragraph):
            runs += [*block.runs, Run(" ")]
        else:
            runs.append(Run(words_of([block])))
    return Paragraph(tuple(runs))


def _told(package: Package, story: StoryReader, blocks: list[Block], running: str) -> list[Note]:
    counts = story.runs.counts
    notes = [Note(NoteCode.PART_UNREADABLE, {"part": part}) for part in package.damaged]
    if counts["deleted"]:
        data = {"deleted": str(counts["deleted"]), "inserted": str(counts["inserted"])}
        notes.append(Note(NoteCode.TRACKED_CHANGES, data))
    if counts["hidden"]:
        notes.append(Note(NoteCode.HIDDEN_TEXT, {"passages": str(counts["hidden"])}))
    if counts["pictures"] and not words_of(blocks).strip():
        notes.append(Note(NoteCode.ONLY_PICTURES, {"pictures": str(counts["pictures"])}))
    if running:
        notes.append(Note(NoteCode.RUNNING_HEADER, {"text": running}))
    return notes
