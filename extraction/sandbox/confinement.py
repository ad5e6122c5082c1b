"""What the reading process may not do, set by itself before it opens a file.

Limits hold for the programs that it starts, too: each has the memory and the time of its own.
Namespaces and prctl are Linux; elsewhere the limits of POSIX, the dead proxies and the clock of
the parent remain.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import sys
from pathlib import Path

from extraction.limits import MEGABYTE, Limits
from extraction.sandbox.landlock import keep_to

_NEW_USER = 0x10000000  # clone(2)
_NEW_NETWORK = 0x40000000
_NO_NEW_PRIVILEGES = 38  # prctl(2)
_CHILD_SUBREAPER = 36
_CAPABILITY_VERSION = 0x20080522  # capget(2)
_FILES = 512


def confine(limits: Limits) -> None:
    """Give up memory, time, network and rights; write in the working directory only.

    Call it with one thread only.
    """
    _leave_network()
    _give_up_rights()
    keep_to(Path.cwd())
    megabytes = {
        resource.RLIMIT_DATA: limits.memory_mb,  # private memory: shared libraries do not count
        resource.RLIMIT_FSIZE: limits.written_mb,
        resource.RLIMIT_CORE: 0,
    }
    for name, most in megabytes.items():
        _lower(name, most * MEGABYTE)
    _lower(resource.RLIMIT_NOFILE, _FILES)
    os.umask(0o077)


def allow_seconds(seconds: int) -> None:
    """From now on `seconds` of processor time, then the kernel ends this process (SIGXCPU)."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = used + seconds + 1
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _lower(name: int, most: int) -> None:
    hard = resource.getrlimit(name)[1]
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(name, (most, most))


def _leave_network() -> None:
    """A network of its own, without devices. Refused in some containers: then only the proxies
    that the parent has set lead nowhere."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_NETWORK) == 0:
        return
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        with contextlib.suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        _drop_capabilities(libc)


def _drop_capabilities(libc: ctypes.CDLL) -> None:
    """A new user namespace comes with all rights inside it; none is needed."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    libc.capset(header, (ctypes.c_uint32 * 6)())


def _give_up_rights() -> None:
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    # Processes whose parent has gone become children of this one, where they are found and ended.
    libc.prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)
