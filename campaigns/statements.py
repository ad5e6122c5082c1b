"""A campaign as schema.org's Event."""

from __future__ import annotations

from typing import Any

from pages.share_picture import picture_shared_of
from pages.structured_data.statements import known, picture_of


def event(page: Any, context: Any) -> dict[str, Any]:
    """The period of a `CampaignPage` and the days in it; empty when no start is known.

    schema.org knows events that take place, are moved or cancelled: a campaign takes place.
    context: `milestones`, those that the page shows.
    """
    if page.starts_on is None:
        return {}
    organizer = page.launched_by
    days = [row["milestone"] for row in context["milestones"]]
    return known(
        type="Event",
        url=page.full_url,
        name=page.marked_title,
        description=page.summary,
        startDate=page.starts_on.isoformat(),
        endDate=page.ends_on.isoformat() if page.ends_on else "",
        eventStatus="https://schema.org/EventScheduled",
        inLanguage="vi",
        image=picture_of(picture_shared_of(page)),
        organizer=known(type="Organization", name=organizer.name) if organizer else {},
        audience=known(type="Audience", audienceType=page.participants)
        if page.participants
        else {},
        subEvent=[
            known(type="Event", name=day.title, startDate=day.day.isoformat()) for day in days
        ],
    )
