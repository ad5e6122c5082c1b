"""What keeps the server from starting, each in one sentence that says what to do.

Vietnamese by itself: these are printed before any translation catalogue is loaded.
"""

from __future__ import annotations

import errno
import socket


def no_port(host: str, port: int) -> str:
    """Why the portal cannot listen at host:port; "" when it can."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return _port_sentence(host, port, error)
    return ""


def _port_sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Cổng {port} trên {host} đang có chương trình khác dùng. Hãy tắt chương trình đó, "
            "hoặc chọn cổng khác: PORTAL_PORT=8001 make run"
        )
    if error.errno == errno.EACCES:
        return f"Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên bằng PORTAL_PORT."
    return (
        f"Biến môi trường PORTAL_BIND: “{host}” không phải địa chỉ của máy này. Hãy ghi 127.0.0.1 "
        "(chỉ máy này) hoặc 0.0.0.0 (mọi máy trong mạng)."
    )


def no_database() -> str:
    """Why the database does not serve; "" when it does."""
    # Imported here: settings are read by then.
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
    except DatabaseError as error:
        return database_sentence(error)
    finally:
        # Every worker opens its own.
        connection.close()
    if "django_migrations" not in tables:
        return "Cơ sở dữ liệu chưa có bảng nào. Hãy chạy: python manage.py prepare"
    return ""


def database_sentence(error: Exception) -> str:
    """What a database that cannot be reached or read said, and what to do."""
    said = " ".join(str(error).split())
    return (
        f"Không làm việc được với cơ sở dữ liệu: {said}. "
        "Hãy kiểm tra DATABASE_URL và máy chủ cơ sở dữ liệu, rồi chạy lại."
    )
