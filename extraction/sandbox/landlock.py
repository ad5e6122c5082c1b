"""Landlock (Linux 5.13 and later): the reading process writes in its own folder only.

It needs no privilege and works inside containers where namespaces are refused. Newer kernels also
refuse TCP (6.7) and signals to processes outside (6.12). Numbers: linux/landlock.h.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from pathlib import Path
from typing import Final

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446  # the same on every architecture
_VERSION = 1
_PATH_BENEATH = 1
_WRITE_FILE: Final = 1 << 1
_REMOVE_FOLDER: Final = 1 << 4
_REMOVE_FILE: Final = 1 << 5
_MAKE_SOCKET: Final = 1 << 9
# Writing, removing (4, 5) and making (6 to 12) files; moving them (13) and cutting them (14).
_CHANGES: Final = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))
_MOVES: Final = 1 << 13
_CUTS: Final = 1 << 14
_TCP: Final = 0b11  # bind, connect
_OUTSIDE: Final = 0b11  # abstract sockets, signals


def keep_to(folder: Path) -> bool:
    """Let this process and its children change files below `folder` only. Whether that worked.

    The process must have given up new privileges before (prctl).
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE, None, 0, _VERSION)
    if version < 1:
        return False
    changes = _changes(version)
    rules = _create(libc, version, changes)
    if rules < 0:
        return False
    _allow(libc, rules, folder, changes)
    _allow(libc, rules, folder.parent, _REMOVE_FOLDER)  # its own, when the parent is gone
    _allow(libc, rules, Path("/dev"), _WRITE_FILE)
    # LibreOffice makes its socket here, whatever TMPDIR says, and ends when it cannot.
    _allow(libc, rules, Path("/tmp"), _MAKE_SOCKET | _REMOVE_FILE)  # noqa: S108 - no file is made
    is_kept = libc.syscall(_RESTRICT, rules, 0) == 0
    os.close(rules)
    return bool(is_kept)


def _changes(version: int) -> int:
    return _CHANGES | (_MOVES if version >= 2 else 0) | (_CUTS if version >= 3 else 0)


def _create(libc: ctypes.CDLL, version: int, changes: int) -> int:
    network = _TCP if version >= 4 else 0
    outside = _OUTSIDE if version >= 6 else 0
    fields = (changes, network, outside)[: 1 + (version >= 4) + (version >= 6)]
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    return int(libc.syscall(_CREATE, attributes, ctypes.c_size_t(len(attributes)), 0))


def _allow(libc: ctypes.CDLL, rules: int, folder: Path, access: int) -> None:
    try:
        place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", access, place), 0)
    os.close(place)
