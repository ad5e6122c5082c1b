"""Start-up with a wrong setting: exit code 1 and one sentence, never a traceback."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.databases import sqlite_original
from tests.portal.commands import ROOT, environment, run, run_as_anybody

MANAGE, SERVE = ("manage.py", "check"), ("-m", "portal.serve")
WRONG = {
    "DATABASE_URL": ("mysql://a@b/c", "không hỗ trợ loại “mysql”"),
    "SECRET_KEY": ("ngan", "khóa bí mật ngắn hơn 50 ký tự"),
    "PORTAL_HTTPS": ("co", "Hãy ghi 1 (bật) hoặc 0 (tắt)"),
    "CACHE_URL": ("memcached://a", "redis://máy_chủ:6379/0"),
    "PORTAL_ADDRESS": ("bangvang", "không phải địa chỉ của một trang chủ"),
}


def assert_refused(done, sentence):
    """Exit code 1, `sentence` on stderr in a single line, no traceback."""
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [MANAGE, SERVE], ids=["manage.py", "portal.serve"])
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_told_in_one_sentence(tmp_path, command, name):
    value, sentence = WRONG[name]
    done = run(tmp_path, *command, **{name: value})
    assert_refused(done, sentence)
    assert name in done.stderr


@pytest.mark.parametrize("command", [MANAGE, SERVE], ids=["manage.py", "portal.serve"])
def test_a_file_in_place_of_the_data_folder_is_told(tmp_path, command):
    file = tmp_path / "data"
    file.touch()
    assert_refused(run(file, *command), "không ghi được vào thư mục dữ liệu")


@pytest.mark.parametrize("command", [MANAGE, SERVE], ids=["manage.py", "portal.serve"])
def test_a_read_only_data_folder_is_told(tmp_path, command):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    assert_refused(run_as_anybody(folder, *command), "không ghi được vào thư mục dữ liệu")


def test_a_port_out_of_range_is_told(tmp_path):
    assert_refused(run(tmp_path, *SERVE, PORTAL_PORT="70000"), "số nguyên từ 1 đến 65535")


def test_a_port_in_use_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run(tmp_path, *SERVE, PORTAL_PORT=port)
    assert_refused(done, f"Cổng {port} trên 127.0.0.1 đang có chương trình khác dùng")


def test_an_address_of_another_machine_is_told(tmp_path):
    done = run(tmp_path, *SERVE, PORTAL_BIND="192.0.2.1")
    assert_refused(done, "“192.0.2.1” không phải địa chỉ của máy này")


MIGRATE = ("manage.py", "migrate")


@pytest.mark.parametrize("command", [MIGRATE, SERVE], ids=["manage.py", "portal.serve"])
def test_a_database_that_does_not_answer_is_told(tmp_path, command):
    done = run(tmp_path, *command, DATABASE_URL="postgres://a@127.0.0.1:1/c")
    assert_refused(done, "Không làm việc được với cơ sở dữ liệu")


@pytest.mark.parametrize("command", [MIGRATE, SERVE], ids=["manage.py", "portal.serve"])
def test_a_file_that_is_no_database_is_told(tmp_path, command):
    (tmp_path / "portal.sqlite3").write_bytes(b"khong phai co so du lieu" * 100)
    assert_refused(run(tmp_path, *command), "Không làm việc được với cơ sở dữ liệu")


def test_a_database_without_tables_is_told(tmp_path):
    assert_refused(run(tmp_path, *SERVE), "Hãy chạy: python manage.py prepare")


def test_behind_https_djangos_deployment_checks_find_nothing(tmp_path):
    arguments = ("check", "--deploy", "--fail-level", "WARNING")
    done = run(tmp_path, "manage.py", *arguments, PORTAL_HTTPS="1")
    assert done.returncode == 0, done.stderr


def test_an_interrupt_ends_the_server_cleanly(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    shutil.copyfile(sqlite_original(), tmp_path / "portal.sqlite3")
    server = subprocess.Popen(
        [sys.executable, *SERVE],
        cwd=ROOT,
        env=environment(tmp_path, PORTAL_PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    answers_within(60, port)
    family = [server.pid, *children_of(server.pid)]
    assert any("portal.clock" in command_of(child) for child in family)
    server.send_signal(signal.SIGINT)
    printed, complaints = server.communicate(timeout=30)
    assert server.returncode == 0
    assert [child for child in family if command_of(child)] == []
    assert f"http://localhost:{port}/" in printed
    assert "Traceback" not in complaints


def children_of(pid):
    """The processes that this one started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def command_of(pid):
    """How the process was started; "" when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except FileNotFoundError:
        return ""


def answers_within(seconds, port):
    """Wait until somebody listens; fails otherwise."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not listen")
