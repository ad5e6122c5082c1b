"""Which files and pictures texts use: the published ones, and those that wait for a signature."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from wagtail import hooks
from wagtail.models import ReferenceIndex, Revision, TaskState

from pages.models import PortalDocument, PortalImage, PortalPage
from pages.moderation.models import PeerReviewTask


def pages_using(thing: PortalDocument | PortalImage) -> Any:
    """The pages whose stored text refers to the file or picture, by Wagtail's reference index."""
    ids = _references(type(thing)).filter(to_object_id=str(thing.pk)).values_list("object_id")
    return PortalPage.objects.filter(pk__in=[int(pk) for (pk,) in ids.distinct()])


def is_signed_for(thing: PortalDocument | PortalImage) -> bool:
    """Whether its bytes are part of a published text, or of one that is being or was signed."""
    if pages_using(thing).published().exists():
        return True
    wanted = (ContentType.objects.get_for_model(thing).pk, str(thing.pk))
    return any(wanted in _named_in(revision) for revision in _texts_under_signature())


def is_kept(thing: PortalDocument | PortalImage) -> bool:
    """Whether its bytes must stay: they were signed, or a room above keeps them.

    Rooms above say so through the hook `keeps_file`: a function of the file that returns a bool.
    """
    return is_signed_for(thing) or any(keeps(thing) for keeps in hooks.get_hooks("keeps_file"))


def ids_read_by(user: Any, model: type[PortalDocument | PortalImage]) -> set[int]:
    """Files (or pictures) in the pages that `user` reads and in the drafts that `user` may sign."""
    visible = PortalPage.objects.visible_to(user).annotate(key=Cast("pk", CharField()))
    found = _references(model).filter(object_id__in=visible.values("key"))
    ids = set(found.values_list("to_object_id", flat=True))
    kind = ContentType.objects.get_for_model(model).pk
    for revision in _texts_before(user):
        ids |= {pk for content_type, pk in _named_in(revision) if content_type == kind}
    return {int(pk) for pk in ids}


def pages_before(user: Any) -> Any:
    """The pages whose draft waits at a step that `user` signs (a queryset)."""
    return PortalPage.objects.filter(pk__in=[int(text.object_id) for text in _texts_before(user)])


def _references(model: type[PortalDocument | PortalImage]) -> Any:
    """What pages refer to, of this model (a queryset of ReferenceIndex)."""
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        base_content_type=ContentType.objects.get_for_model(PortalPage),
    )


def _texts_under_signature() -> Any:
    """Revisions in a round of moderation, and those that were signed to go out later."""
    in_round = Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    return Revision.objects.filter(in_round | Q(approved_go_live_at__isnull=False)).distinct()


def _texts_before(user: Any) -> Any:
    """Revisions at a step that is open and that a group of `user` signs."""
    tasks = PeerReviewTask.objects.filter(groups__user=user, active=True).values("pk")
    states = TaskState.objects.filter(task__in=tasks, status=TaskState.STATUS_IN_PROGRESS)
    return Revision.objects.filter(pk__in=states.values("revision"))


def _named_in(revision: Revision) -> set[tuple[int, str]]:
    """(content type, id) of all that the text refers to.

    The reference index knows stored rows only: a draft of a published page is no row.
    """
    found = ReferenceIndex._extract_references_from_object(revision.as_object())
    return {(content_type, str(pk)) for content_type, pk, _, _ in found}
