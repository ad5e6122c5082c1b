"""Start-up checks: settings that would break a promise of the portal are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register

PRODUCTION = "portal.settings.production"
PRIVACY_OPTIONS = ("WAGTAIL_PRIVATE_PAGE_OPTIONS", "WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS")


@register(Tags.database)
def databases_bear_several_writers(app_configs: Any, **kwargs: Any) -> list[Error]:
    """What `writers_problems` finds in the settings."""
    return writers_problems(settings.DATABASES)


def writers_problems(databases: dict[str, Any]) -> list[Error]:
    """portal.E001, portal.E002: how SQLite must be used when several people write.

    A transaction that begins with a read and then writes is refused at once ("database is locked")
    when another writer was faster, unless it took the write lock at its start; with
    ATOMIC_REQUESTS every reader would take that lock. `databases` is a DATABASES setting.
    """
    found = []
    for alias, database in databases.items():
        if "sqlite" not in database["ENGINE"]:
            continue
        if database.get("ATOMIC_REQUESTS"):
            found.append(
                Error(
                    f"ATOMIC_REQUESTS makes every reader of “{alias}” wait for every writer.",
                    hint="Wrap acts in transaction.atomic() instead; or use PostgreSQL.",
                    id="portal.E001",
                )
            )
        if database.get("OPTIONS", {}).get("transaction_mode") != "IMMEDIATE":
            found.append(
                Error(
                    f"SQLite loses saves of concurrent editors in “{alias}”.",
                    hint='Set OPTIONS["transaction_mode"] to "IMMEDIATE".',
                    id="portal.E002",
                )
            )
    return found


@register(Tags.security)
def production_shows_no_details(app_configs: Any, **kwargs: Any) -> list[Error]:
    """portal.E003 for DEBUG with the production settings: its pages print settings and titles."""
    if not settings.DEBUG or settings.SETTINGS_MODULE != PRODUCTION:
        return []
    return [
        Error(
            "DEBUG is on with the production settings.",
            hint="Use portal.settings.development (`make dev`) to develop.",
            id="portal.E003",
        )
    ]


@register(Tags.security)
def there_is_one_visibility_rule(app_configs: Any, **kwargs: Any) -> list[Error]:
    """portal.E004 when Wagtail's privacy is offered: it applies at once, outside moderation."""
    return [
        Error(
            f"{name} offers a second rule of who may read.",
            hint="Switch every option off; a page's audience is the only rule.",
            id="portal.E004",
        )
        for name in PRIVACY_OPTIONS
        if set(getattr(settings, name, {}).values()) != {False}
    ]


@register(Tags.security)
def files_lie_where_no_web_server_looks(app_configs: Any, **kwargs: Any) -> list[Error]:
    """portal.E005 when uploaded files lie in, or around, the folder of static files."""
    files, static = Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)
    if not (files.is_relative_to(static) or static.is_relative_to(files)):
        return []
    return [
        Error(
            "Uploaded files would be published past the rule of who may read them.",
            hint="Keep MEDIA_ROOT and STATIC_ROOT in folders beside each other.",
            id="portal.E005",
        )
    ]
