"""Files follow their pages: who may open a file."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from accounts.sign_in import redirect_to_sign_in
from pages.models import PortalDocument, PortalPage

WORKS_WITH_FILES = {"add", "change", "delete", "choose"}


def pages_using(document: PortalDocument) -> Any:
    """The pages whose published text refers to the file, by Wagtail's reference index."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(PortalDocument),
        to_object_id=str(document.pk),
        base_content_type=ContentType.objects.get_for_model(PortalPage),
    )
    ids = references.values_list("object_id", flat=True).distinct()
    return PortalPage.objects.filter(pk__in=[int(pk) for pk in ids])


def may_open(document: PortalDocument, user: Any) -> bool:
    """Whether a page visible to `user` uses the file, or `user` works with files of its kind."""
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
