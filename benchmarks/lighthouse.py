"""One run of Lighthouse on one page, and the figures of several runs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import node_tools
from tests.journeys.running import CHROMIUM, FLAGS

CATEGORIES = ("accessibility", "best-practices", "seo", "performance")
# Seconds. A page that is not done by then hangs.
PATIENCE = 240
# On a busy machine Chromium may be late for Lighthouse, which then asks to be run again.
TRIES = 3
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Figures:
    """Scores of 0 to 100 by category; seconds of the largest paint; layout shift; what failed."""

    scores: dict[str, int]
    paint: float
    shift: float
    failed: tuple[str, ...]


def run(address: str, *options: str, categories: Sequence[str] = CATEGORIES) -> Figures:
    """Look at `address` with a fresh browser. Raises CalledProcessError, RuntimeError.

    A telephone unless `options` say otherwise; the network is simulated, as Lighthouse's own
    figures on the web are.
    """
    for _ in range(TRIES - 1):
        with suppress(subprocess.CalledProcessError, RuntimeError):
            return run_once(address, *options, categories=categories)
    return run_once(address, *options, categories=categories)


def run_once(address: str, *options: str, categories: Sequence[str]) -> Figures:
    """One try of `run`."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *node_tools.command(node_tools.LIGHTHOUSE),
            address,
            f"--only-categories={','.join(categories)}",
            "--quiet",
            "--no-enable-error-reporting",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
            *options,
        ]
        environment = {**os.environ, "CHROME_PATH": CHROMIUM or ""}
        subprocess.run(command, env=environment, check=True, timeout=PATIENCE)
        return read(json.loads(report.read_text(encoding="utf-8")))


def read(report: dict[str, Any]) -> Figures:
    """The figures of Lighthouse's report. Raises RuntimeError where one is not there."""
    groups, audits = report["categories"], report["audits"]
    unscored = [name for name, group in groups.items() if group["score"] is None]
    if unscored:
        why = report.get("runtimeError", {}).get("message", "")
        raise RuntimeError(f"{report['requestedUrl']}: no score of {unscored}. {why}")
    named = [
        reference["id"]
        for name, group in groups.items()
        if name != "performance"
        for reference in group["auditRefs"]
        if reference["weight"]
    ]
    return Figures(
        {name: round(group["score"] * PERCENT) for name, group in groups.items()},
        number_of(audits, "largest-contentful-paint") / 1000,
        number_of(audits, "cumulative-layout-shift"),
        tuple(name for name in named if audits[name]["score"] not in {None, 1}),
    )


def number_of(audits: dict[str, Any], name: str) -> float:
    """What was measured, in Lighthouse's unit."""
    return float(audits[name]["numericValue"])


def several(address: str, runs: int, *options: str) -> Figures:
    """The median of so many runs; categories but the performance do not vary: asked once."""
    first = run(address, *options)
    more = [run(address, *options, categories=["performance"]) for _ in range(runs - 1)]
    every = [first, *more]
    speed = statistics.median_low(one.scores["performance"] for one in every)
    return Figures(
        {**first.scores, "performance": speed},
        statistics.median(one.paint for one in every),
        statistics.median(one.shift for one in every),
        first.failed,
    )
