"""Ways to break a file, all decided by a seeded random number generator."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]
_LARGE = (0, 1, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_NUMBERS = ("-1", "0", "1", "65536", "99999999", "2147483648", "1e308", "NaN", "", "%s%n", "ế")
_DIGITS = re.compile(rb"\d+")
_TAGS = re.compile(rb"<[^<>]+>")
_VALUES = re.compile(rb'"[^"<>]*"')


def truncated(rng: random.Random, data: bytes) -> bytes:
    """The first part, as a copy that broke off."""
    return data[: rng.randrange(1, max(len(data), 2))]


def beheaded(rng: random.Random, data: bytes) -> bytes:
    """Without its first bytes."""
    return data[rng.randrange(1, min(len(data), 3000) + 1) :] or b"x"


def flipped(rng: random.Random, data: bytes) -> bytes:
    """A few bits turned over, as a bad disk does."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 5, 50, 500))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def swapped(rng: random.Random, data: bytes) -> bytes:
    """Two blocks in each other's place."""
    size = rng.choice((16, 512, 4096))
    first, second = sorted(rng.randrange(max(len(data) - size, 1)) for _ in range(2))
    second = max(second, first + size)
    one, other = data[first : first + size], data[second : second + size]
    return data[:first] + other + data[first + size : second] + one + data[second + size :]


def blanked(rng: random.Random, data: bytes) -> bytes:
    """A block of zeros or of noise."""
    size = rng.choice((4, 64, 1024, 16384))
    place = rng.randrange(len(data))
    block = bytes(size) if rng.random() < 0.5 else rng.randbytes(size)
    return data[:place] + block + data[place + size :]


def repeated(rng: random.Random, data: bytes) -> bytes:
    """One block many times."""
    size = rng.choice((8, 200, 2000))
    place = rng.randrange(len(data))
    return data[:place] + data[place : place + size] * rng.choice((2, 30, 300)) + data[place:]


def numbered(rng: random.Random, data: bytes) -> bytes:
    """Sizes and offsets that lie: some binary numbers become very small or very large."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 4, 16))):
        place = rng.randrange(max(len(changed) - 4, 1))
        changed[place : place + 4] = rng.choice(_LARGE).to_bytes(4, rng.choice(("little", "big")))
    return bytes(changed)


def renumbered(rng: random.Random, data: bytes) -> bytes:
    """Printed numbers, such as the references of a PDF file, become others."""
    share = rng.choice((0.002, 0.02, 0.2))

    def other(match: re.Match[bytes]) -> bytes:
        if rng.random() > share:
            return match[0]
        return rng.choice(_NUMBERS).encode() if rng.random() < 0.5 else b"%d" % rng.randrange(99)

    return _DIGITS.sub(other, data)


def retagged(rng: random.Random, data: bytes) -> bytes:
    """Tags go missing, come twice or change their values."""
    share = rng.choice((0.001, 0.01, 0.1))

    def other(match: re.Match[bytes]) -> bytes:
        if rng.random() > share:
            return match[0]
        tag = match[0]
        value = f'"{rng.choice(_NUMBERS)}"'.encode()
        return rng.choice((b"", tag * 2, b"<w:tbl>", _VALUES.sub(lambda _: value, tag)))

    return _TAGS.sub(other, data)


def repacked(rng: random.Random, data: bytes) -> bytes:
    """A package whose members are broken inside, while the package itself is in order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return flipped(rng, data)
    for name in rng.sample(sorted(members), min(len(members), rng.choice((1, 1, 3)))):
        change = rng.choice((retagged, retagged, renumbered, flipped, truncated, repeated))
        members[name] = change(rng, members[name] or b" ")
        if rng.random() < 0.1:
            del members[name]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


MUTATIONS: dict[str, Mutation] = {
    "truncated": truncated,
    "beheaded": beheaded,
    "flipped": flipped,
    "swapped": swapped,
    "blanked": blanked,
    "repeated": repeated,
    "numbered": numbered,
    "renumbered": renumbered,
    "retagged": retagged,
    "repacked": repacked,
}
