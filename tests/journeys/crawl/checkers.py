"""Two validators of HTML by other hands, each asked once about all pages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from benchmarks import node_tools

RULES = node_tools.LOCKED / "html-validate.mjs"
ERROR, MOST_SHOWN = 2, 140


def html_validate(pages: Iterable[Path]) -> dict[str, set[str]]:
    """What html-validate calls an error, with the names of the pages that have it."""
    command = [*node_tools.command(node_tools.HTML_VALIDATE), "--config", str(RULES)]
    command += ["--formatter", "json", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.stderr:
        raise RuntimeError(done.stderr)
    errors: dict[str, set[str]] = {}
    for page in json.loads(done.stdout):
        for message in page["messages"]:
            if message["severity"] == ERROR:
                said = f"{message['ruleId']}: {message['message']} at {message['selector']}"
                errors.setdefault(said, set()).add(Path(page["filePath"]).name)
    return errors


def vnu(pages: Iterable[Path]) -> dict[str, set[str]]:
    """What the Nu Html Checker calls an error, likewise."""
    command = [*node_tools.command(node_tools.VNU), "--errors-only", "--exit-zero-always"]
    command += ["--format", "json", "--stdout", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    errors: dict[str, set[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        place = message.get("extract", "").strip()[:MOST_SHOWN]
        said = f"{message['message']} at {place}"
        errors.setdefault(said, set()).add(Path(message["url"]).name)
    return errors
