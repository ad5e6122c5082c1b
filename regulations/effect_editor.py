"""What an editor is told about relations after a save: what could not be checked is no obstacle."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from regulations.provision_names import read_provision_names


def warn_of_unchecked_provisions(request: HttpRequest, page: Any) -> None:
    """After a save: provisions were named of a document whose text is not here.

    What a text that is here does not have is refused by `Relation.clean` before.
    """
    for relation in page.relations.all():
        if not read_provision_names(relation.provisions).names:
            continue
        _missing, anchors = relation.provisions_not_in_target()
        if not anchors:
            messages.warning(
                request,
                _(
                    "The text of “%(title)s” is not here, so nobody could check that it has "
                    "%(provisions)s. Compare with the signed original."
                )
                % {"title": relation.target.title, "provisions": relation.provisions},
            )
