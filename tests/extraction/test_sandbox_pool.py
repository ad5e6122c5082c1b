"""Warm reading processes: one that is lost hurts no other file, and none outlives its parent."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from extraction.errors import (
    EmptyFileError,
    ReaderDiedError,
    ReaderFailedError,
    ReadError,
    TookTooLongError,
)
from extraction.limits import DEFAULT
from extraction.sandbox import ReaderPool, read_safely
from tests.extraction.acts import PROJECT, reading_processes, with_act

DIES_ON_HARM = "'harm' in path.name and os._exit(3)"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where reading processes have their folders."""
    folder = tmp_path / "reading"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def can_landlock():
    script = (
        f"import sys; sys.path.insert(0, {str(PROJECT)!r})\n"
        "from pathlib import Path\nfrom extraction.sandbox import confinement, landlock\n"
        "confinement._give_up_rights()\nsys.exit(not landlock.keep_to(Path.cwd()))"
    )
    return subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def texts(tmp_path, *names):
    paths = [tmp_path / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(f"Điều 1. {path.stem}", "utf-8")
    return paths


def results_of(pool, paths):
    """The draft or the error of each path, asked for by two threads."""

    def result_of(path):
        try:
            return pool.read(path)
        except (ReadError, OSError) as error:
            return error

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(result_of, paths))


def gone(folder, seconds=5):
    """Whether no process is left, waiting a little for the last one."""
    end = time.monotonic() + seconds
    while reading_processes(folder) and time.monotonic() < end:
        time.sleep(0.05)
    return not reading_processes(folder)


def test_one_process_reads_many_files(tmp_path, folder):
    paths = texts(tmp_path, *"abcdef")
    with ReaderPool(1) as pool:
        results = results_of(pool, paths)
        assert len(reading_processes(folder)) == 1
    assert [result.text for result in results] == [f"Điều 1. {n}" for n in "abcdef"]
    assert gone(folder)


def test_a_process_is_renewed(tmp_path, folder):
    paths = texts(tmp_path, *"ab")
    with ReaderPool(1, files_each=1) as pool:
        for path in paths:
            assert pool.read(path).text
            assert not reading_processes(folder)


def test_a_lost_process_hurts_no_other_file(tmp_path, folder, monkeypatch):
    with_act(monkeypatch, tmp_path, DIES_ON_HARM)
    paths = texts(tmp_path, "a", "harm-1", "b", "harm-2", "c")
    with ReaderPool(2) as pool:
        results = results_of(pool, paths)
    assert [isinstance(result, ReaderDiedError) for result in results] == [0, 1, 0, 1, 0]


def test_what_a_file_left_behind_does_not_hurt_the_next(tmp_path, folder, monkeypatch):
    """The second file kills a process that is not fresh: it is read again by a fresh one."""
    count = "worker.count = getattr(worker, 'count', 0) + 1; worker.count > 1 and os._exit(3)"
    with_act(monkeypatch, tmp_path, count)
    with ReaderPool(1) as pool:
        assert [pool.read(path).text for path in texts(tmp_path, *"abc")]


def test_errors_and_missing_files_are_results(tmp_path, folder):
    paths = [*texts(tmp_path, "a"), tmp_path / "missing", tmp_path / "empty"]
    paths[2].touch()
    with ReaderPool(1) as pool:
        results = [type(result) for result in results_of(pool, paths)]
    assert results[1:] == [FileNotFoundError, EmptyFileError]


def test_many_threads_share_few_processes(tmp_path, folder):
    paths = texts(tmp_path, *"abcdefgh")
    with ReaderPool(2) as pool, ThreadPoolExecutor(8) as threads:
        assert [draft.text[-1] for draft in threads.map(pool.read, paths)] == [*"abcdefgh"]
        assert len(reading_processes(folder)) <= 2


def test_programs_end_with_their_reader(tmp_path, folder, monkeypatch):
    """Even one that has left the group, as an office program may."""
    start = "subprocess.Popen(['sleep', '60'], start_new_session=True); time.sleep(60)"
    with_act(monkeypatch, tmp_path, start)
    with pytest.raises(TookTooLongError):
        read_safely(*texts(tmp_path, "a"), replace(DEFAULT, seconds=1))
    assert gone(folder)
    assert list(folder.iterdir()) == []


