"""What the teams of a campaign have handed in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, StructBlock, StructValue


class TeamResult(StructValue):
    """A row of the results, with how far the team has come."""

    @property
    def reached(self) -> int:
        """What is done, at most what is expected: as much as a bar of progress can show."""
        return min(self["done"] or 0, self["expected"] or 0)


class TeamResultBlock(StructBlock):
    """A team, what is expected of it, what it has done and for how much there is evidence."""

    team = CharBlock(label=_("team"), max_length=120)
    expected = IntegerBlock(label=_("expected"), min_value=1)
    done = IntegerBlock(label=_("handed in"), min_value=0)
    proven = IntegerBlock(label=_("with evidence"), min_value=0, required=False)

    class Meta:
        icon = "group"
        label = _("Result of a team")
        value_class = TeamResult
