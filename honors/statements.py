"""A profile as schema.org's ProfilePage: who it is and which decisions honour them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from pages.share_picture import picture_shared_of
from pages.structured_data.statements import known, moment_of, page_named, picture_of


def profile(page: Any, context: Any) -> dict[str, Any]:
    """The profile of a `HonoreePage`: office, work and awards, nothing else of the person.

    context: `awards`, those that the page shows.
    """
    is_person = page.kind == page.Kind.PERSON
    place = known(type="Organization", name=page.organization_as_printed)
    awards = context["awards"]
    decisions = {award.decision_id: award.decision for award in awards}
    honoured = known(
        type="Person" if is_person else "Organization",
        name=page.marked_title,
        url=page.full_url,
        description=page.summary,
        jobTitle=page.position if is_person else "",
        image=picture_of(picture_shared_of(page)),
        award=[_award_named(award) for award in awards],
        subjectOf=[page_named(decision, "Legislation") for decision in decisions.values()],
    )
    if len(place) > 1:
        honoured["worksFor" if is_person else "parentOrganization"] = place
    return known(
        type="ProfilePage",
        url=page.full_url,
        inLanguage="vi",
        dateModified=moment_of(page.last_published_at),
        mainEntity=honoured,
    )


def _award_named(award: Any) -> str:
    """The award with the decision that proves it, as one sentence part."""
    decision = award.decision
    name = award.award_type.name
    if not decision.number or not decision.issued_on:
        return str(name)
    return _("%(award)s (decision %(number)s of %(day)s)") % {
        "award": name,
        "number": decision.number,
        "day": f"{decision.issued_on:%d/%m/%Y}",
    }
