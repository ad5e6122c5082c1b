"""Files are read once, by readers that may die, and then found on every page that offers them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from extraction.errors import EncryptedFileError, ReaderDiedError
from extraction.sandbox import read_safely
from regulations.intake.queue import MOST_ATTEMPTS, StoppedError
from search.file_texts import indexing
from search.file_texts.models import FileText, FileUse
from search.file_texts.queue import read_next_file
from tests.builders import make_news
from tests.search.file_texts.papers import in_index, make_file, regulation_with, story_with

pytestmark = pytest.mark.django_db
State = FileText.State


class Killed(BaseException):
    """The reader's process is gone: nothing of it goes on."""


def killed(path):
    raise Killed


def stopped(path):
    raise StoppedError


def locked(path):
    raise EncryptedFileError("locked")


def states():
    return list(FileText.objects.order_by("pk").values_list("state", flat=True))


def later(**until):
    """The time of all readers is over."""
    FileText.objects.update(leased_until=timezone.now() - dt.timedelta(seconds=1))


def read_all():
    while read_next_file() is not None:
        pass


def test_every_page_that_offers_the_file_is_indexed_anew():
    pages = [story_with(make_file("Danh sách chim yến", title)) for title in "AB"]
    other = make_news()
    assert read_next_file().is_indexed
    assert [in_index(page) for page in pages] == [
        [(title, None, "Danh sách chim yến")] for title in "AB"
    ]
    assert in_index(other) == []
    assert read_next_file() is None


def test_a_page_published_later_has_the_text_at_once():
    story_with(make_file("Danh sách chim yến"))
    read_all()
    page = story_with(make_file("Danh sách chim yến", "Bản sao"))
    assert in_index(page) == [("Bản sao", None, "Danh sách chim yến")]
    assert states() == [State.READ]


def test_an_unpublished_page_is_not_brought_back():
    page = story_with(make_file())
    page.unpublish()
    read_all()
    assert in_index(page) == []


def test_the_file_of_a_reader_that_was_killed_waits_again():
    page = story_with(make_file())
    with pytest.raises(Killed):
        read_next_file(killed)
    assert read_next_file() is None
    later()
    assert read_next_file().state == State.READ
    assert len(in_index(page)) == 1


def test_a_file_that_kills_its_readers_is_given_up():
    story_with(make_file())
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(Killed):
            read_next_file(killed)
        later()
    assert read_next_file() is None
    text = FileText.objects.get()
    assert (text.state, text.error_code) == (State.FAILED, "reader-gone")


def test_a_reader_that_is_asked_to_end_gives_the_file_back():
    story_with(make_file())
    assert read_next_file(stopped).state == State.WAITING
    assert FileText.objects.get().attempts == 0


def test_why_a_file_could_not_be_read_is_kept():
    story_with(make_file())
    assert read_next_file(locked).state == State.FAILED
    assert FileText.objects.get().error_code == "encrypted-file"


def test_a_file_that_is_gone_by_then_says_so():
    story_with(file := make_file())
    file.file.storage.delete(file.file.name)
    assert read_next_file().error_code == "file-gone"


def test_who_dies_between_reading_and_indexing_leaves_the_rest_to_the_next(monkeypatch):
    page = story_with(make_file())

    def dies(page):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "index_page", dies)
        with pytest.raises(Killed):
            read_next_file()
    assert (states(), in_index(page)) == ([State.READ], [])
    later()
    assert read_next_file().is_indexed
    assert len(in_index(page)) == 1


def test_a_text_that_kills_who_indexes_it_is_given_up_and_the_next_file_read(monkeypatch):
    story_with(make_file("Danh sách gây chết"))
    page = story_with(make_file("Danh sách chim yến"))

    def dies(page):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "index_page", dies)
        for _ in range(MOST_ATTEMPTS):
            with pytest.raises(Killed):
                read_next_file()
            later()
    read_all()
    assert states() == [State.FAILED, State.READ]
    assert len(in_index(page)) == 1


def test_one_reader_at_a_time_indexes_what_another_read(monkeypatch):
    story_with(make_file())
    asked = []
    monkeypatch.setattr(indexing, "index_page", lambda page: asked.append(read_next_file()))
    assert read_next_file().state == State.READ
    assert asked == [None]


def test_a_reader_that_came_too_late_writes_nothing():
    page = story_with(make_file())

    def slow(path):
        FileText.objects.update(lease=None, state=State.WAITING)
        return read_safely(path)

    read_next_file(slow)
    assert (states(), in_index(page)) == ([State.WAITING], [])


def test_the_command_finds_what_was_published_before_and_may_be_repeated(capsys):
    page = story_with(make_file())
    FileUse.objects.all().delete()
    FileText.objects.all().delete()
    call_command("read_files")
    assert len(in_index(page)) == 1
    assert "1" in capsys.readouterr().out
    call_command("read_files")
    assert FileText.objects.count() == 1


def test_the_command_tries_again_when_asked():
    page = story_with(make_file())
    read_next_file(locked)
    call_command("read_files")
    assert states() == [State.FAILED]
    call_command("read_files", again=True)
    assert len(in_index(page)) == 1


def test_a_reader_that_breaks_off_is_tried_once_more_and_then_a_failure():
    story_with(make_file())

    def broken(path):
        raise ReaderDiedError("gone")

    assert read_next_file(broken).error_code == "reader-died"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time anyway")
def test_a_publication_beside_a_reading_finds_the_text_or_is_found():
    """The reader waits for the publication that has listed the file; then it sees its page."""
    import threading

    story_with(make_file("Danh sách chim yến"))
    noted, done = threading.Event(), []

    def read():
        noted.wait(10)
        done.append(read_next_file())
        connection.close()

    reader = threading.Thread(target=read)
    reader.start()
    with transaction.atomic():
        page = story_with(make_file("Danh sách chim yến", "Bản sao"))
        noted.set()
        reader.join(2)
    reader.join(30)
    assert done[0].is_indexed
    assert len(in_index(page)) == 1


def test_the_review_queue_tells_of_files_that_could_not_be_read(client, editor):
    page = regulation_with(make_file(), title="Quy chế có tệp khóa")
    read_next_file(locked)
    client.force_login(editor)
    told = client.get("/van-ban-can-ra-soat/?ly-do=unread-file").content.decode()
    assert page.title in told
    assert "mật khẩu" in told