def test_programs_that_a_reader_forgot_end_after_the_file(tmp_path, folder, monkeypatch):
    with_act(monkeypatch, tmp_path, "subprocess.Popen(['sleep', '60'], start_new_session=True)")
    with ReaderPool(1) as pool:
        assert pool.read(*texts(tmp_path, "a")).text
        assert len(reading_processes(folder)) == 1


def test_readers_end_when_their_parent_is_killed(tmp_path, folder, monkeypatch):
    with_act(monkeypatch, tmp_path, "subprocess.Popen(['sleep', '60']); time.sleep(60)")
    (path,) = texts(tmp_path, "a")
    script = (
        f"import sys, tempfile; sys.path.insert(0, {str(PROJECT)!r})\n"
        f"from pathlib import Path; tempfile.tempdir = {str(folder)!r}\n"
        f"from extraction.sandbox import process, read_safely\n"
        f"process._LAUNCH = Path({str(tmp_path / 'launch.py')!r})\n"
        f"read_safely(Path({str(path)!r}))"
    )
    parent = subprocess.Popen([sys.executable, "-c", script])
    end = time.monotonic() + 10
    while len(reading_processes(folder)) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    assert len(reading_processes(folder)) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert gone(folder)
    assert list(folder.iterdir()) == []


def test_no_secret_and_no_network_goes_along(tmp_path, folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    with_act(monkeypatch, tmp_path, "raise ValueError(sorted(os.environ))")
    with pytest.raises(ReaderFailedError) as caught:
        read_safely(*texts(tmp_path, "a"))
    assert "DATABASE_URL" not in str(caught.value)
    assert "https_proxy" in str(caught.value)


def test_the_network_is_out_of_reach(tmp_path, folder, monkeypatch):
    if subprocess.run(["unshare", "-rn", "true"], check=False).returncode:
        pytest.skip("this system lets nobody leave the network")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with_act(monkeypatch, tmp_path, f"socket.create_connection({address!r}, 2)")
        with pytest.raises(ReaderFailedError, match="Error: "):
            read_safely(*texts(tmp_path, "a"))


def test_nothing_is_written_outside(tmp_path, folder, monkeypatch):
    if not can_landlock():
        pytest.skip("this kernel has no Landlock")
    (path,) = texts(tmp_path, "a")
    for act in (
        f"open({str(tmp_path / 'b')!r}, 'w')",
        f"os.rename({str(path)!r}, {str(tmp_path / 'c')!r})",
        f"os.truncate({str(path)!r}, 0)",
        f"os.mkdir({str(tmp_path / 'd')!r})",
    ):
        with_act(monkeypatch, tmp_path, act)
        with pytest.raises(ReaderFailedError, match=r"PermissionError|OSError"):
            read_safely(path)
    assert path.stat().st_size


def test_files_and_processes_stay_few(tmp_path, folder):
    (path,) = texts(tmp_path, "a")
    before = len([*Path("/proc/self/fd").iterdir()]), children()
    for _ in range(5):
        read_safely(path)
    assert (len([*Path("/proc/self/fd").iterdir()]), children()) == before


def children():
    """The processes below this one, dead ones that nobody asked about too."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = path.read_text().rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                found.add(path.parent.name)
    return found


def test_a_pool_can_be_stopped_at_once(tmp_path, folder, monkeypatch):
    with_act(monkeypatch, tmp_path, "time.sleep(60)")
    with ReaderPool(1) as pool, ThreadPoolExecutor(1) as threads:
        future = threads.submit(pool.read, *texts(tmp_path, "a"))
        end = time.monotonic() + 10
        while not reading_processes(folder) and time.monotonic() < end:
            time.sleep(0.05)
        pool.stop()
        with pytest.raises(ReaderDiedError):
            future.result(timeout=10)
        with pytest.raises(ReaderDiedError):
            pool.read(tmp_path / "a.txt")
    assert gone(folder)


def test_an_idle_reader_removes_its_folder_when_its_parent_is_killed(tmp_path, folder):
    (path,) = texts(tmp_path, "a")
    script = (
        f"import os, sys, tempfile; sys.path.insert(0, {str(PROJECT)!r})\n"
        f"from pathlib import Path; tempfile.tempdir = {str(folder)!r}\n"
        f"from extraction.sandbox import ReaderPool\n"
        f"ReaderPool(1).read(Path({str(path)!r})); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    assert gone(folder)
    assert list(folder.iterdir()) == []
