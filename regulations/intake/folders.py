"""Which files a run works on, and what each is called in its report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from regulations.intake.refusal import RefusalCode, RefusedError
from regulations.intake.sheet import BadCell, SheetRow
from vietnamese import nfc

# What systems leave in folders beside documents.
PASSED_OVER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a run. shown: its path below the folder that was named; row: of the sheet."""

    path: Path
    shown: str
    given: dict[str, str] = field(default_factory=dict)
    errors: tuple[BadCell, ...] = ()


def items_of_paths(paths: Iterable[str]) -> list[Item]:
    """The files named, and all files in the folders named, in the order of their names.

    Raises RefusedError for a path that is not there, and when there is no file at all.
    """
    listed = list(paths)
    items = [item for path in listed for item in _items(Path(path))]
    if not items:
        raise RefusedError(RefusalCode.NO_FILES, path=", ".join(listed))
    return items


def items_of_rows(rows: Iterable[SheetRow], folder: Path) -> list[Item]:
    """The files that a sheet names, below `folder`. Raises RefusedError when it is no folder."""
    if not folder.is_dir():
        raise RefusedError(RefusalCode.NOT_A_FOLDER, path=str(folder))
    return [_item_of_row(row, folder) for row in rows]


def _items(path: Path) -> Iterator[Item]:
    if path.is_file():
        yield Item(path, path.name)
    elif path.is_dir():
        for file in _files(path):
            yield Item(file, str(file.relative_to(path)))
    else:
        raise RefusedError(RefusalCode.NO_PATH, path=str(path))


def _files(folder: Path) -> list[Path]:
    """Ordinary files only; hidden ones, temporary ones of office programs and links are left."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(root) / name for name in sorted(names) if _counts(name))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return found


def _counts(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in PASSED_OVER


def _item_of_row(row: SheetRow, folder: Path) -> Item:
    path, errors = _found(folder, row.file), row.errors
    if row.file and not errors:
        if not (folder / row.file).resolve().is_relative_to(folder.resolve()):
            errors = (BadCell(row.cell, "outside", row.file),)
        elif path is None:
            errors = (BadCell(row.cell, "no-such-file", row.file),)
    return Item(path or folder, row.file or row.cell, row.given, errors)


def _found(folder: Path, name: str) -> Path | None:
    """The file of that name; some systems write names in decomposed letters."""
    path = folder / name
    if path.is_file():
        return path
    if path.parent.is_dir():
        same = (other for other in path.parent.iterdir() if nfc(other.name) == nfc(path.name))
        return next((other for other in same if other.is_file()), None)
    return None
