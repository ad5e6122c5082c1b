"""Which file went with a document from when until when: written when it is published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from pages.models import PortalDocument
from regulations.compare.versions import published_on
from regulations.models import FileVersion


@dataclass(frozen=True, slots=True)
class _State:
    """What a published text had: `files` by number of the file, each with the annex's title."""

    moment: dt.datetime
    audience: str
    files: dict[int, str]


def note_files(page: Any) -> None:
    """`page_published`: what is gone is closed, what is new begins.

    For a document that was published before this ledger began, its revisions are read first.
    """
    if not FileVersion.objects.filter(page=page.pk).exists():
        for state in _past(page):
            _note(page.pk, state)
    moment = page.last_published_at or timezone.now()
    _note(page.pk, _State(moment, page.audience, _files(page)))


def keeps_file(thing: Any) -> bool:
    """Whether the bytes of this file must stay: it went with a published document once."""
    return isinstance(thing, PortalDocument) and FileVersion.objects.filter(file=thing).exists()


def _files(page: Any) -> dict[int, str]:
    annexes = {annex.file_id: annex.title for annex in page.annexes.all()}
    return {**annexes, page.original_id: ""} if page.original_id else annexes


def _note(page_id: int, state: _State) -> None:
    wanted = dict(state.files)
    for version in FileVersion.objects.filter(page=page_id, until=None):
        title = wanted.pop(version.file_id, None)
        if title is None:
            version.until = state.moment
        else:
            version.title, version.audience = title, state.audience
        version.save()
    FileVersion.objects.bulk_create(
        FileVersion(
            page_id=page_id,
            file_id=file_id,
            title=title,
            audience=state.audience,
            since=state.moment,
        )
        for file_id, title in wanted.items()
    )


def _past(page: Any) -> Iterator[_State]:
    """The earlier published texts, oldest first, with those of their files that still exist."""
    published = {pk: on for pk, on in published_on(page).items() if pk != page.live_revision_id}
    revisions = Revision.objects.in_bulk(published)
    here = set(PortalDocument.objects.values_list("pk", flat=True)) if revisions else set()
    for pk, on in sorted(published.items(), key=lambda item: item[1]):
        content = revisions[pk].content if pk in revisions else {}
        annexes = content.get("annexes", [])
        files = {annex.get("file"): annex.get("title", "") for annex in annexes}
        files[content.get("original")] = ""
        kept = {file: title for file, title in files.items() if file in here}
        yield _State(on, content.get("audience", page.audience), kept)
