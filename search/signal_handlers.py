"""Acts on pages reach the index in their own transaction."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction

from honors.models import DecisionPage, HonoreePage
from pages.models import PortalPage
from regulations.models import DocumentRecord, OfficialDocument
from search.index import index_again, index_page, note_facts, remove_page
from search.indexing.awarded import decisions_taken_back_by, decisions_that_name
from search.indexing.entries import issuer_facts


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_published`, for pages without derived rows; nothing for one that is only scheduled."""
    if instance.live and not isinstance(instance, OfficialDocument):
        index_page(instance)


def on_rows_rebuilt(sender: Any, page: Any, **kwargs: Any) -> None:
    """`rows_rebuilt`: an official document was published and its provisions are there.

    A decision that takes awards back changes the lists of the decisions that gave them.
    """
    index_page(page)
    if isinstance(page, DecisionPage):
        index_again(decisions_taken_back_by(page.pk))


def on_unpublished(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`page_unpublished`: what it took back stands again; a profile may have ended by itself."""
    remove_page(instance.pk)
    if isinstance(instance, DecisionPage):
        index_again(decisions_taken_back_by(instance.pk))
    elif isinstance(instance, HonoreePage):
        index_again(decisions_that_name(instance.pk))


def on_decision_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`pre_delete` of a decision: afterwards nobody knows what it took back.

    After the commit, since the other decisions may be among what is deleted now.
    """
    transaction.on_commit(partial(index_again, decisions_taken_back_by(instance.pk)))


def on_consent_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_save` of a consent: whether decisions are found by the name of the person."""
    if not kwargs.get("raw"):
        index_again(decisions_that_name(instance.honoree_id))


def on_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_delete` of a page: sent for it and for every page below it."""
    remove_page(instance.pk)


def on_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_save` of a page: who may read it, and until when, holds at once.

    A draft is saved with the page in memory as it shall be, and says that nothing of this changes.
    """
    if not isinstance(instance, PortalPage) or kwargs.get("raw") or kwargs.get("created"):
        return
    written = kwargs.get("update_fields")
    repeated = {"audience": "audience", "expire_at": "expires_at"}
    names = [name for name in repeated if written is None or name in written]
    if names:
        note_facts([instance.pk], {repeated[name]: getattr(instance, name) for name in names})


def on_organization_saved(sender: Any, instance: Any, **kwargs: Any) -> None:
    """`post_save` of an organization: its documents bear its name."""
    if kwargs.get("raw") or kwargs.get("created"):
        return
    documents = DocumentRecord.objects.filter(issuer=instance).values_list("pk", flat=True)
    note_facts(list(documents), issuer_facts(instance.name))
