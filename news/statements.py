"""A story as schema.org's NewsArticle."""

from __future__ import annotations

from typing import Any

from pages.share_picture import picture_shared_of
from pages.structured_data.statements import (
    known,
    moment_of,
    page_named,
    picture_of,
    publisher_of,
)

# How the printed author begins where no person but a body wrote the story.
BODIES = (
    "ban",
    "bộ",
    "câu lạc bộ",
    "công đoàn",
    "đoàn thanh niên",
    "đoàn trường",
    "hội",
    "nhóm",
    "phòng",
    "sở",
    "tổ",
    "trường",
)


def news_article(page: Any, context: Any) -> dict[str, Any]:
    """The story of a `NewsPage`.

    context: `honorees` and `tags` that the page shows, `portal_settings` and `logo`.
    """
    about = [_honoured(honoree) for honoree in context["honorees"]]
    publisher = publisher_of(context)
    return known(
        type="NewsArticle",
        url=page.full_url,
        mainEntityOfPage=page.full_url,
        headline=page.marked_title,
        description=page.lead,
        articleSection=str(page.get_category_display()),
        keywords=[tag.name for tag in context["tags"]],
        inLanguage="vi",
        datePublished=page.published_on.isoformat(),
        dateModified=moment_of(page.last_published_at),
        image=picture_of(picture_shared_of(page)),
        author=_author(page.author) or publisher,
        publisher=publisher,
        about=about,
    )


def _author(printed: str) -> dict[str, Any]:
    if not printed:
        return {}
    is_body = f"{printed.lower()} ".startswith(tuple(f"{name} " for name in BODIES))
    return known(type="Organization" if is_body else "Person", name=printed)


def _honoured(honoree: Any) -> dict[str, Any]:
    is_person = honoree.kind == honoree.Kind.PERSON
    return page_named(honoree, "Person" if is_person else "Organization")
