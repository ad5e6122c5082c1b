"""What every page, picture and file of the portal is."""

from __future__ import annotations

from pages.models.content_change import ContentChange
from pages.models.files import PortalDocument, PortalImage, PortalRendition
from pages.models.information import InformationPage
from pages.models.page import IndexPageMixin, IntroducedIndexPage, PortalPage
from pages.models.settings import PortalSettings, SocialAccount
from pages.moderation.models import PeerReviewTask

__all__ = [
    "ContentChange",
    "IndexPageMixin",
    "InformationPage",
    "IntroducedIndexPage",
    "PeerReviewTask",
    "PortalDocument",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "PortalSettings",
    "SocialAccount",
]
