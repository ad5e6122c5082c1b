"""Readers of the environment that refuse nonsense at start-up, in words an administrator can use.

Every reader raises `ImproperlyConfigured` with the name of the variable, what
was found and what to write instead. Messages are bilingual in one line, because they are printed
before any translation catalogue can be loaded.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off", ""})
SECRET_LENGTH = 50


def refuse(name: str, problem: str, remedy: str) -> ImproperlyConfigured:
    """The error for variable `name`: what is wrong and what to do, in Vietnamese."""
    return ImproperlyConfigured(f"Biến môi trường {name}: {problem}. {remedy}.")


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding blanks, or `default`."""
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    """A yes/no variable. Raises ImproperlyConfigured for any other word."""
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise refuse(name, f"không hiểu giá trị “{value}”", "Hãy ghi 1 (bật) hoặc 0 (tắt)")


def number(name: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number between `least` and `most`. Raises ImproperlyConfigured otherwise."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal() or not least <= int(value) <= most:
        raise refuse(name, f"“{value}” không hợp lệ", f"Hãy ghi số nguyên từ {least} đến {most}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list of words separated by commas or blanks."""
    return text(name, default).replace(",", " ").split()


def folder(name: str, default: Path) -> Path:
    """A folder the portal writes to; made when missing.

    Raises ImproperlyConfigured when it cannot be made or written.
    """
    path = Path(text(name) or default).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / f".probe-{secrets.token_hex(4)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise refuse(
            name,
            f"không ghi được vào thư mục dữ liệu “{path}” ({error.strerror})",
            "Hãy cấp quyền ghi cho thư mục này, hoặc chọn thư mục khác bằng biến này",
        ) from error
    return path


def secret_key(name: str, keep_in: Path) -> str:
    """The secret key: from the variable, else from the file `keep_in`, made on the first run.

    The file is created with mode 600. Raises ImproperlyConfigured when the key is too short or
    the file cannot be read.
    """
    value = text(name)
    try:
        value = value or _kept_secret(keep_in)
    except (OSError, UnicodeDecodeError) as error:
        raise refuse(
            name,
            f"không đọc được khóa bí mật trong “{keep_in}”",
            "Hãy cấp quyền đọc tệp này, hoặc xóa nó để hệ thống tự tạo khóa mới",
        ) from error
    if len(value) < SECRET_LENGTH:
        raise refuse(
            name,
            f"khóa bí mật ngắn hơn {SECRET_LENGTH} ký tự (hoặc tệp {keep_in.name} bị rỗng)",
            "Hãy đặt một chuỗi ngẫu nhiên dài hơn, hoặc xóa tệp để hệ thống tự tạo khóa mới",
        )
    return value


def _kept_secret(keep_in: Path) -> str:
    """The key in the file, made when there is none; of two first starts one makes it."""
    try:
        descriptor = os.open(keep_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return keep_in.read_text(encoding="ascii").strip()
    value = secrets.token_urlsafe(SECRET_LENGTH)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(value)
    return value


def address(name: str, default: str) -> str:
    """The portal's own address: scheme, host and perhaps a port, without a slash at the end.

    Raises ImproperlyConfigured for anything else.
    """
    value = (text(name) or default).rstrip("/")
    remedy = "Hãy ghi dạng https://bangvang.truong.edu.vn hoặc http://localhost:8000"
    parts = _split(name, value, remedy)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise refuse(name, f"“{value}” không phải địa chỉ của một trang chủ", remedy)
    return value


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite made ready for several writers.

    WAL lets readers go on while one writes; IMMEDIATE takes the write lock at the start, so that
    waiting (20 s) helps: without it concurrent editors lose saves to "database is locked".
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # Opening it again for every request costs 2 ms: the whole schema is read.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-32000;PRAGMA temp_store=MEMORY;"
            ),
        },
        "TEST": {"NAME": None},
    }


def database(name: str, default: Path) -> dict[str, Any]:
    """The DATABASES entry: `postgres://user:password@host:port/name`, or SQLite when not set.

    Raises ImproperlyConfigured for another scheme, a missing name or a port that is no number.
    """
    value = text(name)
    if not value:
        return sqlite(default)
    remedy = "Hãy ghi dạng postgres://người_dùng:mật_khẩu@máy_chủ:5432/tên_cơ_sở_dữ_liệu"
    parts = _split(name, value, remedy)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise refuse(name, f"không hỗ trợ loại “{parts.scheme}”", remedy)
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name:
        raise refuse(name, "thiếu tên cơ sở dữ liệu", remedy)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _connection_options(name, parts.query, remedy),
    }


def _connection_options(name: str, query: str, remedy: str) -> dict[str, str]:
    """The parameters after "?" in a database address; libpq knows which there are."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import make_conninfo

    options = dict(parse_qsl(query))
    try:
        make_conninfo(**options)
    except ProgrammingError as error:
        raise refuse(name, f"không hiểu phần “?{query}” của địa chỉ", remedy) from error
    return options


def cache(name: str) -> dict[str, Any]:
    """The CACHES entry: `redis://host:port/number`, or local memory when not set."""
    value = text(name)
    if not value:
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "portal",
        }
    remedy = "Hãy ghi dạng redis://máy_chủ:6379/0"
    if _split(name, value, remedy).scheme not in {"redis", "rediss"}:
        raise refuse(name, f"không hiểu “{value}”", remedy)
    return {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": value,
        "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 2, "SOCKET_TIMEOUT": 2},
    }


def page_cache(name: str) -> dict[str, Any]:
    """The CACHES entry for whole pages: as `cache`, apart from everything else.

    In memory at most so many entries, the last asked for stay. Redis bounds them itself; while it
    does not answer, pages are made anew.
    """
    made = cache(name)
    if made["BACKEND"].startswith("django_redis"):
        options = {**made["OPTIONS"], "IGNORE_EXCEPTIONS": True}
        return {**made, "KEY_PREFIX": "pages", "OPTIONS": options}
    return {**made, "LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 300, "CULL_FREQUENCY": 10}}


def _split(name: str, value: str, remedy: str) -> Any:
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - reading it is what checks the number
    except ValueError as error:
        raise refuse(name, f"không hiểu địa chỉ “{value}”", remedy) from error
    return parts
