"""`manage.py intake`: folders of files, or a list with its files, become drafts."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from tqdm import tqdm

from accounts.models import User
from regulations.intake.folders import Item, items_of_paths, items_of_rows
from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.intake.report import NO_LIST, Listed, report_at, state_words
from regulations.intake.run import Run
from regulations.intake.sheet import sheet_at, sheet_template
from regulations.intake.targets import check_right, find_parent, type_below
from regulations.intake.wording import refusal_sentence, unknown_columns_sentence

CANNOT_WRITE = gettext_noop(
    "Broken off, the portal could not write: %(said)s. What was done stays; see to it, then run "
    "the same command to go on."
)
REPORT_HELP = (
    "CSV file, a row for each file; the addresses of the drafts in it begin with PORTAL_ADDRESS"
)
SOME_BAD, WRONG_ARGUMENTS, INTERRUPTED = 1, 2, 130


class Command(BaseCommand):
    """Safe to stop and to repeat: the ledger knows by content what was done.

    Exit codes: 0 every file has its draft, 1 some have not (see the report), 2 wrong arguments,
    130 ended by Ctrl-C.
    """

    help = "Makes drafts of files: manage.py intake FOLDER --parent ke-hoach --report report.csv"

    def add_arguments(self, parser: CommandParser) -> None:
        """Paths and options; the help is for administrators, in English as Django's own."""
        parser.add_argument("paths", nargs="*", help="files and folders, searched to the bottom")
        parser.add_argument("--parent", default="", help="id, slug or path of the list page")
        parser.add_argument("--type", default="", help="page type: regulation, plan, decision")
        parser.add_argument("--user", default="", help="account whose drafts they become")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--report", type=Path, help=REPORT_HELP)
        parser.add_argument("--jobs", type=_jobs, default=_cores(), help="files read at once")
        parser.add_argument("--sheet", type=Path, help="XLSX list of files with what is known")
        parser.add_argument("--files", type=Path, help="folder of the files that the list names")
        parser.add_argument("--template", type=Path, help="write an empty list there, and end")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["template"]:
                self._write_template(options["template"])
                return
            items, listed = _items(options)
            run = _run(options)
            if listed.unknown:
                self.stdout.write(unknown_columns_sentence(listed.unknown))
            counts = self._work(run, items, options["report"], listed)
        except RefusedError as refused:
            sentence = refusal_sentence(refused.code, refused.data)
            raise CommandError(sentence, returncode=WRONG_ARGUMENTS) from refused
        except (OSError, OperationalError) as error:
            # No room on the disk, or the database has gone: no matter of one file.
            said = " ".join(str(error).split())
            raise CommandError(_(CANNOT_WRITE) % {"said": said}) from error
        self._say(counts, options["report"])
        if counts["interrupted"]:
            sys.exit(INTERRUPTED)
        if counts["bad"]:
            sys.exit(SOME_BAD)

    def _work(self, run: Run, items: list[Item], path: Path | None, listed: Listed) -> Counter[str]:
        counts: Counter[str] = Counter()
        outcomes = run.work_through(items)
        with report_at(path, is_dry=run.is_dry, listed=listed) as write:
            try:
                for outcome in tqdm(outcomes, total=len(items), desc=_("Files"), disable=None):
                    write(outcome)
                    counts["bad"] += outcome.is_bad
                    words = _("Not followed")
                    if outcome.row is not None:
                        words = state_words(outcome, is_dry=run.is_dry)
                    counts[words] += 1
            except KeyboardInterrupt:
                counts["interrupted"] = 1
            finally:
                outcomes.close()
        return counts

    def _say(self, counts: Counter[str], report: Path | None) -> None:
        if counts["interrupted"]:
            self.stdout.write(_("Stopped. What was done stays; run the same command to go on."))
        for words, count in counts.items():
            if words not in {"bad", "interrupted"}:
                files = ngettext("%(count)s file", "%(count)s files", count) % {"count": count}
                self.stdout.write(f"{words}: {files}")
        if report:
            self.stdout.write(_("Report: %(path)s") % {"path": report})

    def _write_template(self, path: Path) -> None:
        try:
            path.write_bytes(sheet_template())
        except OSError as error:
            raise RefusedError(RefusalCode.REPORT_UNWRITABLE, path=str(path)) from error
        self.stdout.write(str(path))


def _items(options: dict[str, Any]) -> tuple[list[Item], Listed]:
    """The files, and the list of the office that names them."""
    paths, sheet, folder = options["paths"], options["sheet"], options["files"]
    if sheet is None and not paths:
        raise RefusedError(RefusalCode.NOTHING_TO_DO)
    if sheet is None:
        return items_of_paths(paths), NO_LIST
    if paths:
        raise RefusedError(RefusalCode.SHEET_ALONE)
    if folder is None:
        raise RefusedError(RefusalCode.NO_FOLDER_FOR_SHEET)
    found = sheet_at(sheet)
    return items_of_rows(found.rows, folder), Listed(sheet.name, found.unknown)


def _run(options: dict[str, Any]) -> Run:
    parent = find_parent(options["parent"], options["type"])
    model = type_below(parent, options["type"])
    user = _user(options["user"])
    check_right(user, parent)
    return Run(parent, model, user, options["jobs"], options["dry_run"])


def _user(name: str) -> User | None:
    if not name:
        return None
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise RefusedError(RefusalCode.NO_USER, wanted=name)
    return user


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise ArgumentTypeError(_("“%(said)s”: write a number from 1 to 64") % {"said": text})
    return int(text)
