"""A name from outside becomes a name that can be shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.names import safe_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kế hoạch 12.docx", "Kế hoạch 12.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\Kế hoạch.pdf", "Kế hoạch.pdf"),
        ("thuong\u202efdp.exe", "thuongfdp.exe"),
        ("a\x00b\x1b[31m.pdf", "ab[31m.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
        ("  .htaccess", "htaccess"),
        ("...", "van-ban"),
        ("", "van-ban"),
        ("folder/", "folder"),
        ("con.txt", "_con.txt"),
        ("NUL", "_NUL"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        (unicodedata.normalize("NFD", "Quyết định.pdf"), "Quyết định.pdf"),
        ("\udcffa.pdf", "a.pdf"),
    ],
)
def test_a_name_to_show(name, shown):
    assert safe_name(name) == shown


@pytest.mark.parametrize(
    ("name", "format", "shown"),
    [
        ("a.exe", "pdf", "a.pdf"),
        ("a.PDF", "pdf", "a.PDF"),
        ("a.jpeg", "jpeg", "a.jpeg"),
        ("Số 12.2025", "docx", "Số 12.2025.docx"),
        ("a", "html", "a.html"),
    ],
)
def test_the_suffix_follows_the_content(name, format, shown):
    assert safe_name(name, format) == shown


@given(st.text(max_size=400))
def test_any_name_is_one_short_line(name):
    shown = safe_name(name, "pdf")
    assert shown
    assert len(shown.encode()) <= 255
    assert not set(shown) & set('/\\\n\r\x00<>:"|?*')
    assert shown.isprintable()
