"""Whatever is killed at whatever moment, index and pages agree and readers have their answers."""

from __future__ import annotations

import os

from django.db import connection

from benchmarks import search_engines


def test_a_kill_loses_nothing(db, monkeypatch):
    address = os.environ.get("DATABASE_URL", "")
    server = address.rpartition("/")[0]
    monkeypatch.setenv("DATABASE_URL", address)
    found = search_engines.answer_of(
        connection.vendor, "benchmarks.killed", ["--kills", "6"], server
    )
    assert (found["before"], found["after"], found["failed"]) == (0, 0, 0)
    assert found["answers"]
