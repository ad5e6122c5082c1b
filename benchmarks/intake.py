"""How well files are read: `python -m benchmarks.intake DATA`, DATA with ground_truth.csv.

A value counts when it equals the table's after NFC, one space and case folding. Where a paper
leaves out its number, day or issuer, only an empty field counts; names and offices that the table
does not give were not transcribed, and are left out of the count.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.official import print_official
from benchmarks.scoring import FIELDS, CitationScore, Outcome, outcomes, score_citations
from benchmarks.statutes import print_statutes
from benchmarks.truth import Group, Truth, read_truth
from extraction import DocumentDraft, ReadError, draft_of, read_document, read_text
from extraction.sandbox import read_safely

_LETTERS_A_PAGE = 2500
_SAMPLES = 3


def main() -> None:
    options = _options()
    if options.statutes:
        print_statutes(options.statutes)
    if options.official:
        print_official(options.official, verbose=options.verbose)
    if options.data:
        _print_papers(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with ground_truth.csv")
    parser.add_argument("--group", choices=["born-digital", "typed", "handwritten"])
    parser.add_argument(
        "--handwritten", nargs="*", metavar="ID", help="files with ink: 009 010 ..."
    )
    parser.add_argument("--only", nargs="*", metavar="ID", help="only these files")
    parser.add_argument("--official", type=Path, help="folder with metadata.csv and text/")
    parser.add_argument("--statutes", type=Path, help="folder of statutes whose outline is known")
    parser.add_argument("--no-speed", action="store_true", help="leave the clock out")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what was missed")
    return parser.parse_args()


def _print_papers(options: argparse.Namespace) -> None:
    by_hand = None if options.handwritten is None else set(options.handwritten)
    papers = [
        truth
        for truth in read_truth(options.data, by_hand)
        if (not options.only or truth.file[:3] in options.only)
        and (not options.group or Group[options.group.upper().replace("-", "_")] is truth.group)
    ]
    for group in Group:
        members = [truth for truth in papers if truth.group is group]
        if members:
            _print_group(options.data, group, members, verbose=options.verbose)
    if not options.no_speed:
        _print_speed(options.data, [one for one in papers if one.group is Group.BORN_DIGITAL])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest child process: {peak:.0f} MB")


def _print_group(data: Path, group: Group, papers: Sequence[Truth], *, verbose: bool) -> None:
    found: list[Outcome] = []
    citations = CitationScore()
    for truth in papers:
        draft = _read(data / truth.file)
        found += outcomes(truth, draft)
        citations.add(score_citations(truth, draft))
    print(f"\n{group.value}: {len(papers)} papers")
    for name in (*FIELDS, "parent", "urgency"):
        _print_field(name, [one for one in found if one.name == name])
    _print_citations(citations)
    claims = [one for one in found if one.sure and not one.right]
    print(f"  wrong but shown as sure: {len(claims)}")
    if verbose:
        _print_misses(found, citations)


def _read(path: Path) -> DocumentDraft:
    """The draft as the portal gets it: read in a child process; an empty one, which counts as
    wrong, when that fails."""
    try:
        return read_safely(path)
    except ReadError as error:
        print(f"  {path.name}: {error.code}: {error}")
    return draft_of(read_text("", path.name))


def _print_field(name: str, found: Sequence[Outcome]) -> None:
    if found:
        right = sum(one.right for one in found)
        print(f"  {name:9} {right:3} of {len(found):3}  {100 * right / len(found):5.1f} %")


def _print_citations(score: CitationScore) -> None:
    precision = 100 * score.right / score.found if score.found else 100.0
    recall = 100 * score.met / score.expected if score.expected else 100.0
    print(
        f"  citations: precision {precision:.1f} % of {score.found} bases, "
        f"recall {recall:.1f} % of {score.expected}"
    )
    if score.unlisted:
        print(f"    {len(score.unlisted)} more bases where the list is partial: not counted (-v)")


def _print_misses(found: Sequence[Outcome], citations: CitationScore) -> None:
    for one in found:
        if not one.right:
            claim = " SURE" if one.sure else ""
            print(f"    {one.file[:3]} {one.name}{claim}: {one.expected!r} / {one.found!r}")
    for words in citations.wrong:
        print(f"    no such basis listed: {words}")
    for words in citations.unlisted:
        print(f"    not in a list that is partial: {words}")
    for words in citations.missed:
        print(f"    not found: {words}")


def _print_speed(data: Path, papers: Sequence[Truth]) -> None:
    """CPU of this process and its children, the best of a few runs, for each page."""
    a_page: list[float] = []
    parsers: list[float] = []
    ratios: list[float] = []
    print("\nspeed (CPU, best of a few)")
    for truth in papers:
        path = data / truth.file
        try:
            spent, draft = _fastest(path)
        except ReadError:
            continue
        pages = len(draft.extracted.page_starts) or 1 + len(draft.text) // _LETTERS_A_PAGE
        began = time.process_time()
        draft_of(draft.extracted)
        parsers.append(1000 * (time.process_time() - began) / pages)
        a_page.append(1000 * spent / pages)
        line = f"  {truth.file:32} {a_page[-1]:6.1f} ms a page (parsers {parsers[-1]:.1f})"
        if path.suffix == ".pdf":
            ratios.append(spent / _pdftotext(path))
            line += f", {ratios[-1]:.1f} times pdftotext -layout"
        print(line)
    if a_page:
        both = statistics.median(a_page), statistics.median(parsers)
        print(f"  median: {both[0]:.1f} ms a page, of which parsers {both[1]:.1f} ms")
    if ratios:
        print(f"  median ratio to pdftotext -layout: {statistics.median(ratios):.1f}")


def _fastest(path: Path) -> tuple[float, DocumentDraft]:
    times: list[float] = []
    for _ in range(_SAMPLES):
        began = _cpu()
        draft = read_document(path)
        times.append(_cpu() - began)
        if times[-1] > 5:  # a converter of its own, or a scan: once is enough
            break
    return min(times), draft


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _pdftotext(path: Path) -> float:
    times: list[float] = []
    for _ in range(_SAMPLES):
        began = _cpu()
        subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=False)
        times.append(_cpu() - began)
    return max(min(times), 0.001)


if __name__ == "__main__":
    main()
