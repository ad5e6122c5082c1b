"""A site in which every page carries words of its own, and every public page points at the others.

Each page has a word in its title, one in its address, one in its text and one in its awards. A
response that holds a word of a page hidden from the reader has betrayed that page.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.audience import Audience
from campaigns.models import CampaignIndexPage, Milestone, PlanIndexPage
from home.models import StaffDeskPage
from honors.models import DecisionIndexPage, HonoreeIndexPage
from news.models import NewsIndexPage
from pages.models import PortalDocument, PortalImage
from regulations.models import RegulationIndexPage, Relation
from search.index import index_again
from tests import builders

EVERYONE = frozenset({"anonymous", "staff", "council", "editor", "reviewer", "approver", "admin"})
SIGNED_IN = EVERYONE - {"anonymous"}
COUNCIL = frozenset({"council", "reviewer", "approver", "admin"})
# Signers open the files of what is handed in; no draft here is.
FILE_WORKERS = frozenset({"editor", "admin"})
GROUPS = {
    "staff": ("Staff",),
    "council": ("Council", "Staff"),
    "editor": ("Editors", "Staff"),
    "reviewer": ("Reviewers", "Staff"),
    "approver": ("Approvers", "Staff"),
    "admin": (),
}
READERS = {
    "public": EVERYONE,
    "changed": EVERYONE,
    "staff": SIGNED_IN,
    "council": COUNCIL,
    "draft": frozenset(),
    "unpublished": frozenset(),
    "scheduled": frozenset(),
    "expired": frozenset(),
    # What a newer draft of the "changed" page says.
    "pending": frozenset(),
}
STATES = [state for state in READERS if state != "pending"]
KINDS: dict[str, Callable[..., Any]] = {
    "news": builders.make_news,
    "honoree": builders.make_honoree,
    "campaign": builders.make_campaign,
    "decision": builders.make_decision,
    "plan": builders.make_plan,
    "regulation": builders.make_regulation,
}
INDEXES = {
    "news": NewsIndexPage,
    "honoree": HonoreeIndexPage,
    "campaign": CampaignIndexPage,
    "decision": DecisionIndexPage,
    "plan": PlanIndexPage,
    "regulation": RegulationIndexPage,
}
IN_EVERY_TITLE, IN_EVERY_TEXT = "zqtenchungw", "zqvanchungw"
EXPIRED_ON = dt.date(2025, 1, 1)
PARTS = ("title", "slug", "text", "award")
# Beside the word that every text has: a word one slip away from it, and a syllable, with what
# somebody types for it whose keyboard knows no Vietnamese. A search that corrects slips or decodes
# Telex must not take them for words of a reader who may see no such text.
SLIPS = {state: f"zqvanchung{letter}" for state, letter in zip(READERS, "abcdefghi", strict=True)}
SPOKEN = {
    "public": ("khuây", "khuaay"),
    "changed": ("khuấy", "khuaays"),
    "staff": ("xuyến", "xuyeens"),
    "council": ("quyến", "quyeens"),
    "draft": ("nhuyễn", "nhuyeenx"),
    "unpublished": ("thuyên", "thuyeen"),
    "scheduled": ("chuyền", "chuyeenf"),
    "expired": ("nguyền", "nguyeenf"),
    "pending": ("truyện", "truyeenj"),
}


def word(kind: str, state: str, part: str) -> str:
    """A word that stands nowhere else."""
    return f"zq{part}{kind}{state}w"


def hidden_from(role: str) -> Iterator[tuple[str, str]]:
    """(kind, state) of what `role` must not learn of."""
    return ((kind, state) for kind in KINDS for state in READERS if role not in READERS[state])


def hidden_words(role: str) -> frozenset[str]:
    """The words that no response to `role` may hold: titles, addresses, texts and awards."""
    return frozenset(word(*what, part) for what in hidden_from(role) for part in PARTS)


@dataclass
class CanarySite:
    """Pages by (kind, state), files by state, users by role."""

    pages: dict[tuple[str, str], Any] = field(default_factory=dict)
    files: dict[str, PortalDocument] = field(default_factory=dict)
    users: dict[str, Any] = field(default_factory=dict)


def build() -> CanarySite:
    """Make everything."""
    site = CanarySite()
    for model in (StaffDeskPage, *INDEXES.values()):
        builders.make_index(model)
    for number, (state, kind) in enumerate(itertools.product(STATES, KINDS)):
        site.pages[kind, state] = make_page(site, kind, state, number)
    point_at_everything(site)
    for role, groups in GROUPS.items():
        site.users[role] = builders.make_user(
            f"ma-tran-{role}", *groups, is_superuser=role == "admin", is_staff=role == "admin"
        )
    return site


def make_page(site: CanarySite, kind: str, state: str, number: int) -> Any:
    """A page of this kind in this state."""
    title, slug, text = (word(kind, state, part) for part in ("title", "slug", "text"))
    spoken = f"{IN_EVERY_TEXT} {text} {SLIPS[state]} {SPOKEN[state][0]}"
    fields = fields_of(site, kind, state, spoken)
    if kind in {"decision", "plan", "regulation"}:
        fields |= {"number": f"{9100 + number}/KH-SGDDT", "issued_on": dt.date(1980 + number, 3, 1)}
        fields["acknowledge_by"] = dt.date(2026, 12, 1)
    live = state not in {"draft", "scheduled"}
    page = KINDS[kind](f"{IN_EVERY_TITLE} {title}", live=live, **fields)
    page.slug = slug
    page.save()
    page.save_revision()
    bring_to_state(page, kind, state)
    return page


def fields_of(site: CanarySite, kind: str, state: str, text: str) -> dict[str, Any]:
    """The fields that carry the page's text."""
    audience = Audience(state) if state in Audience.values else Audience.PUBLIC
    if kind == "news":
        site.files[state] = make_file(state)
        body = [("document", site.files[state])]
        return {"audience": audience, "lead": text, "cover": make_picture(state), "body": body}
    if kind in {"honoree", "campaign"}:
        series = {"series": "Hoa sen"} if kind == "campaign" else {}
        return {"audience": audience, "summary": text, **series}
    fields = {"audience": audience, "abstract": text, "text": f"Điều 1. Mở đầu\n{text}"}
    # Regulations here have expired, so that a search leaves them out and counts them.
    return fields | ({"expires_on": EXPIRED_ON} if kind == "regulation" else {})


