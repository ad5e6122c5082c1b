"""Compound files (OLE, [MS-CFB]): Word before 2007, and encrypted office files of any year."""

from __future__ import annotations

import struct

import olefile

from extraction.content.peek import Peek
from extraction.errors import (
    DamagedFileError,
    EncryptedFileError,
    MacroDocumentError,
    UnsupportedFormatError,
)
from extraction.limits import Limits

_ENCRYPTED = 0x0100  # fEncrypted of the FIB, [MS-DOC] 2.5.2
_FLAGS_AT = 0x0A
_OTHERS = (
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
    ("__properties_version1.0", "mail"),
    ("visiodocument", "vsd"),
)
_FAULTS = (OSError, ValueError, IndexError, KeyError, TypeError, struct.error, RecursionError)


def format_of(peek: Peek, limits: Limits) -> str:
    """ "doc". Raises a ReadError for every other kind, for passwords and for macros."""
    try:
        with olefile.OleFileIO(str(peek.path)) as file:
            paths = {"/".join(parts).lower() for parts in file.listdir(storages=True)}
            _check(paths)
            flags = file.openstream("WordDocument").read(_FLAGS_AT + 2)
    except _FAULTS as error:
        raise DamagedFileError("A damaged compound file") from error
    if len(flags) < _FLAGS_AT + 2:
        raise DamagedFileError("A Word file without its head")
    if struct.unpack_from("<H", flags, _FLAGS_AT)[0] & _ENCRYPTED:
        raise EncryptedFileError("A Word file with a password")
    return "doc"


def _check(paths: set[str]) -> None:
    if "encryptedpackage" in paths or "encryptioninfo" in paths:
        raise EncryptedFileError("An office file with a password")
    if "worddocument" not in paths:
        kind = next((kind for path, kind in _OTHERS if path in paths), "ole")
        raise UnsupportedFormatError(f"No reader for {kind}", format=kind)
    if any(path == "macros/vba" or path.endswith("_vba_project") for path in paths):
        raise MacroDocumentError("A Word file with macros")
