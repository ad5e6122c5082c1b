"""The outline of statutes: every chapter, article and clause once and in order."""

from __future__ import annotations

import re
from pathlib import Path

from extraction import DocumentDraft, NodeKind, ReadError, read_document

_KINDS = (NodeKind.CHAPTER, NodeKind.ARTICLE, NodeKind.CLAUSE, NodeKind.POINT)
_PRINTED = re.compile(r"^Điều (\d+)\. ([^\n]+?)\s*$", re.MULTILINE)


def print_statutes(folder: Path) -> None:
    """Prints a line for each statute below `folder`."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in {".txt", ".md", ".docx", ".doc"}:
            continue
        try:
            draft = read_document(path)
        except ReadError as error:
            print(f"{path.name}: {error.code}")
            continue
        print(f"{path.name}: {_figures(draft)}")
        for problem in draft.outline.problems:
            print(f"    {problem.code.value}, line {problem.line}: {dict(problem.data)}")


def _figures(draft: DocumentDraft) -> str:
    main = [
        node for top in draft.outline.nodes if top.kind is not NodeKind.ANNEX for node in top.walk()
    ]
    counts = [(kind, sum(node.kind is kind for node in main)) for kind in _KINDS]
    articles = [node for node in main if node.kind is NodeKind.ARTICLE]
    numbers = [node.number for node in articles]
    in_order = numbers == [str(place) for place in range(1, len(numbers) + 1)]
    body = draft.text[: draft.outline.foot.start if draft.outline.foot else None]
    printed = {number: " ".join(words.split()) for number, words in _PRINTED.findall(body)}
    headed = sum(printed.get(node.number, "") == node.heading for node in articles)
    figures = ", ".join(f"{count} {kind.value}s" for kind, count in counts)
    order = "each once, in order" if in_order else "NOT in order"
    return f"{figures}; articles {order}; {headed} headings are the printed line"
