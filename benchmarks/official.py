"""Papers of 2025 given as text with a table of number, type, place, signer and day."""

from __future__ import annotations

import csv
import time
from collections import Counter
from pathlib import Path

from benchmarks.truth import same
from extraction import Confidence, DocumentDraft, read_document
from vietnamese import fold, parse_date

_NAMES = ("type", "number", "date", "issuer", "signer")


def print_official(folder: Path, *, verbose: bool) -> None:
    """Prints the accuracy over the even and the odd rows of `folder`/metadata.csv apart."""
    with (folder / "metadata.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for name, first in (("even rows", 0), ("odd rows", 1)):
        _print_half(folder / "text", rows[first::2], name, verbose=verbose)


def _print_half(folder: Path, rows: list[dict[str, str]], name: str, *, verbose: bool) -> None:
    right: Counter[str] = Counter()
    wrong_sure: Counter[str] = Counter()
    began = time.process_time()
    for row in rows:
        draft = read_document(folder / row["file"])
        for field, ok, sure, words in _judged(row, draft):
            right[field] += ok
            wrong_sure[field] += sure and not ok
            if verbose and not ok:
                print(f"  {row['file'][:8]} {field}{' SURE' if sure else ''}: {words}")
    spent = time.process_time() - began
    figures = ", ".join(f"{field} {100 * right[field] / len(rows):.1f} %" for field in _NAMES)
    print(f"official, {name} ({len(rows)} papers): {figures}")
    print(f"  wrong but sure: {dict(wrong_sure)}; {1000 * spent / len(rows):.1f} ms CPU a paper")


def _judged(row: dict[str, str], draft: DocumentDraft) -> list[tuple[str, bool, bool, str]]:
    header, name = draft.header, draft.signature.name
    kind = header.document_type.value
    names = [name.value or "", *(one.name.value or "" for one in draft.signature.others)]
    pairs = (
        ("type", header.document_type, row["loai"], kind.name if kind else ""),
        ("number", header.number, row["so_hieu"], header.number.value or ""),
        ("date", header.issued_on, str(parse_date(row["ngay_ban_hanh"])), header.issued_on.value),
        ("issuer", header.issuer, row["noi_ban_hanh"], header.issuer.value or ""),
        ("signer", name, row["nguoi_ky"], "; ".join(filter(None, names))),
    )
    return [
        (
            field,
            _is_right(field, wanted, str(found)),
            read.confidence is Confidence.SURE,
            f"{wanted!r} / {found!s}",
        )
        for field, read, wanted, found in pairs
    ]


def _is_right(field: str, wanted: str, found: str) -> bool:
    if field == "issuer":  # the table gives the place only: "Tỉnh Bắc Ninh"
        return fold(wanted) in fold(found)
    if field == "number":
        return "".join(same(wanted).split()) == "".join(same(found).split())
    if field == "signer":
        return same(wanted) in [same(name) for name in found.split("; ")]
    return same(wanted) == same(found)
