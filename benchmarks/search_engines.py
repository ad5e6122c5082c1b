"""A throwaway database of each engine, and a process of its own that works on it.

Django knows one database a process, so a benchmark of two engines runs itself once for each:
`answer_of` makes the database (a migrated copy), runs the module with `--engine NAME --answer FILE`
added to its arguments, and reads what it wrote there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SQLITE, POSTGRES = "sqlite", "postgresql"
SERVER = "postgres://postgres@127.0.0.1:5432"


def add_arguments(parser: Any) -> None:
    """`--postgres`, and what a process that works on one engine is told."""
    parser.add_argument("--postgres", default=SERVER, help="address of a server, no database in it")
    parser.add_argument("--engines", nargs="+", default=[SQLITE, POSTGRES])
    parser.add_argument("--engine", default="", help="set by the benchmark itself")
    parser.add_argument("--answer", type=Path, help="set by the benchmark itself")


def engines(options: Any) -> list[str]:
    """The engines that can be measured; what is left out is said."""
    found = [engine for engine in (SQLITE, POSTGRES) if engine in options.engines]
    if POSTGRES in found and not answers(options.postgres):
        print(f"No PostgreSQL answers at {options.postgres}: it is not measured.")
        found.remove(POSTGRES)
    return found


def answer_of(engine: str, module: str, arguments: list[str], server: str) -> Any:
    """What `python -m module *arguments` answers on a new database. Ends the run when it fails."""
    with tempfile.TemporaryDirectory() as folder, _database(engine, folder, server) as address:
        answer = Path(folder) / "answer.json"
        environment = {**os.environ, "PORTAL_DATA": folder, "DATABASE_URL": address}
        environment["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
        command = [sys.executable, "-m", module, *arguments]
        command += ["--engine", engine, "--answer", str(answer)]
        if subprocess.run(command, env=environment, check=False).returncode:
            sys.exit(f"{module} failed on {engine}.")
        return json.loads(answer.read_text(encoding="utf-8"))


def start() -> None:
    """Django, in a process that `answer_of` started."""
    import django

    django.setup()


def give(options: Any, answer: Any) -> None:
    """Hand the answer to the process that asked."""
    options.answer.write_text(json.dumps(answer), encoding="utf-8")


def answers(server: str) -> bool:
    """Whether a PostgreSQL server is there."""
    import psycopg

    try:
        _connect(server).close()
    except psycopg.Error:
        return False
    return True


def _connect(server: str) -> Any:
    import psycopg

    return psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=3)


@contextmanager
def _database(engine: str, folder: str, server: str) -> Iterator[str]:
    """The address of a migrated database for the time of the run; "" is the file in `folder`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    os.environ["DATABASE_URL"] = f"{server}/portal" if engine == POSTGRES else ""
    from tests.databases import postgres_original, sqlite_original

    if engine == SQLITE:
        shutil.copyfile(sqlite_original(), Path(folder) / "portal.sqlite3")
        yield ""
        return
    name = f"portal_search_{os.getpid()}"
    with _connect(server) as connection:
        original = postgres_original(connection.cursor())
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    try:
        yield f"{server}/{name}"
    finally:
        with _connect(server) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
