"""Files that pages offer, and what the index has of them."""

from __future__ import annotations

from django.core.files.base import ContentFile

from pages.models import PortalDocument
from regulations.models import Annex
from search.models import Passage, Place
from tests.builders import make_news, make_regulation
from tests.extraction.pdf_files import Leaf, write_pdf

# The first page is cut off a reader's eye when the second is meant.
FIRST, SECOND = "Danh sach chim yen", "Danh sach dai bang"
LONG = " ".join(f"chữ{number}" for number in range(40))


def make_file(text="Danh sách chim yến", title="Phụ lục", name="phu-luc.txt"):
    """A text file."""
    content = text if isinstance(text, bytes) else text.encode()
    return PortalDocument.objects.create(title=title, file=ContentFile(content, name=name))


def make_pdf(folder, *pages, title="Phụ lục"):
    """A PDF, each page with a line."""
    path = folder / "phu-luc.pdf"
    write_pdf(path, *(Leaf().lines(page) for page in pages))
    return make_file(path.read_bytes(), title, "phu-luc.pdf")


def regulation_with(*files, **fields):
    """A published regulation with these annexes."""
    fields.setdefault("text", "Điều 1. Phạm vi\nQuy chế này quy định về thi đua.")
    page = make_regulation(live=False, **fields)
    for file in files:
        page.annexes.add(Annex(title=f"Phụ lục {file.pk}", file=file))
    page.save_revision().publish()
    return page


def story_with(*files, **fields):
    """A published story with these files to download."""
    return make_news(body=[("document", file) for file in files], **fields)


def in_index(page):
    """(label, page of the file, words) of every passage in a file of `page`."""
    rows = Passage.objects.filter(page_id=page.pk, place=Place.FILE).order_by("id")
    return list(rows.values_list("label", "file_page", "body"))
