"""At which level of government a document was made."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext_lazy as _

from organizations.models import Organization
from regulations.issuer_names import body_name, is_central
from vietnamese import fold

Level = Organization.Level
# From above to below, as the map is drawn.
LEVELS: dict[str, Any] = {
    Level.CENTRAL: _("Central"),
    Level.PROVINCE: _("Province or city"),
    Level.DISTRICT: _("District (until 1 July 2025)"),
    Level.COMMUNE: _("Commune or ward"),
    Level.INSTITUTION: _("School or unit"),
    "": _("Level not known"),
}
# The first words of a name, and what it says of its unit, in the order in which they decide.
_RULES: tuple[tuple[str, str], ...] = (
    (r"\b(?:truong|mam non|tieu hoc|trung hoc|trung tam|benh vien)\b", Level.INSTITUTION),
    (r"\b(?:quan|huyen|thi xa|phong giao duc|phong noi vu)\b", Level.DISTRICT),
    (r"\b(?:phuong|xa|thi tran|dac khu)\b", Level.COMMUNE),
    (r"^(?:so|tinh|thanh pho|tinh uy|thanh uy)\b|\b(?:tinh|thanh pho)\b", Level.PROVINCE),
)
_TEAM_ABOVE = {Level.TEAM: Level.INSTITUTION}


def level_of(record: Any) -> str:
    """The level of the issuer of a `DocumentRecord`: as registered, else as its name tells."""
    if record.issuer is not None:
        level = record.issuer.level
        return str(_TEAM_ABOVE.get(level, level))
    return level_of_name(record.issuer_as_printed, record.parent_body_as_printed)


def level_of_name(printed: str, parent: str = "") -> str:
    """The level that a printed name tells; "" when it tells none."""
    folded = fold(printed)
    if not folded:
        return ""
    if is_central(printed):
        return str(Level.CENTRAL)
    spelled = f"{folded} {body_name(printed).words}"
    for pattern, level in _RULES:
        if re.search(pattern, spelled):
            return str(level)
    return level_of_name(parent) if parent else ""
