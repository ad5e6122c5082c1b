"""A file is read in a process that can be lost: a draft or one clear error, never a wait."""

from __future__ import annotations

import io
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from extraction import draft_of, read_file
from extraction.errors import (
    DamagedFileError,
    EncryptedFileError,
    NoSuchPageError,
    OutOfMemoryError,
    ReaderDiedError,
    ReaderFailedError,
    TextTooLongError,
    TookTooLongError,
    UnpacksTooLargeError,
)
from extraction.formats import office
from extraction.limits import DEFAULT
from extraction.sandbox import page_count_safely, pdf_safely, picture_safely, read_safely
from tests.extraction import hostile
from tests.extraction.acts import reading_processes, with_act
from tests.extraction.samples import document

TEXT = document("Điều 1. Khen thưởng tập thể theo Luật Thi đua, khen thưởng số 06/2022/QH15.\n")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "van-ban.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_draft_is_the_same_as_without_the_sandbox(path):
    assert read_safely(path) == draft_of(read_file(path))


def test_nothing_is_left_behind(path, monkeypatch, tmp_path):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    before = set(Path("/proc/self/fd").iterdir())
    read_safely(path)
    assert list(folder.iterdir()) == []
    assert set(Path("/proc/self/fd").iterdir()) == before
    assert reading_processes(folder) == []


def test_a_name_of_odd_bytes_is_found(tmp_path):
    path = Path(os.fsdecode(bytes(tmp_path) + b"/\xff\n\xe1\xba\xbf.txt"))
    path.write_text(TEXT, "utf-8")
    assert read_safely(path).extracted.source == "ế.txt"


def test_a_missing_file_and_a_folder_are_told_at_once(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_safely(tmp_path / "a")
    with pytest.raises(IsADirectoryError):
        read_safely(tmp_path)


def test_half_a_file_is_a_clear_error(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(hostile.docx()[:-40])
    with pytest.raises(DamagedFileError):
        read_safely(path)


def test_a_text_without_end_is_refused(path):
    with pytest.raises(TextTooLongError) as caught:
        read_safely(path, replace(DEFAULT, letters=200))
    assert caught.value.data == {"limit": "200"}


@pytest.mark.parametrize(
    ("act", "error"),
    [
        ("os._exit(3)", ReaderDiedError),
        ("os.kill(os.getpid(), 11)", ReaderDiedError),
        ("os.kill(os.getpid(), 9)", OutOfMemoryError),
        ("os.abort()", OutOfMemoryError),
        ("b'x' * 10**10", OutOfMemoryError),
        ("hold = [bytearray(10**6) for _ in range(10**6)]", OutOfMemoryError),
        ("1 / 0", ReaderFailedError),
        ("raise SystemExit", ReaderDiedError),
        ("open('large', 'wb').truncate(10**9)", UnpacksTooLargeError),
        ("(lambda f: f(f))(lambda f: f(f))", DamagedFileError),
        ("frames.send(3, b'{')", ReaderDiedError),
        ("frames.send(3, b'[]')", ReaderDiedError),
        ("frames.send(3, b'[' * 100_000)", ReaderDiedError),
        ("os.write(3, b'\\xff\\xff\\xff\\xff')", ReaderDiedError),
        ("frames.send(3, b'[\"draft\",[]]')", ReaderDiedError),
        ('frames.send(3, b\'["draft",[["x"]]]\')', ReaderDiedError),
        ('frames.send(3, b\'["error","new","",{}]\')', ReaderDiedError),
        ('frames.send(3, b\'["picture","x"]\')', ReaderDiedError),
    ],
)
def test_every_way_to_die_is_one_clear_error(path, monkeypatch, tmp_path, act, error):
    with_act(monkeypatch, tmp_path, act)
    with pytest.raises(error):
        read_safely(path)


def test_the_clock_ends_what_sleeps(path, monkeypatch, tmp_path):
    with_act(monkeypatch, tmp_path, "time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(TookTooLongError) as caught:
        read_safely(path, replace(DEFAULT, seconds=0.5))
    assert caught.value.data == {"limit": "0.5"}
    assert time.monotonic() - began < 10


def test_the_kernel_ends_what_computes(path, monkeypatch, tmp_path):
    with_act(monkeypatch, tmp_path, "while True: pass")
    with pytest.raises(TookTooLongError) as caught:
        read_safely(path, replace(DEFAULT, cpu_seconds=1))
    assert caught.value.data == {"limit": "1"}


def test_a_page_is_drawn_in_the_sandbox_too(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile.pdf(2))
    assert page_count_safely(path) == 2
    picture = Image.open(io.BytesIO(picture_safely(path, 2, 300)))
    assert picture.width == 300
    with pytest.raises(NoSuchPageError):
        picture_safely(path, 3, 300)


def test_a_page_of_a_locked_file_is_not_drawn(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile.locked_pdf())
    with pytest.raises(EncryptedFileError):
        picture_safely(path, 1, 300)


def test_a_text_has_no_page_to_draw(path):
    assert page_count_safely(path) == 0
    assert pdf_safely(path) is None
    with pytest.raises(NoSuchPageError):
        picture_safely(path, 1, 300)


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
def test_a_word_file_is_printed_in_the_sandbox(tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(hostile.docx())
    assert pdf_safely(path).startswith(b"%PDF-")
