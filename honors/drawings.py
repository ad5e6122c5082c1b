"""Drawn portraits: who is honoured without a photo is not without a face.

The shapes are in `static/img/portraits.svg`, their colours in `static/css/components/drawn.css`.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Drawing(models.TextChoices):
    """What an editor can choose; the value of a figure is its name in the sheet of drawings."""

    INITIALS = "initials", _("Initials of the name")
    SHORT_SHIRT = "short-shirt", _("Short hair, shirt")
    SHORT_CARDIGAN = "short-cardigan", _("Short hair, glasses, cardigan")
    BOB_COLLAR = "bob-collar", _("Bobbed hair, stand-up collar")
    BOB_AO_DAI = "bob-ao-dai", _("Bobbed hair, áo dài")
    LONG_AO_DAI = "long-ao-dai", _("Long hair, áo dài")
    BUN_AO_DAI = "bun-ao-dai", _("Hair in a bun, glasses, áo dài")
    TURBAN_AO_DAI = "turban-ao-dai", _("Turban, áo dài")
    SHORT_SUIT = "short-suit", _("Short hair, suit")
    ELDER_SUIT = "elder-suit", _("Grey hair, glasses, suit")
    GROUP = "group", _("Several people")

    __empty__ = _("Chosen by the portal")


# Chosen by the portal, which does not guess whether a name is a man's or a woman's.
NEUTRAL = (Drawing.SHORT_SHIRT, Drawing.SHORT_CARDIGAN, Drawing.BOB_COLLAR)
SKINS, GROUNDS = 4, 5
GREY_HAIR = 3
DARK_HAIRS = 2
CLOTHS = (1, 2, 3, 4, 5, 6)
SOBER_CLOTHS = (2, 3, 6)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure of the sheet and the numbers of its colours."""

    figure: str
    skin: int
    hair: int
    cloth: int
    ground: int

    @property
    def classes(self) -> str:
        """The classes that give the figure its colours."""
        parts = {"skin": self.skin, "hair": self.hair, "cloth": self.cloth, "ground": self.ground}
        return " ".join(f"tk-drawn--{part}-{number}" for part, number in parts.items())


def drawn_for(key: object, chosen: str = "", *, is_group: bool = False) -> Drawn | None:
    """The drawing for what `key` names, the same every time; None where initials are chosen.

    chosen: a `Drawing`, or "" to let the portal choose.
    """
    if chosen == Drawing.INITIALS:
        return None
    number = zlib.crc32(str(key).encode())
    figure = chosen or (Drawing.GROUP if is_group else NEUTRAL[number % len(NEUTRAL)])
    is_suit = figure in {Drawing.SHORT_SUIT, Drawing.ELDER_SUIT}
    cloths = SOBER_CLOTHS if is_suit else CLOTHS
    return Drawn(
        figure=str(figure),
        skin=1 + (number >> 4) % SKINS,
        hair=GREY_HAIR if figure == Drawing.ELDER_SUIT else 1 + (number >> 8) % DARK_HAIRS,
        cloth=cloths[(number >> 12) % len(cloths)],
        ground=1 + (number >> 16) % GROUNDS,
    )
