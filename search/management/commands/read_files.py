"""`manage.py read_files`: read the files that pages offer and that nobody has read yet."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from extraction.sandbox import ReaderPool
from regulations.intake.error_words import error_sentence
from search.file_texts.catching_up import note_files_of, published_pages
from search.file_texts.models import FileText
from search.file_texts.queue import read_next_file

State = FileText.State


class Command(BaseCommand):
    """Safe to stop and to repeat: what was read is not read again."""

    help = "Reads the files that published pages offer, so that the search finds their words."

    def add_arguments(self, parser: CommandParser) -> None:
        """Options; the help is for administrators, in English as Django's own."""
        parser.add_argument("--again", action="store_true", help="also those that failed before")

    def handle(self, *args: Any, **options: Any) -> None:
        self._note_offers()
        if options["again"]:
            failed = FileText.objects.filter(state=State.FAILED)
            failed.update(state=State.WAITING, attempts=0, error_code="", error_data={})
        states = self._read()
        self.stdout.write(
            _("Files read: %(read)d; not read: %(failed)d.")
            % {"read": states[State.READ], "failed": states[State.FAILED]}
        )

    def _note_offers(self) -> None:
        """Also of pages that were published before their files were listed."""
        pages = published_pages()
        with tqdm(total=pages.count(), desc=_("Pages"), disable=None) as bar:
            note_files_of(pages, bar.update)

    def _read(self) -> Counter[str]:
        states: Counter[str] = Counter()
        waiting = FileText.objects.waiting().count()
        with (
            ReaderPool(1) as readers,
            tqdm(total=waiting, desc=_("Files"), disable=None) as bar,
        ):
            while (row := read_next_file(readers.read)) is not None:
                states[row.state] += 1
                bar.update()
                if row.state == State.FAILED:
                    tqdm.write(f"{row.digest}: {error_sentence(row.error_code, row.error_data)}")
        return states
