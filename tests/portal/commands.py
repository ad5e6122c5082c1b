"""The portal's programs, run as an administrator runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# What the machine's own environment, or the test-suite, may have set.
SETTINGS = frozenset(
    {
        "CACHE_URL",
        "DATABASE_URL",
        "DJANGO_ALLOW_ASYNC_UNSAFE",
        "PORTAL_ADDRESS",
        "PORTAL_BIND",
        "PORTAL_DATA",
        "PORTAL_HTTPS",
        "PORTAL_PORT",
        "SECRET_KEY",
    }
)


def environment(data: Path, **changes: str) -> dict[str, str]:
    """Production settings with their data in `data`, and `changes`."""
    plain = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    return {
        **plain,
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "PORTAL_DATA": str(data),
        **changes,
    }


def run(data: Path, *command: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run `python command...` and wait for it."""
    return _done([sys.executable, *command], ROOT, environment(data, **changes))


def run_as_anybody(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """`run` without the administrator's privilege to write where nobody may."""
    plain = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    return _done([*plain, sys.executable, *command], ROOT, environment(data))


def make(target: str, checkout: Path, data: Path) -> subprocess.CompletedProcess[str]:
    """Run `make target` in `checkout` and wait for it."""
    return _done(["make", target], checkout, environment(data))


def _done(command: list[str], folder: Path, env: dict[str, str]) -> Any:
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False
    )
