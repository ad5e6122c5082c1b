"""`manage.py prepare`: everything between a checkout and a running server, in one process."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from pages.page_cache.freshness import forget
from portal.address import name_site
from search.indexing.rebuilding import clear_left_over, is_outdated


class Command(BaseCommand):
    """Checks, database, static files, sample site, address: each only when it has to be.

    One process instead of four: a second start serves within seconds on a small machine.
    """

    help = "Prepares database, static files and, when empty, the sample site."
    # `handle` shows that it checks before it does.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.say("Kiểm tra cấu hình")
        self.check(databases=["default"])
        self.say("Chuẩn bị cơ sở dữ liệu")
        if is_behind():
            call_command("migrate", verbosity=0, skip_checks=True)
        self.say("Gom tệp tĩnh")
        call_command("gather_static")
        call_command("demo", if_empty=True)
        if is_outdated():
            self.say("Lập lại chỉ mục tìm kiếm")
            call_command("reindex")
        clear_left_over()
        name_site()
        # New code writes other pages.
        forget()

    def say(self, step: str) -> None:
        """Show progress at once, also through a pipe."""
        self.stdout.write(f"→ {step}")
        self.stdout.flush()


def is_behind() -> bool:
    """Whether a migration has not been applied to the database yet."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
