"""Who is honoured, by which decision, with what."""

from __future__ import annotations

from honors.models.award_type import AwardType
from honors.models.consent import Consent
from honors.models.decision import Award, DecisionIndexPage, DecisionPage
from honors.models.honoree import HonoreeIndexPage, HonoreePage

__all__ = [
    "Award",
    "AwardType",
    "Consent",
    "DecisionIndexPage",
    "DecisionPage",
    "HonoreeIndexPage",
    "HonoreePage",
]
