"""Everything that is saved may be seen somewhere; named here is what never is."""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.signals import post_page_move

from pages.page_cache.freshness import forget, note_change

# Accounts, tasks, logs and the search's own tables.
UNSEEN_ROOMS = frozenset(
    [
        "accounts",
        "admin",
        "auth",
        "axes",
        "contenttypes",
        "django_tasks_database",
        "migrations",
        "modelsearch",
        "search",
        "sessions",
        "wagtailadmin",
        "wagtailusers",
    ]
)
# Drafts, their discussion and moderation, files that wait to be read.
WAGTAILS = (
    "apitoken comment commentreply modellogentry pagelogentry pagesubscription referenceindex "
    "revision taskstate uploadedfile workflowstate"
)
UNSEEN = frozenset(f"wagtailcore.{name}" for name in WAGTAILS.split()) | {
    "pages.contentchange",
    "regulations.acknowledgement",
    "regulations.intakefile",
    "regulations.reviewcheck",
}
# A size of a picture is made while a page is read: nothing changes by it, until it goes.
UNSEEN_WHEN_SAVED = frozenset(("pages.portalrendition",))
# What a draft, a lock or a comment writes on a page.
OF_DRAFTS = frozenset(
    [
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "wagtail_admin_comments",
    ]
)


def is_seen(model: type[Model]) -> bool:
    """Whether rows of `model` may show on a page. Models of migrations are no content."""
    options = model._meta
    unseen = options.app_label in UNSEEN_ROOMS or options.label_lower in UNSEEN
    return not unseen and model.__module__ != "__fake__"


def on_saved(sender: type[Model], **kwargs: Any) -> None:
    """`post_save`: of anything but drafts."""
    fields = kwargs.get("update_fields")
    only_draft = fields is not None and OF_DRAFTS.issuperset(fields)
    if only_draft or sender._meta.label_lower in UNSEEN_WHEN_SAVED:
        return
    on_changed(sender, **kwargs)


def on_changed(sender: type[Model], **kwargs: Any) -> None:
    """`post_delete`, `m2m_changed` and `post_page_move`."""
    if is_seen(sender) and kwargs.get("using", DEFAULT_DB_ALIAS) == DEFAULT_DB_ALIAS:
        note_change()


def on_migrated(sender: Any, **kwargs: Any) -> None:
    """`post_migrate`: new code writes other pages."""
    if kwargs.get("using", DEFAULT_DB_ALIAS) == DEFAULT_DB_ALIAS:
        forget()


def register_signal_handlers(app: Any) -> None:
    """Connect everything; called once by `PagesConfig.ready()` with itself."""
    post_save.connect(on_saved, dispatch_uid="page_cache_saved")
    for signal in (post_delete, m2m_changed, post_page_move):
        signal.connect(on_changed, dispatch_uid="page_cache_changed")
    post_migrate.connect(on_migrated, sender=app, dispatch_uid="page_cache_migrated")
