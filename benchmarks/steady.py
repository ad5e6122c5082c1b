"""Reads the files of a folder again and again in one run, and watches the memory.

    python -m benchmarks.steady FOLDER [--count 1000] [--scans]

Scanned pages are recognised by another program, which takes minutes for some files: they are left
out unless asked for. The process is not renewed for its age here, so that a leak shows. Fails when
its memory, or that of the reading program, has grown by more than a tenth and 8 MB from the middle
third of the run to the last, or open files have become more.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import mean

from benchmarks.originals import is_scan
from extraction import ReadError
from extraction.content import format_of
from extraction.content.signatures import PICTURES
from extraction.sandbox import ReaderPool
from extraction.sandbox.trees import resident_mb

_EVERY = 100
_GROWTH = 1.1
_SLACK_MB = 8  # the largest file of a folder may come late


def main() -> int:
    """0 when the memory stayed where it was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--scans", action="store_true", help="scanned files, too")
    options = parser.parse_args()
    files = _files(options.folder, options.scans)
    began, rows = time.monotonic(), []
    with ReaderPool(1, files_each=10**9) as pool:
        for number, path in enumerate(islice(cycle(files), options.count), 1):
            _read(pool, path)
            rows.append((pool.memory_mb, resident_mb(os.getpid()), len(_open_files())))
            if number % _EVERY == 0:
                print(
                    "{:6}  reader {:6.1f} MB  here {:6.1f} MB  {} open files".format(
                        number, *rows[-1]
                    ),
                    flush=True,
                )
    print(
        f"{len(files)} files, {options.count} readings, {time.monotonic() - began:.0f} s,", end=""
    )
    print(f" {pool.started} processes")
    return 0 if _is_steady(rows) else 1


def _files(folder: Path, with_scans: bool) -> list[Path]:
    found = []
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(ReadError):
            if path.is_file():
                kind = format_of(path)
                is_slow = kind in PICTURES or (kind == "pdf" and is_scan(path))
                found += [path] * (with_scans or not is_slow)
    return found


def _read(pool: ReaderPool, path: Path) -> None:
    try:
        pool.read(path)
    except ReadError as error:
        print(f"        {path.name}: {error.code}")


def _open_files() -> list[Path]:
    return list(Path("/proc/self/fd").iterdir())


def _is_steady(rows: list[tuple[float, float, int]]) -> bool:
    third = max(len(rows) // 3, 1)
    is_steady = True
    names = (("reader", _SLACK_MB), ("here", _SLACK_MB), ("open files", 0))
    for (name, slack), column in zip(names, zip(*rows, strict=True), strict=True):
        before, after = mean(column[third : 2 * third] or column), mean(column[-third:])
        print(f"{name}: middle third {before:.1f}, last third {after:.1f}")
        is_steady = is_steady and after <= before * _GROWTH + slack
    return is_steady


if __name__ == "__main__":
    sys.exit(main())
