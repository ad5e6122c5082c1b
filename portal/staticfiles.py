"""Static files for production: hashed, compressed, and one stylesheet per theme.

Stylesheets are lists of `@import url("...") layer(...)` over small files. A browser follows them
in development; here they are flattened when files are collected, so that a page needs one request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(
    r"@import\s+url\([\"']?(?P<path>[^\"')]+)[\"']?\)(?:\s+layer\((?P<layer>\w+)\))?;"
)
RELATIVE = re.compile(r"url\([\"']?(?P<path>\.\.?/[^\"')]+)[\"']?\)")
# The stylesheets that pages link to.
BUNDLES = ("css/portal.css", "css/staff.css")


class PortalStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with the imports of BUNDLES flattened first."""

    manifest_strict = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[tuple[str, bool], str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The address of a file; a page prints the same few again and again.

        Only those of the manifest are remembered: it stays as it is until files are collected.
        """
        if name not in self.hashed_files:
            return super().url(name, force)
        if (name, force) not in self._addresses:
            self._addresses[name, force] = super().url(name, force)
        return self._addresses[name, force]

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Flatten, then hash and compress as WhiteNoise does."""
        self._addresses.clear()
        for name in BUNDLES:
            if name in paths and not dry_run:
                flat = flatten(name, paths)
                self.delete(name)
                self._save(name, ContentFile(flat.encode()))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)


def flatten(name: str, paths: dict[str, Any]) -> str:
    """The stylesheet `name` with its imports in place, each in its layer.

    `paths` maps names to (storage, path) of their sources: a second collection must not read
    what the first one flattened. Raises KeyError when an imported file is not among them.
    """
    folder = PurePosixPath(name).parent

    def inlined(match: re.Match[str]) -> str:
        member = str(folder / match["path"])
        css = moved(flatten(member, paths), PurePosixPath(match["path"]).parent)
        return f"@layer {match['layer']} {{\n{css}\n}}" if match["layer"] else css

    storage, path = paths[name]
    with storage.open(path) as file:
        return IMPORT.sub(inlined, file.read().decode())


def moved(css: str, folder: PurePosixPath) -> str:
    """`css` from `folder` with its relative addresses as seen from the folder above it."""

    def resolved(match: re.Match[str]) -> str:
        parts: list[str] = []
        for part in (folder / match["path"]).parts:
            if part == ".." and parts and parts[-1] != "..":
                parts.pop()
            else:
                parts.append(part)
        return f'url("{"/".join(parts)}")'

    return RELATIVE.sub(resolved, css)
