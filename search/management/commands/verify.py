"""`manage.py verify`: does the search index say what the pages say?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.indexing.verifying import Report, compare, mend, pages_to_compare

MOST_NAMED = 10


class Command(BaseCommand):
    """Every live page against its rows, every row against its page, and all counts.

    Also the signatures by which pages alike are found, and the lists of the files of pages.
    """

    help = "Compares the search index with the pages; exit code 1 while they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="make right what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        report = self._compared()
        if not report.agrees and options["mend"]:
            report = self._mended(report)
        if not report.agrees:
            raise CommandError(
                _("The index and the pages differ. Run: manage.py verify --mend"), returncode=1
            )
        self.stdout.write(
            _("The index and the pages agree: %(pages)d pages, %(passages)d passages.")
            % {"pages": report.pages, "passages": report.passages}
        )

    def _compared(self) -> Report:
        with tqdm(total=pages_to_compare(), desc=_("Pages")) as bar:
            report = compare(bar.update)
        for line in lines_of(report):
            self.stdout.write(line)
        return report

    def _mended(self, report: Report) -> Report:
        """What still differs after mending; counts are told only where the pages agree."""
        for _round in range(2):
            mend(report)
            report = self._compared()
            if report.agrees:
                self.stdout.write(_("All that differed is mended."))
                break
        return report


def lines_of(report: Report) -> list[str]:
    """What a report says, a line for each kind of difference."""
    named = {
        _("Pages that the index lacks: %(ids)s"): report.missing,
        _("Pages that the index has otherwise: %(ids)s"): report.different,
        _("Pages that are no longer published, but still in the index: %(ids)s"): report.left_over,
        _("Pages that others are compared with by other words: %(ids)s"): report.alike,
        _("Pages whose files are listed otherwise: %(ids)s"): report.files,
    }
    lines = [line % {"ids": _some(ids)} for line, ids in named.items() if ids]
    tables = {
        "index": _("index of the words"),
        "words": _("words of passages"),
        "vocabulary": _("vocabulary"),
        "suggestions": _("suggestions"),
        "totals": _("totals"),
    }
    if report.counts:
        names = ", ".join(tables[name] for name in report.counts)
        lines.append(_("Counts that are wrong: %(names)s") % {"names": names})
    return lines


def _some(ids: list[int]) -> str:
    shown = ", ".join(map(str, ids[:MOST_NAMED]))
    rest = len(ids) - MOST_NAMED
    return _("%(ids)s and %(count)d more") % {"ids": shown, "count": rest} if rest > 0 else shown
