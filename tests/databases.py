"""The migrated database: made once for each set of migrations, then copied for every worker.

Django needs most of a minute to migrate an empty database; a copy takes a second. The originals
lie in `.pytest_cache/databases` (SQLite) or beside the test database (PostgreSQL).
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from portal.settings import env

CACHE = settings.ROOT / ".pytest_cache" / "databases"
PACKAGES = ("django", "wagtail", "django-taggit", "django-axes", "modelsearch")


def fingerprint() -> str:
    """What the migrated database depends on: our migrations, their data, the packages."""
    digest = hashlib.sha256(repr([version(name) for name in PACKAGES]).encode())
    rooms = sorted(settings.ROOT.glob("*/migrations/*.py"))
    for path in [*rooms, *sorted(settings.ROOT.glob("*/data/*.*"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time makes the original."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate(**environment: str) -> None:
    """`manage.py migrate` on the database that `environment` names."""
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=settings.ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test", **environment},
        check=True,
    )


def sqlite_original() -> Path:
    """The file of a migrated SQLite database that nobody writes to."""
    original = CACHE / f"{fingerprint()}.sqlite3"
    with alone():
        if not original.exists():
            unfinished = CACHE / "unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            migrate(PORTAL_DATA=str(unfinished), DATABASE_URL="")
            (unfinished / "portal.sqlite3").rename(original)
    return original


def postgres_original(cursor: Any) -> str:
    """The name of a migrated PostgreSQL database that nobody writes to."""
    name = f"portal_original_{fingerprint()}"
    with alone():
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}_unfinished"')
            cursor.execute(f'CREATE DATABASE "{name}_unfinished"')
            address, _, _ = env.text("DATABASE_URL").rpartition("/")
            migrate(DATABASE_URL=f"{address}/{name}_unfinished")
            cursor.execute(f'ALTER DATABASE "{name}_unfinished" RENAME TO "{name}"')
    return name


def copy_original() -> None:
    """Put a migrated copy where Django looks for the test database."""
    wanted = connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        shutil.copyfile(sqlite_original(), wanted)
        return
    with connection.creation._nodb_cursor() as cursor:
        original = postgres_original(cursor)
        cursor.execute(f'DROP DATABASE IF EXISTS "{wanted}"')
        cursor.execute(f'CREATE DATABASE "{wanted}" TEMPLATE "{original}"')
