"""`manage.py reindex`: make the search index anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.file_texts.catching_up import note_files_of, pages_without_files
from search.indexing.rebuilding import pages_left, rebuild
from search.similar.keeping import keep_all


class Command(BaseCommand):
    """Beside the index that answers, then in its place; a run that was killed is taken up."""

    help = "Makes the search index of every published page anew; searches go on meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        note_files_of(pages_without_files())
        with tqdm(total=pages_left(), desc=_("Pages")) as bar:
            count = rebuild(bar.update)
        keep_all()
        self.stdout.write(_("%(count)d passages are in the index.") % {"count": count})
