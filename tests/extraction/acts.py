"""Reading processes that misbehave as told, and a way to find what is left of them."""

from __future__ import annotations

from pathlib import Path

PROJECT = Path(__file__).parents[2]
SCRIPT = """
import json, os, socket, subprocess, sys, time
sys.path.insert(0, {project!r})
from extraction.extracted import read_text
from extraction.limits import Limits
from extraction.sandbox import frames, worker

def read_as(path, format, limits):
    {act}
    return read_text(path.read_text("utf-8"), path.name)

worker.read_as = read_as
worker.serve(Limits(**json.loads(sys.argv[1])))
"""


def with_act(monkeypatch, folder, act):
    """Reading processes do `act`, a line of Python, before they read a file.

    The pipe on which they answer is file 3.
    """
    script = folder / "launch.py"
    script.write_text(SCRIPT.format(project=str(PROJECT), act=act), "utf-8")
    monkeypatch.setattr("extraction.sandbox.process._LAUNCH", script)


def reading_processes(folder):
    """The numbers of the processes that work in or below `folder`."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and str((entry / "cwd").readlink()).startswith(str(folder)):
                found.append(int(entry.name))
        except OSError:
            continue
    return found
