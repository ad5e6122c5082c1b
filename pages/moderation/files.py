"""Files follow their pages: who may open a file."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.permissions import policy_registry

from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalDocument
from pages.moderation.uses import pages_using

WORKS_WITH_FILES = ("change", "choose")


def may_open(document: PortalDocument, user: Any) -> bool:
    """Whether a page visible to `user` uses the file, or `user` edits it or signs its page."""
    if pages_using(document).visible_to(user).exists():
        return True
    policy = policy_registry.get_by_type(PortalDocument)
    return policy.user_has_any_permission_for_instance(user, WORKS_WITH_FILES, document)


def check_file(document: PortalDocument, request: HttpRequest) -> HttpResponse | None:
    """None to serve the file; the sign-in page for a visitor.

    Raises Http404 for a signed-in reader without the right: it tells neither name nor existence.
    """
    if may_open(document, request.user):
        return None
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_sign_in(request)
