"""What follows when consent is given, ends or is withdrawn: the profile and its pictures follow.

Law 91/2025/QH15 on personal data: publishing stops when consent is withdrawn or over.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import LogContext, get_active_log_context, log
from wagtail.models import ReferenceIndex, Revision

from honors.models.consent import Consent
from honors.models.honoree import HonoreePage
from pages.models import PortalImage, PortalPage
from regulations.models import ServedAddress

WITHDRAW = "honors.consent.withdraw"


@transaction.atomic
def withdraw(consent: Consent, user: Any, reason: str) -> bool:
    """Record that consent was withdrawn; what rested on it goes in the same act.

    False, and nothing done, when it was withdrawn before.
    """
    consent = Consent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if consent.withdrawn_at:
        return False
    pictures = pictures_that_go(consent)
    with LogContext(user=user):
        log(instance=consent.honoree, action=WITHDRAW, data={"reason": reason})
        consent.withdrawn_at = timezone.now()
        consent.save()
    for picture in pictures:
        picture.delete()
    return True


def pictures_that_go(consent: Consent) -> list[PortalImage]:
    """Pictures whose files would be deleted: shown by this profile alone, with no other consent."""
    others = consent.honoree.consents.valid_on(timezone.localdate()).exclude(pk=consent.pk)
    if not consent.includes_photo or others.filter(includes_photo=True).exists():
        return []
    alone = {(_page_type().pk, str(consent.honoree_id))}
    return [picture for picture in pictures_of(consent.honoree) if set(_users_of(picture)) == alone]


def pages_that_name(honoree: HonoreePage) -> QuerySet[PortalPage]:
    """Stories, decisions and others that refer to the profile, drafts included."""
    users = _users_of(honoree).filter(base_content_type=_page_type())
    named = Q(pk__in=[int(pk) for _, pk in users])
    # The index of references leaves out many-to-many fields.
    for relation in HonoreePage._meta.related_objects:
        if relation.many_to_many and issubclass(relation.related_model, PortalPage):
            telling = relation.related_model.objects.filter(**{relation.field.name: honoree})
            named |= Q(pk__in=telling.values("pk"))
    return PortalPage.objects.filter(named).order_by("title")


def _users_of(thing: PortalImage | HonoreePage) -> Any:
    """(content type, id as text) of everything that refers to `thing`."""
    found = ReferenceIndex.get_references_to(thing)
    return found.values_list("base_content_type", "object_id").distinct()


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(PortalPage)


def pictures_of(honoree: HonoreePage) -> list[PortalImage]:
    """The portrait and the pictures in the text."""
    shown = ReferenceIndex.get_references_for_object(honoree).filter(
        to_content_type__app_label="pages", to_content_type__model="portalimage"
    )
    ids = {int(pk) for pk in shown.values_list("to_object_id", flat=True)}
    return list(PortalImage.objects.filter(pk__in=ids).order_by("pk"))


def profile_follows_consent(sender: Any, instance: Consent, **kwargs: Any) -> None:
    """After a consent changed: the profile ends when it ends, and goes at once without any."""
    honoree = HonoreePage.objects.get(pk=instance.honoree_id)
    if honoree.publication_problems():
        take_down(honoree)
    elif honoree.live:
        # The editor's own expiry, if there is one, stands in the published revision.
        revision = honoree.live_revision
        honoree.expire_at = revision.as_object().expire_at if revision else honoree.expire_at
        honoree.save(update_fields=["expire_at"])


@transaction.atomic
def take_down(honoree: HonoreePage) -> None:
    """Nothing of the profile is public any more, and nothing brings it back by itself.

    Schedule, round of moderation, redirects (which hold the name), previews and the published
    sizes of its pictures go; the draft stays. Pages that tell of it forget the addresses they had,
    which may hold the name as well.
    """
    user = get_active_log_context().user
    scheduled = Revision.objects.for_instance(honoree).filter(approved_go_live_at__isnull=False)
    scheduled.update(approved_go_live_at=None)
    if honoree.current_workflow_state:
        honoree.current_workflow_state.cancel(user=user)
    Redirect.objects.filter(redirect_page=honoree).delete()
    ServedAddress.objects.filter(page__in=pages_that_name(honoree)).delete()
    FormState.objects.for_instance(honoree).delete()
    for picture in pictures_of(honoree):
        for rendition in picture.renditions.all():
            rendition.delete()
    if honoree.live:
        # The law unpublishes here: whoever keeps the register need not have that right.
        UnpublishPageAction(honoree, user=user).execute(skip_permission_checks=True)
