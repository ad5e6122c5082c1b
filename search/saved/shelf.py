"""A reader's saved searches: kept, described, and what is new in each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import get_page_models

from organizations.models import Organization
from pages.querysets import visible_rule
from regulations.effect import EffectStatus
from regulations.models import DocumentType
from search.request import DAY, address, read_request
from search.results import NEWEST, SearchRequest
from search.saved.models import MOST, NewFind, SavedSearch

SHOWN = 5
# What was put away can be taken back for a day; a find that was seen is known for 90.
DAYS_PUT_AWAY, DAYS_KNOWN = 1, 90
LONGEST_NAME, LONGEST_QUERY = 120, 2000
MOST_FINDS = 500


class RefusedError(Exception):
    """A search that is not kept; its words say why and what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved search as its owner's list shows it.

    words: what is searched for; filters: in words; finds: the newest pages that came in and that
    the owner may see; more: how many others.
    """

    saved: SavedSearch
    words: str
    filters: list[str]
    finds: list[Any]
    more: int

    @property
    def count(self) -> int:
        """How many pages are new."""
        return len(self.finds) + self.more

    @property
    def alert_id(self) -> str:
        """What the field of its mails is called in the page."""
        return f"thu-{self.saved.pk}"


def asked_by(query: str) -> SearchRequest:
    """The question in an address without its "?"."""
    given = QueryDict(query)
    return read_request(given, day=_day(given.get(DAY, "")))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def keep(user: Any, name: str, query: str, alert: str) -> SavedSearch:
    """Put a search on the shelf of `user`; one that is there already gets the new name.

    query: as an address holds it; kept in its one normal form. Raises RefusedError.
    """
    asked = asked_by(query)
    normal = address(asked).lstrip("?")
    if normal == address(SearchRequest(with_expired=False)).lstrip("?"):
        raise RefusedError(_("There is nothing to save yet. Search for something first."))
    if len(normal) > LONGEST_QUERY:
        raise RefusedError(_("This search is too long to save. Use fewer words or filters."))
    mine = SavedSearch.objects.on_shelf().filter(user=user)
    same = mine.filter(query=normal).first()
    if same is None and mine.count() >= MOST:
        said = _("You have %(most)d saved searches, which is the most. Delete one first.")
        raise RefusedError(said % {"most": MOST})
    saved = same or SavedSearch(user=user, query=normal)
    rename(saved, name or asked.text or _("Without words"), alert)
    return saved


def rename(saved: SavedSearch, name: str, alert: str) -> None:
    """Give it a name and say how often to write; what lies there unread is no news by mail."""
    begins = alert in SavedSearch.Alert.values and bool(alert) and not saved.alert
    saved.name = " ".join(name.split())[:LONGEST_NAME] or saved.name
    saved.alert = alert if alert in SavedSearch.Alert.values else SavedSearch.Alert.NONE
    saved.save(update_fields=["name", "alert"] if saved.pk else None)
    if begins:
        saved.finds.update(mailed=True)


def see(saved: SavedSearch) -> None:
    """Its owner has seen what is new."""
    saved.finds.filter(is_seen=False).update(is_seen=True)
    saved.seen_at = timezone.now()
    saved.save(update_fields=["seen_at"])


def put_away(saved: SavedSearch) -> None:
    """Off the shelf; `take_back` within a day."""
    saved.put_away_at = timezone.now()
    saved.save(update_fields=["put_away_at"])


def take_back(saved: SavedSearch) -> None:
    """On the shelf again, unless the same search is there meanwhile: then that one stays."""
    same = SavedSearch.objects.on_shelf().filter(user=saved.user_id, query=saved.query)
    if not same.exclude(pk=saved.pk).exists():
        saved.put_away_at = None
        saved.save(update_fields=["put_away_at"])


def clear_away() -> int:
    """Delete what was put away, and finds that were seen long ago; returns how many rows."""
    now = timezone.now()
    away = SavedSearch.objects.filter(put_away_at__lt=now - dt.timedelta(days=DAYS_PUT_AWAY))
    old = NewFind.objects.filter(is_seen=True, found_at__lt=now - dt.timedelta(days=DAYS_KNOWN))
    return away.delete()[0] + old.delete()[0]


def shelf_of(user: Any) -> list[Kept]:
    """The saved searches of `user`, those with news first, in three queries."""
    kept = list(SavedSearch.objects.on_shelf().filter(user=user))
    finds = defaultdict(list)
    for find in unseen_by(user):
        finds[find.saved_id].append(find.page)
    requests = [asked_by(saved.query) for saved in kept]
    issuers = _issuers({issuer for asked in requests for issuer in asked.issuers})
    rows = [
        _kept(saved, asked, finds[saved.pk], issuers)
        for saved, asked in zip(kept, requests, strict=True)
    ]
    return sorted(rows, key=lambda row: not row.count)


def _kept(
    saved: SavedSearch, asked: SearchRequest, pages: list[Any], issuers: dict[str, str]
) -> Kept:
    shown = pages[:SHOWN]
    return Kept(saved, asked.text, list(_told(asked, issuers)), shown, len(pages) - len(shown))


def unseen_by(user: Any) -> Any:
    """The finds in saved searches of `user` that they may see and have not, the newest first."""
    unseen = NewFind.objects.filter(saved__user=user, saved__put_away_at=None, is_seen=False)
    seen_by = unseen.filter(visible_rule(user, "page"))
    return seen_by.select_related("page").order_by("-found_at", "-pk")[:MOST_FINDS]


def _issuers(keys: set[str]) -> dict[str, str]:
    if not keys:
        return {}
    rows = Organization.objects.filter(folded_name__in=keys).values_list("folded_name", "name")
    return dict(rows)


def _told(asked: SearchRequest, issuers: dict[str, str]) -> Iterator[str]:
    """The filters in words."""
    kinds = {model._meta.model_name: model._meta.verbose_name for model in get_page_models()}
    names: list[tuple[frozenset[str], dict[str, Any]]] = [
        (asked.kinds, kinds),
        (asked.types, dict(DocumentType.choices)),
        (asked.issuers, issuers),
        (asked.years, {}),
        (asked.effects, dict(EffectStatus.choices)),
    ]
    for values, labels in names:
        for value in sorted(values):
            label = str(labels.get(value, value))
            yield f"{label[:1].upper()}{label[1:]}"
    if asked.with_expired:
        yield _("Expired documents too")
    if asked.day:
        yield _("As of %(day)s") % {"day": f"{asked.day:%d/%m/%Y}"}
    if asked.order == NEWEST:
        yield _("Newest first")
