"""The versions of documents that a reader may put side by side, and how addresses name them.

A version is the live text of a page, one of its texts that were live before, or - for those who
may edit it - a draft. What a reader may not see looks like what does not exist.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry, Revision

from accounts.audience import Audience, audiences_of
from pages.menu import page_at
from pages.models import PortalPage
from regulations.compare.items import Item, items_of
from regulations.derive import derive
from regulations.models import OfficialDocument
from vietnamese import fold_number

LONGEST_REFERENCE = 500
_REVISION = re.compile(r"ban-(\d{1,9})")
_PAGE = re.compile(r"\d{1,9}")
PUBLISH = "wagtail.publish"


class VersionError(Exception):
    """Nothing, or too much, goes by that name. `sentence` is for the reader."""

    def __init__(self, sentence: Any, choices: tuple[PortalPage, ...] = ()) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.choices = choices


NOT_HERE = _(
    "There is no such document here for you. Check the number, or sign in if you are staff."
)
NO_DOCUMENT = _("This address is not that of an official document.")
SEVERAL = _("Several documents have this number. Choose the one you mean.")


@dataclass(frozen=True, slots=True)
class Version:
    """A text to compare. page: the live page, or the page as the revision holds it.

    reference: how addresses name it ("12" or "ban-34"); on: when it was published or, for a
    draft, last saved; state: "live", "earlier" or "draft".
    """

    page: Any
    reference: str
    state: str
    on: dt.datetime | None

    @property
    def items(self) -> list[Item]:
        """What is compared: the stored rows of a live text, any other derived on the spot."""
        rows = list(self.page.provisions.all()) if self.state == "live" else []
        return items_of(rows or derive(self.page).provisions, words_of_blocks(self.page))


def words_of_blocks(page: Any) -> Mapping[str, str]:
    """The words of the tables and figures of `page` by the id of their block, a row a line."""
    return {
        str(block.id): _table_words(block.value)
        if block.block_type == "table"
        else str(block.value.get("caption") or "")
        for block in page.body
        if block.block_type != "legal_text"
    }


def _table_words(table: Any) -> str:
    rows = [[column["heading"] for column in table.columns]]
    rows += [[str(cell.value) for cell in row] for row in table.rows]
    lines = [str(table.caption or ""), *(" | ".join(row) for row in rows)]
    return "\n".join(line for line in lines if line.strip(" |"))


def find_version(reference: str, request: HttpRequest) -> Version:
    """The version that `reference` names: page number, "ban-" and revision, address, or number.

    Raises VersionError when the reader sees none, or several documents with this number.
    """
    # PostgreSQL takes no NUL.
    reference = reference.replace("\x00", " ").strip()[:LONGEST_REFERENCE]
    revision = _REVISION.fullmatch(reference)
    if revision:
        return _of_revision(int(revision[1]), request)
    return _live(_page_of(reference, request))


def _page_of(reference: str, request: HttpRequest) -> PortalPage:
    if _PAGE.fullmatch(reference):
        found = PortalPage.objects.visible_to(request.user).filter(pk=int(reference)).first()
    elif reference.startswith(("/", "http:", "https:")):
        found = _at_address(reference, request)
    else:
        found = _with_number(reference, request)
    if found is None:
        raise VersionError(NOT_HERE)
    return found


def _at_address(reference: str, request: HttpRequest) -> PortalPage | None:
    try:
        path = urlsplit(reference).path
    except ValueError:
        return None
    route = page_at(request, path)
    page = route[0] if route else None
    return page if page is not None and page.is_visible_to(request.user) else None


def _with_number(reference: str, request: HttpRequest) -> PortalPage | None:
    key = fold_number(reference[:80])
    if not key:
        return None
    visible = PortalPage.objects.visible_to(request.user).filter(record__number_key=key)
    found = tuple(visible.select_related("record").order_by("-record__issued_on")[:20])
    if len(found) > 1:
        raise VersionError(SEVERAL, found)
    return found[0] if found else None


def _live(page: PortalPage) -> Version:
    document = page.specific
    if not isinstance(document, OfficialDocument):
        raise VersionError(NO_DOCUMENT)
    return Version(document, str(page.pk), "live", document.last_published_at)


def _of_revision(pk: int, request: HttpRequest) -> Version:
    kind = ContentType.objects.get_for_model(PortalPage)
    revision = Revision.objects.filter(pk=pk, base_content_type=kind).first()
    page = revision and PortalPage.objects.filter(pk=int(revision.object_id)).first()
    if not page:
        raise VersionError(NOT_HERE)
    published = published_on(page)
    is_seen = page.is_visible_to(request.user) and pk in published
    is_live = page.is_published and page.live_revision_id == pk
    is_seen = is_seen and (is_live or _may_read_earlier(request.user, revision.content))
    if not is_seen and not page.permissions_for_user(request.user).can_edit():
        raise VersionError(NOT_HERE)
    if is_live:
        return _live(page)
    document = revision.as_object()
    if not isinstance(document, OfficialDocument):
        raise VersionError(NO_DOCUMENT)
    on = published.get(pk)
    state = "earlier" if on else "draft"
    return Version(document, f"ban-{pk}", state, on or revision.created_at)


def _may_read_earlier(user: Any, content: dict[str, Any]) -> bool:
    """Earlier texts are for staff, as old files are: one may have been withdrawn for a person's
    sake. Beyond that, whoever it was for then."""
    audiences = audiences_of(user)
    return Audience.STAFF in audiences and content.get("audience") in audiences


def published_on(page: PortalPage) -> dict[int, dt.datetime]:
    """The revisions of `page` that were live, with the moment each came out, newest first."""
    entries = PageLogEntry.objects.filter(page=page.pk, action=PUBLISH, revision__isnull=False)
    return dict(entries.order_by("timestamp").values_list("revision_id", "timestamp")[::-1])


@dataclass(frozen=True, slots=True)
class Offer:
    """A version to choose. title: "" for another version of the same document."""

    reference: str
    state: str
    on: dt.datetime | None = None
    title: str = ""
    sentence: str = ""


def other_versions(version: Version, request: HttpRequest) -> list[Offer]:
    """The other texts of the same document that the reader may see, newest first."""
    page = PortalPage.objects.get(pk=version.page.pk)
    may_edit = page.permissions_for_user(request.user).can_edit()
    offers = []
    if page.is_visible_to(request.user):
        offers.append(Offer(str(page.pk), "live", page.last_published_at))
        published = published_on(page)
        revisions = Revision.objects.filter(pk__in=published).values("pk", "content__audience")
        seen = {
            row["pk"]
            for row in revisions
            if _may_read_earlier(request.user, {"audience": row["content__audience"]})
        }
        offers += [
            Offer(f"ban-{pk}", "earlier", on)
            for pk, on in published.items()
            if pk != page.live_revision_id and (pk in seen or may_edit)
        ]
    draft = page.latest_revision_id
    if may_edit and draft and (draft != page.live_revision_id or not page.live):
        offers.insert(0, Offer(f"ban-{draft}", "draft", page.latest_revision_created_at))
    return [offer for offer in offers if offer.reference != version.reference]
