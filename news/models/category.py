"""The sections of the news."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    """The sections of the news."""

    EVENT = "su-kien", _("News and events")
    EXEMPLAR = "guong-dien-hinh", _("Exemplary people")
    GOOD_DEED = "nguoi-tot-viec-tot", _("Good people, good deeds")
    MOVEMENT = "phong-trao", _("Emulation movements")
