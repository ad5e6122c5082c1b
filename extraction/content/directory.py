"""The directory of a ZIP package, read with suspicion before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from extraction.content.peek import Peek
from extraction.errors import EncryptedFileError, UnpacksTooLargeError, UnsafePackageError
from extraction.limits import MEGABYTE, Limits

_LOCAL_HEADER = 30
_ENTRY = 46 + 250  # a row of the directory: fixed part, and a generous name
_ENCRYPTED = 0x1
_FREE_RATIO = 16 * MEGABYTE  # a form of ten thousand empty rows packs to a thousandth, too
_ZIP64 = 0xFFFFFFFF  # the real offset stands elsewhere
_BAD_NAME = re.compile(r"[\x00-\x1f]|^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


def check_directory(peek: Peek, limits: Limits) -> None:
    """Raise a ReadError when the package must not be unpacked, BadZipFile when it is none."""
    end = peek.zip_end
    if end is None:
        raise zipfile.BadZipFile("No end record")
    if end.directory_size > limits.members * _ENTRY:
        raise UnpacksTooLargeError("Too many members", limit=str(limits.unpacked_mb))
    with zipfile.ZipFile(peek.path) as package:
        infos = package.infolist()
        if end.directory_offset not in {package.start_dir, _ZIP64}:
            raise UnsafePackageError("Something stands before the package")
    _check_names(infos)
    _check_places(infos)
    _check_sizes(infos, limits)


def _check_names(infos: Sequence[zipfile.ZipInfo]) -> None:
    names = {info.filename.casefold() for info in infos}
    if len(names) != len(infos):
        raise UnsafePackageError("A name stands twice in the package")
    for info in infos:
        if _BAD_NAME.search(info.orig_filename):
            raise UnsafePackageError(f"A name that leads outside: {info.orig_filename[:80]!r}")
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFileError("A package with a password")


def _check_places(infos: Sequence[zipfile.ZipInfo]) -> None:
    """Members that overlap let a few bytes unpack to many files."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for info, following in pairwise(ordered):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > following.header_offset:
            raise UnsafePackageError("Members of the package overlap")


def _check_sizes(infos: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    total = sum(info.file_size for info in infos)
    swollen = any(
        info.file_size > _FREE_RATIO and info.file_size > limits.ratio * info.compress_size
        for info in infos
    )
    if len(infos) > limits.members or total > limits.unpacked_mb * MEGABYTE or swollen:
        raise UnpacksTooLargeError(
            f"{len(infos)} members, {total} bytes unpacked", limit=str(limits.unpacked_mb)
        )
