"""Who is honoured, by which decision, with what."""

from __future__ import annotations

from honors.models.award_type import AwardType
from honors.models.consent import Consent
from honors.models.decision import Award, DecisionIndexPage, DecisionPage
from honors.models.honoree import HonoreePage
from honors.models.wall import HonoreeIndexPage

__all__ = [
    "Award",
    "AwardType",
    "Consent",
    "DecisionIndexPage",
    "DecisionPage",
    "HonoreeIndexPage",
    "HonoreePage",
]
