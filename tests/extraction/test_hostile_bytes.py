"""Whatever the bytes are, a file is of a known kind or is refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.content import format_of
from extraction.errors import ReadError, ReadErrorCode
from extraction.files import FORMATS
from extraction.sandbox import ReaderPool
from tests.extraction import hostile

UNCLEAR = {ReadErrorCode.UNREADABLE, ReadErrorCode.READER_FAILED, ReadErrorCode.READER_DIED}
CLEAR = FORMATS | set(ReadErrorCode) - UNCLEAR
HEADS = st.sampled_from(
    [
        *[
            b"",
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"{\\rtf1 ",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff\xe0",
        ],
        *[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"II*\x00", b"MM\x00*", b"\xff\xfe", b"<html>"],
        *[b"<?xml ", b"MZ", b"\x00\x00\x00\x0cftypheic", b"Rar!\x1a\x07"],
    ]
)
WHOLE = st.sampled_from(
    [
        *[hostile.docx(), hostile.odt(), hostile.pdf(2), hostile.png(9, 9), hostile.locked_pdf()],
        *[hostile.compound("WordDocument", "1Table"), "Điều 1. Thi đua".encode("utf-16")],
    ]
)


@st.composite
def broken(draw):
    """A sound file with a piece replaced, or a head with anything behind it."""
    if draw(st.booleans()):
        return draw(HEADS) + draw(st.binary(max_size=2000))
    data = draw(WHOLE)
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 200)))
    return data[:start] + draw(st.binary(max_size=60)) + data[end:]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("bytes") / "van-ban"


@pytest.fixture(scope="module")
def pool():
    with ReaderPool(1) as pool:
        yield pool


@given(data=broken())
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_a_known_kind_or_refused(path, data):
    path.write_bytes(data)
    try:
        end = format_of(path)
    except ReadError as error:
        end = error.code
    assert end in CLEAR


@given(data=broken().filter(lambda data: not data.startswith((b"{\\rtf", b"\xd0\xcf", b"\x89P"))))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
def test_any_bytes_are_read_or_refused_in_the_sandbox(path, pool, data):
    """Without the kinds that need LibreOffice or Tesseract: a second each."""
    path.write_bytes(data)
    try:
        end = pool.read(path).extracted.format
    except ReadError as error:
        end = error.code
    assert end in CLEAR
