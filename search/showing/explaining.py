"""Why a passage stands where it stands, in sentences for administrators."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from regulations.effect import EffectStatus
from search.asking.tiers import Tier
from search.engine.terms import LABEL_WEIGHT, TITLE_WEIGHT
from search.finding.finder import Finder
from search.finding.ranking import EXPIRED_WORTH, Candidate, Share
from search.results import Reason

SHARES_SHOWN = 12


def reasons_of(candidate: Candidate, finder: Finder) -> tuple[Reason, ...]:
    """The tier, what each word adds to the score, and what effect does, in that order."""
    return tuple(_reasons(candidate, finder))


def reason_of_pin() -> Reason:
    """An administrator put it there."""
    return Reason(_("Pinned for this question"))


def _reasons(candidate: Candidate, finder: Finder) -> Iterator[Reason]:
    yield Reason(
        _("Tier %(number)d: %(words)s") % {"number": candidate.tier, "words": candidate.tier.words},
        float(candidate.tier),
    )
    yield Reason(_("Score (BM25)"), candidate.score)
    shares = finder.scorer_for(candidate).shares(candidate)
    for share in shares[:SHARES_SHOWN]:
        yield Reason(_share_in_words(share), share.points)
    if any(share.label or share.title for share in shares):
        yield Reason(
            _("A word counts %(label)d times in the heading, %(title)d times in the title")
            % {"label": LABEL_WEIGHT, "title": TITLE_WEIGHT}
        )
    if candidate.effect:
        yield _of_effect(candidate)


def _share_in_words(share: Share) -> str:
    return _(
        "“%(term)s”: %(body)d in the text, %(label)d in the heading, %(title)d in the title"
    ) % {
        "term": share.term.replace("_", " "),
        "body": share.body,
        "label": share.label,
        "title": share.title,
    }


def _of_effect(candidate: Candidate) -> Reason:
    words = EffectStatus(candidate.effect).label
    if not candidate.is_expired:
        return Reason(str(words))
    if candidate.tier is Tier.SOME_WORDS:
        return Reason(_("%(effect)s: the score counts in part") % {"effect": words}, EXPIRED_WORTH)
    return Reason(_("%(effect)s: below what is in force in this tier") % {"effect": words})
