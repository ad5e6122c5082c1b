"""SQLite as production uses it, and Redis where one answers."""

from __future__ import annotations

import threading
import time

import pytest
from django.core.cache import CacheHandler
from django.db.utils import ConnectionHandler
from redis import Redis
from redis.exceptions import RedisError

from portal.settings import env

REDIS = "redis://127.0.0.1:6379/15"


@pytest.fixture
def connect(tmp_path, django_db_blocker):
    """A new connection to one SQLite file, as another worker would open it."""
    opened = []

    def open_one():
        handler = ConnectionHandler({"default": env.sqlite(tmp_path / "portal.sqlite3")})
        connection = handler["default"]
        connection.inc_thread_sharing()
        opened.append(connection)
        return connection

    with django_db_blocker.unblock():
        yield open_one
        for connection in opened:
            connection.close()


def value_of(connection, statement):
    with connection.cursor() as cursor:
        return cursor.execute(statement).fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("busy_timeout", 20_000)],
)
def test_sqlite_is_ready_for_several_writers(connect, pragma, expected):
    assert value_of(connect(), f"PRAGMA {pragma}") == expected


def test_a_second_writer_waits_instead_of_losing_its_save(connect):
    first, second = connect(), connect()
    with first.cursor() as cursor:
        cursor.execute("CREATE TABLE saves (who TEXT)")
    began = threading.Event()
    slow = threading.Thread(target=write_slowly, args=(first, began))
    slow.start()
    began.wait(10)
    write(second, "second")
    slow.join(10)
    assert value_of(second, "SELECT group_concat(who) FROM saves") == "first,second"


def write(connection, who):
    """Read, then write: the order in which SQLite would refuse a lock taken late."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    value_of(connection, "SELECT count(*) FROM saves")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO saves VALUES (%s)", [who])
    connection.commit()
    connection.set_autocommit(True)


def write_slowly(connection, began):
    """The same, with the lock held for a while."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    began.set()
    time.sleep(0.4)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO saves VALUES ('first')")
    connection.commit()
    connection.set_autocommit(True)


def redis_answers():
    try:
        return Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except RedisError:
        return False


@pytest.mark.skipif(not redis_answers(), reason="no Redis answers on 127.0.0.1:6379")
def test_redis_keeps_what_it_is_given(monkeypatch):
    monkeypatch.setenv("CACHE_URL", REDIS)
    cache = CacheHandler({"default": env.cache("CACHE_URL")})["default"]
    cache.set("thu", {"tên": "Đỗ Thị Mẫu"}, timeout=5)
    assert cache.get("thu") == {"tên": "Đỗ Thị Mẫu"}
    cache.delete("thu")
    assert cache.get("thu") is None