def bring_to_state(page: Any, kind: str, state: str) -> None:
    """From published (or drafted) to the state."""
    soon = timezone.now() + dt.timedelta(days=2)
    if state == "unpublished":
        page.unpublish()
    elif state == "scheduled":
        page.go_live_at = soon
        page.save_revision().publish(skip_permission_checks=True)
    elif state == "expired":
        page.expire_at = timezone.now() - dt.timedelta(minutes=1)
        page.save()
    elif state == "changed":
        newer = type(page).objects.get(pk=page.pk)
        newer.title = newer.draft_title = f"{word(kind, 'pending', 'title')}"
        newer.slug = word(kind, "pending", "slug")
        newer.seo_title = word(kind, "pending", "text")
        newer.save_revision()


def make_file(state: str) -> PortalDocument:
    """A file that only the news page of this state uses."""
    text = word("news", state, "text")
    content = ContentFile(text.encode(), name=f"{word('news', state, 'slug')}.txt")
    return PortalDocument.objects.create(title=text, file=content)


def make_picture(state: str) -> PortalImage:
    """A picture that only the news page of this state shows."""
    text = word("news", state, "text")
    name = f"{word('news', state, 'slug')}.png"
    return builders.make_picture(text, name=name, description=text, credit=text)


def point_at_everything(site: CanarySite) -> None:
    """Public pages that name the others, and others that name public pages."""
    everything = list(site.pages.values())
    links = [f'<a linktype="page" id="{page.pk}">xem</a>' for page in everything]
    honorees = [page for (kind, _), page in site.pages.items() if kind == "honoree"]
    builders.make_news(
        "Tin nối mọi trang",
        body=[*(("page", page) for page in everything), ("paragraph", f"<p>{' '.join(links)}</p>")],
        honorees=honorees,
    )
    cited = [page.number for (kind, _), page in site.pages.items() if kind in {"plan", "decision"}]
    lines = [f"Căn cứ Kế hoạch số {number} của Sở Giáo dục và Đào tạo;" for number in cited]
    citing = builders.make_regulation(
        "Văn bản viện dẫn", audience=Audience.PUBLIC, text="\n".join([*lines, "Điều 1. Như trên"])
    )
    for state in STATES:
        point_at_state(site, state, citing)
    # Awarded lists are written with their decision; these came after it.
    index_again([site.pages["decision", state].pk for state in STATES])
    home = builders.make_home()
    home.lead_story = site.pages["news", "council"]
    home.save()


def point_at_state(site: CanarySite, state: str, citing: Any) -> None:
    """The relations of one state, in both directions."""
    pages, text = site.pages, word("decision", state, "text")
    given = word("decision", state, "award")
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    builders.make_news(
        f"Tin nối {STATES.index(state)}", campaign=pages["campaign", state], honorees=[]
    )
    builders.make_campaign(
        f"Phong trào nối {STATES.index(state)}", plan=pages["plan", state], series="Hoa sen"
    )
    kind = builders.make_award_type(text, code=text)
    for honoree in (pages["honoree", state], pages["honoree", "public"]):
        builders.make_award(
            pages["decision", state],
            f"Người nhận {given}",
            reason=given,
            award_type=kind,
            honoree=honoree,
            campaign=pages["campaign", "public"],
        )
    builders.make_award(pages["decision", "public"], "Ai đó", honoree=pages["honoree", state])
    Milestone.objects.create(
        campaign=pages["campaign", state], day=tomorrow, title=word("campaign", state, "text")
    )
    Relation.objects.create(
        source=pages["regulation", state],
        target=citing,
        kind=Relation.Kind.GUIDES,
        takes_effect_on=dt.date(2020, 1, 1),
    )
    pages["news", state].tags.add(word("news", state, "text"))
    pages["news", state].save()
