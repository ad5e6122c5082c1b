"""Does a document come back as it left? `python -m benchmarks.round_trip DIR [FILE ...]`.

Each file is read as intake reads it and put on a page; the page is written as DOCX; the DOCX is
read again. Number, day, issuer, outline and citations must be the same. A database of its own is
made for the time of the run. Ends with status 1 when anything differs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extraction import DocumentDraft

SHOWN = 4


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)
        results = [_print_result(path, Path(folder)) for path in _files(options)]
    same = sum(results)
    print(f"{same} of {len(results)} documents came back the same")
    sys.exit(0 if same == len(results) else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="only these files of the folder")
    return parser.parse_args()


def _files(options: argparse.Namespace) -> list[Path]:
    if options.names:
        return [options.folder / name for name in options.names]
    return sorted(path for path in options.folder.iterdir() if path.is_file())


def _start(folder: str) -> None:
    os.environ["PORTAL_DATA"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.DATABASES["default"]["NAME"] = str(Path(folder) / "round-trip.sqlite3")
    django.setup()
    call_command("migrate", verbosity=0)


def _print_result(path: Path, folder: Path) -> bool:
    from extraction import ReadError, read_document

    try:
        first = read_document(path)
    except ReadError as error:
        print(f"{path.name}: not read: {error}")
        return True
    written = folder / "back.docx"
    written.write_bytes(_docx(first, path.stem))
    second = read_document(written)
    differing = [
        (name, before, after) for name, before, after in _facts(first, second) if before != after
    ]
    print(f"{path.name}: {'the same' if not differing else 'DIFFERS'}, {_sizes(first)}")
    for name, before, after in differing:
        _print_difference(name, before, after)
    return not differing


def _docx(document: DocumentDraft, name: str) -> bytes:
    from regulations.derive import derive
    from regulations.intake.draft import page_of
    from regulations.intake.findings import findings_of
    from regulations.leaving.docx import docx_of
    from regulations.leaving.paper import paper_of
    from regulations.models import RegulationPage

    page = page_of(document, findings_of(document), RegulationPage, name)
    return docx_of(page, paper_of(page, derive(page).provisions), list(page.recipients.all()))


def _facts(first: DocumentDraft, second: DocumentDraft) -> Iterable[tuple[str, Any, Any]]:
    for name in ("number_key", "issued_on", "issuer"):
        before, after = (getattr(one.header, name).value for one in (first, second))
        yield name, _plain(before), _plain(after)
    yield "outline", _outline(first), _outline(second)
    yield "citations", _citations(first), _citations(second)


def _plain(value: Any) -> Any:
    return " ".join(value.split()).upper() if isinstance(value, str) else value


def _outline(document: DocumentDraft) -> list[str]:
    """Anchor and heading of each provision."""
    return [f"{node.anchor} {_plain(node.heading)}" for node in document.outline.walk()]


def _citations(document: DocumentDraft) -> list[str]:
    """What is cited, in order: key, provision, whether as a basis."""
    return [
        f"{one.number_key or one.law_key} {one.provision_anchor} {'basis' * one.is_basis}".strip()
        for one in document.citations
    ]


def _sizes(document: DocumentDraft) -> str:
    outline, citations = _outline(document), _citations(document)
    return f"{len(outline)} provisions, {len(citations)} citations"


def _print_difference(name: str, before: Any, after: Any) -> None:
    if not isinstance(before, list):
        print(f"  {name}: {before!r} became {after!r}")
        return
    lost, gained = Counter(before) - Counter(after), Counter(after) - Counter(before)
    print(f"  {name}: {lost.total()} lost, {gained.total()} gained")
    for sign, some in (("-", lost), ("+", gained)):
        for line in list(some)[:SHOWN]:
            print(f"    {sign} {line[:110]}")


if __name__ == "__main__":
    main()
