"""The environment's readers: what they take, and the one sentence with which they refuse."""

from __future__ import annotations

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings import env

NAME = "PORTAL_THU"


@pytest.fixture
def given(monkeypatch):
    def give(value):
        monkeypatch.setenv(NAME, value)

    return give


@pytest.mark.parametrize("word", ["1", "true", "YES", " on "])
def test_flags_that_are_on(given, word):
    given(word)
    assert env.flag(NAME) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off", ""])
def test_flags_that_are_off(given, word):
    given(word)
    assert env.flag(NAME, default=True) is False


def test_a_flag_that_is_not_set_has_its_default():
    assert env.flag(NAME, default=True) is True


@pytest.mark.parametrize("word", ["2", "có", "ture"])
def test_other_words_are_no_flag(given, word):
    given(word)
    with pytest.raises(ImproperlyConfigured, match=f"{NAME}: không hiểu giá trị “{word}”"):
        env.flag(NAME)


def test_numbers_may_be_written_with_wide_digits(given):
    given("８０")
    assert env.number(NAME, 8000, least=1, most=65_535) == 80


@pytest.mark.parametrize("value", ["0", "65536", "-1", "80a", "1e3"])
def test_numbers_out_of_range_or_out_of_sense(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match="số nguyên từ 1 đến 65535"):
        env.number(NAME, 8000, least=1, most=65_535)


def test_lists_take_commas_and_blanks(given):
    given("a.vn, b.vn c.vn")
    assert env.words(NAME) == ["a.vn", "b.vn", "c.vn"]


def test_a_secret_key_is_made_once_kept_and_closed_to_others(tmp_path):
    file = tmp_path / "secret-key"
    made = env.secret_key(NAME, file)
    assert len(made) >= env.SECRET_LENGTH
    assert env.secret_key(NAME, file) == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_secret_key_of_the_environment_is_written_nowhere(given, tmp_path):
    given("k" * 50)
    assert env.secret_key(NAME, tmp_path / "secret-key") == "k" * 50
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", ["", "ngan"])
def test_a_short_or_empty_secret_is_refused(tmp_path, kept):
    file = tmp_path / "secret-key"
    file.write_text(kept)
    with pytest.raises(ImproperlyConfigured, match="khóa bí mật ngắn hơn 50 ký tự"):
        env.secret_key(NAME, file)


@pytest.mark.parametrize("kept", ["khóa", None])
def test_a_secret_that_cannot_be_read_is_refused(tmp_path, kept):
    file = tmp_path / "secret-key"
    file.write_text(kept) if kept else file.mkdir()
    with pytest.raises(ImproperlyConfigured, match="không đọc được khóa bí mật"):
        env.secret_key(NAME, file)


def test_an_address_is_read(given):
    given("https://bangvang.example/")
    assert env.address(NAME, "http://localhost:8000") == "https://bangvang.example"


@pytest.mark.parametrize("value", ["bangvang", "ftp://a", "http://", "http://a:x", "http://a/b"])
def test_other_addresses_are_refused(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match="Hãy ghi dạng https://"):
        env.address(NAME, "http://localhost:8000")


def test_a_data_folder_is_made(given, tmp_path):
    given(str(tmp_path / "a" / "b"))
    assert env.folder(NAME, tmp_path).is_dir()


def test_a_file_in_place_of_the_data_folder_is_refused(given, tmp_path):
    file = tmp_path / "data"
    file.touch()
    given(str(file))
    with pytest.raises(ImproperlyConfigured, match="không ghi được vào thư mục dữ liệu"):
        env.folder(NAME, tmp_path)


def test_a_database_address_is_read(given):
    given("postgres://nguoi%40truong:m%2Fk@may:6543/bang_vang?sslmode=require")
    found = env.database(NAME, None)
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"]) == ("nguoi@truong", "m/k")
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("may", "6543", "bang_vang")
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("mysql://a@b/c", "không hỗ trợ loại “mysql”"),
        ("bang vang", "không hỗ trợ loại"),
        ("postgres://a@b:5432/", "thiếu tên cơ sở dữ liệu"),
        ("postgres://a@b:cong/c", "không hiểu địa chỉ"),
        ("postgres://[::1/c", "không hiểu địa chỉ"),
        ("postgres://a@h/c?foo=bar", "không hiểu phần “\\?foo=bar”"),
    ],
)
def test_other_database_addresses_are_refused(given, value, problem):
    given(value)
    with pytest.raises(ImproperlyConfigured, match=problem):
        env.database(NAME, None)


@pytest.mark.parametrize("value", ["memcached://a:1", "redis://a:cong/0", "127.0.0.1:6379"])
def test_other_cache_addresses_are_refused(given, value):
    given(value)
    with pytest.raises(ImproperlyConfigured, match="redis://máy_chủ:6379/0"):
        env.cache(NAME)
