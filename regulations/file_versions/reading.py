"""Old copies of files as staff find them, and where the address of a replaced file leads."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control

from accounts.audience import Audience, audiences_of
from pages.models import PortalDocument
from pages.moderation.files import may_open
from regulations.models import FileVersion


def old_copies(document: Any, user: Any) -> list[FileVersion]:
    """The files that went with `document` before, for staff; the last one first.

    Only those that were for an audience of `user`. No query for a text published but once.
    """
    audiences = audiences_of(user)
    was_changed = document.live and document.first_published_at != document.last_published_at
    if not was_changed or Audience.STAFF not in audiences:
        return []
    gone = FileVersion.objects.filter(page=document.pk, until__isnull=False)
    return list(gone.filter(audience__in=audiences).select_related("file"))


def may_open_copy(version: FileVersion, user: Any) -> bool:
    """Staff who may read the page and could read it when it had this file."""
    audiences = audiences_of(user)
    for_staff = Audience.STAFF in audiences and version.audience in audiences
    return for_staff and version.page.is_visible_to(user)


def lead_on(file: PortalDocument, request: HttpRequest) -> HttpResponse | None:
    """From the address of a replaced file to what took its place; None to go on as usual.

    For readers of the page; who works with files, or reads another page with it, gets it itself.
    """
    gone = FileVersion.objects.filter(file=file, until__isnull=False).select_related("page")
    version = gone.first()
    if version is None or may_open(file, request.user):
        return None
    if not version.page.is_visible_to(request.user):
        return None
    answer = redirect(_successor(version) or version.page.get_url(request))
    patch_cache_control(answer, no_cache=True)
    return answer


def _successor(version: FileVersion) -> str:
    """The file that stands in its place now; "" if there is none."""
    now = FileVersion.objects.filter(page=version.page_id, until=None, title=version.title)
    found = now.select_related("file").first()
    return str(found.file.url) if found else ""
