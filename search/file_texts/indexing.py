"""After a file was read: every page that offers it is indexed anew, each in its transaction."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from search.file_texts.models import FileText
from search.index import index_page
from search.indexing.texts import searched_pages


def index_pages_of(text: FileText) -> int:
    """Index the published pages that offer the file; returns how many.

    Safe to repeat: whoever is killed in between leaves `is_indexed` unset.
    """
    offering = searched_pages().filter(file_uses__text=text).order_by("pk")
    ids = list(offering.values_list("pk", flat=True))
    for pk in ids:
        with transaction.atomic():
            page = searched_pages().filter(pk=pk).select_for_update().first()
            if page is not None:
                index_page(page.specific)
    # From now on it is found: saved searches ask for that moment.
    finished = {"is_indexed": True, "finished_at": timezone.now()}
    FileText.objects.filter(pk=text.pk).update(**finished, lease=None, leased_until=None)
    text.is_indexed = True
    return len(ids)
