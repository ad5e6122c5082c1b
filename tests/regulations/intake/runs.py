"""The command as an administrator runs it: a process of its own, which can be interrupted."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.databases import sqlite_original
from tests.portal.commands import ROOT, environment
from tests.regulations.intake.samples import plan_file

MAKE_LIST = """
import django
django.setup()
from campaigns.models import PlanIndexPage
from tests.builders import make_index
make_index(PlanIndexPage)
"""


class Office:
    """A portal with its own data, a folder of files, and nobody else."""

    def __init__(self, folder: Path, files: int) -> None:
        self.data, self.papers = folder / "du-lieu", folder / "ho-so"
        self.data.mkdir()
        shutil.copyfile(sqlite_original(), self.data / "portal.sqlite3")
        for number in range(1, files + 1):
            plan_file(self.papers, f"{number:03}.txt", number=f"{number}/KH-MNHS")
        self.run("-c", MAKE_LIST)

    def run(self, *command: Any) -> subprocess.CompletedProcess[str]:
        """Run `python command...` and wait for it."""
        process = self.start(*command)
        out, err = process.communicate(timeout=300)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def start(self, *command: Any) -> subprocess.Popen[str]:
        """Start `python command...`."""
        return subprocess.Popen(
            [sys.executable, *map(str, command)],
            cwd=ROOT,
            env=environment(self.data),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def intake(self) -> tuple[Any, ...]:
        """The command over all papers."""
        return ("manage.py", "intake", self.papers, "--parent", "ke-hoach", "--jobs", "2")

    def count(self, table: str, where: str = "1 = 1") -> int:
        """How many rows; read beside whoever writes."""
        with sqlite3.connect(f"file:{self.data / 'portal.sqlite3'}?mode=ro", uri=True) as base:
            return base.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]  # noqa: S608

    def drafts(self) -> int:
        """How many plans there are."""
        return self.count("campaigns_planpage")

    def is_whole(self) -> bool:
        """Whether every draft has its row, its file, its revision and its place in the tree."""
        drafts = self.drafts()
        wanted = {
            self.count("regulations_intakefile", "state = 'drafted' AND page_id IS NOT NULL"),
            self.count("pages_portaldocument"),
            self.count("wagtailcore_revision"),
            self.count("pages_portalpage", "depth = 4"),
        }
        (children,) = self.numchild()
        return wanted == {drafts} and children == drafts and not self.unfinished()

    def numchild(self) -> tuple[int]:
        """How many children the list of plans believes to have."""
        with sqlite3.connect(f"file:{self.data / 'portal.sqlite3'}?mode=ro", uri=True) as base:
            found = "SELECT numchild FROM pages_portalpage WHERE slug = 'ke-hoach'"
            return base.execute(found).fetchone()

    def unfinished(self) -> int:
        """How many rows look as if somebody worked on them."""
        return self.count("regulations_intakefile", "state IN ('waiting', 'reading')")

    def kept(self) -> int:
        """How many files the storage holds."""
        return sum(1 for path in (self.data / "files").rglob("*") if path.is_file())


def wait_until(process: subprocess.Popen[str], is_so: Callable[[], bool]) -> None:
    """Wait for it as long as the process lives. Raises AssertionError with its last words."""
    deadline = time.monotonic() + 90
    while not is_so():
        ended = process.poll() is not None
        assert not ended or is_so(), process.communicate()
        assert time.monotonic() < deadline, "The process does not get there"
        time.sleep(0.05)
