"""Translations: from `.po`, which people edit, to `.mo`, which programs read.

`python -m portal.catalogues` compiles what changed. It is no command of manage.py: Django looks up
its first words while it loads the rooms, and what it does not find by then stays English.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"
# Django lets the first win: the portal's own words come before those for the packages.
LOCALE_FOLDERS = [LOCALE, LOCALE / "packages"]


def compile_catalogues(folders: Iterable[Path] = LOCALE_FOLDERS) -> list[Path]:
    """Compile each `.po` in `folders` that is newer than its `.mo`; returns the `.mo` written.

    A file is written aside and then moved, so that a server reading it never sees half of it.
    """
    written = []
    for folder in folders:
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            _compile(source, target)
            written.append(target)
    return written


def _compile(source: Path, target: Path) -> None:
    # The time is taken before reading: an edit meanwhile must not look compiled.
    times = source.stat().st_atime, source.stat().st_mtime
    with source.open("rb") as file:
        catalogue = read_po(file, locale="vi")
    aside = target.with_suffix(f".{os.getpid()}")
    with aside.open("wb") as file:
        write_mo(file, catalogue)
    os.utime(aside, times)
    aside.replace(target)


if __name__ == "__main__":
    for path in compile_catalogues():
        sys.stdout.write(f"  {path.relative_to(LOCALE)}\n")
