"""Messages over a pipe: four bytes of length, then JSON."""

from __future__ import annotations

import os
import select
import struct
import time

_LENGTH = struct.Struct(">I")
_PIECE = 1 << 20


class EndOfPipeError(Exception):
    """The other side has closed."""


class TooLongError(Exception):
    """The other side announces more than is let through."""


def send(fd: int, data: bytes) -> None:
    """Write one message. Raises BrokenPipeError when nobody reads."""
    view = memoryview(_LENGTH.pack(len(data)) + data)
    while view:
        view = view[os.write(fd, view) :]


def receive(fd: int, most: int, deadline: float | None = None) -> bytes:
    """The next message, of at most `most` bytes, before `deadline` (of time.monotonic).

    Raises EndOfPipeError, TooLongError or TimeoutError.
    """
    (length,) = _LENGTH.unpack(_exactly(fd, _LENGTH.size, deadline))
    if length > most:
        raise TooLongError(f"{length} bytes")
    return _exactly(fd, length, deadline)


def _exactly(fd: int, count: int, deadline: float | None) -> bytes:
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    data = bytearray()
    while len(data) < count:
        if not poll.poll(_milliseconds(deadline)):
            raise TimeoutError
        piece = os.read(fd, min(count - len(data), _PIECE))
        if not piece:
            raise EndOfPipeError
        data += piece
    return bytes(data)


def _milliseconds(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left * 1000
