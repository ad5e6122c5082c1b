"""The text of a document as HTML.

Written out here and not by a template, see `written_html`; every word goes through `escape`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from regulations.quotes import Quotes
from regulations.reading import Passage, Run
from regulations.written_html import written_html

LONGEST_ENTRY = 110
_POINTS = frozenset({"point", "letter"})


class Markup:
    """Writes passages; what is the same for all of them is made once."""

    def __init__(self, quotes: dict[str, Quotes], *, is_sheet: bool = False) -> None:
        self.quotes = quotes
        self.is_sheet = is_sheet
        self.cite = escape(_("Cite"))
        self.link = escape(_("The link to"))
        self.icon = (
            '<svg class="tk-icon" width="20" height="20" aria-hidden="true">'
            f'<use href="{escape(static("img/icons.svg"))}#link"></use></svg>'
        )

    def passage(self, item: Passage, notes: str = "") -> SafeString:
        """A passage with its own paragraphs; `notes`: HTML that stands below its first line."""
        return written_html(*self._parts(item, notes))

    def _parts(self, item: Passage, notes: str) -> Iterator[str]:
        quotes = self.quotes.get(item.anchor) if item.anchor else None
        if item.rank:
            yield self._heading(item, quotes)
        elif item.anchor:
            yield self._line(item)
            yield self._quotes(quotes) if quotes else ""
        yield notes
        if item.rank or not item.anchor or len(item.paragraphs) > 1 or item.heading:
            yield from _paragraphs(item)

    def _heading(self, item: Passage, quotes: Quotes | None) -> str:
        words = runs_html(item.heading_runs)
        label = escape(item.printed_label)
        anchor = escape(item.anchor)
        link = f'<a class="tk-anchor" href="#{anchor}" aria-label="{self.link} {label}">'
        tools = f"{link}{self.icon}</a>{self._quotes(quotes)}" if quotes else ""
        if item.rank == 2:
            head = f"{label} {words}" if self.is_sheet else f"<span>{label}</span>{words}"
            kind = "" if self.is_sheet else ' class="tk-law__chapter"'
            return f'<div class="tk-head" id="{anchor}"><h2{kind}>{head}</h2>{tools}</div>'
        return f'<div class="tk-provision" id="{anchor}"><h3>{label} {words}</h3>{tools}</div>'

    def _line(self, item: Passage) -> str:
        words = runs_html(item.heading_runs)
        if not item.heading and item.paragraphs:
            words += runs_html(item.paragraphs[0])
        kind = "tk-clause tk-point" if item.kind in _POINTS else "tk-clause"
        label = escape(item.printed_label)
        return f'<p class="{kind}" id="{escape(item.anchor)}">{label} {words}</p>'

    def _quotes(self, quotes: Quotes | None) -> str:
        """The citations, folded away; text that can be selected where no script runs."""
        if quotes is None:
            return ""
        lines = "".join(
            f'<li data-of="{escape(anchor)}">{escape(words)}</li>' for anchor, words in quotes.lines
        )
        return (
            f'<details class="tk-citing"><summary>{self.cite}<span class="tk-hidden"> '
            f"{escape(quotes.words)}</span></summary><ul>{lines}</ul>{_steps(quotes)}</details>"
        )


def contents_html(entries: Iterable[tuple[Passage, str]]) -> SafeString:
    """A list of links to passages, each with HTML that says what happened to it, often none."""
    return written_html("<ol>", *(_entry(item, flag) for item, flag in entries), "</ol>")


def _entry(item: Passage, flag: str) -> str:
    heading = item.heading
    if len(heading) > LONGEST_ENTRY:
        heading = f"{heading[: LONGEST_ENTRY - 1].rstrip()}…"
    kind = "chapter" if item.rank == 2 else "inner"
    words = escape(f"{item.printed_label} {heading}", quote=False)
    return f'<li><a class="tk-toc__{kind}" href="#{escape(item.anchor)}">{words}{flag}</a></li>'


def runs_html(runs: Sequence[Run]) -> str:
    """Stretches of text with their links."""
    return _run(runs[0]) if len(runs) == 1 else "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if run.url:
        title = escape(run.title)
        return f'<a class="tk-cite" href="{escape(run.url)}" title="{title}">{text}</a>'
    return f'<span class="tk-cite--missing">{text}</span>' if run.missing else text


def _paragraphs(item: Passage) -> Iterator[str]:
    """Its own words, but for a first line that its label already opened.

    As Decree 30/2020 prints them: legal bases in italics, the verb of a decision in the middle.
    """
    is_opened = bool(item.anchor) and not item.rank and not item.heading
    for paragraph in item.paragraphs[1:] if is_opened else item.paragraphs:
        first = paragraph[0].text
        kind = ""
        if item.kind in _POINTS:
            kind = ' class="tk-point"'
        elif first.startswith("Căn cứ") and not item.rank:
            kind = ' class="tk-official__basis"'
        elif first == "QUYẾT ĐỊNH:":
            kind = ' class="tk-official__verb"'
        yield f"<p{kind}>{runs_html(paragraph)}</p>"


def _steps(quotes: Quotes) -> str:
    """Links to the articles before and after."""
    before, after = quotes.before, quotes.after
    links = ""
    if before:
        links += f'<a href="#{escape(before[0])}">← {escape(before[1])}</a>'
    if after:
        links += f'<a href="#{escape(after[0])}">{escape(after[1])} →</a>'
    return f'<p class="tk-steps">{links}</p>' if links else ""
