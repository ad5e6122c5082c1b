"""Showing a page: a WebP picture of the width that was asked for."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from extraction.errors import DamagedFileError, NoSuchPageError, PictureTooLargeError
from extraction.pictures import page_count, page_picture
from tests.extraction.pdf_files import Leaf, write_pdf


def opened(data):
    return Image.open(io.BytesIO(data))


def test_a_page_of_a_pdf_file_with_what_was_filled_in(tmp_path):
    leaf = Leaf().lines("Kế hoạch").form_field("Ký bởi", 300, 400, 30)
    path = write_pdf(tmp_path / "a.pdf", leaf, Leaf())
    picture = opened(page_picture(path, 1, 400))
    assert (picture.format, picture.width) == ("WEBP", 400)
    assert page_count(path) == 2
    assert picture.height == pytest.approx(566, abs=1)


def test_a_page_of_a_tiff_file(tmp_path):
    pages = [Image.new("L", (100, 140), shade) for shade in (0, 255)]
    pages[0].save(tmp_path / "a.tiff", save_all=True, append_images=pages[1:])
    assert page_count(tmp_path / "a.tiff") == 2
    assert opened(page_picture(tmp_path / "a.tiff", 2, 50)).getpixel((25, 35)) == (255, 255, 255)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there(tmp_path, page):
    path = write_pdf(tmp_path / "a.pdf", Leaf(), Leaf())
    with pytest.raises(NoSuchPageError):
        page_picture(path, page, 400)


def test_a_picture_that_is_none_or_too_large(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(DamagedFileError):
        page_picture(tmp_path / "a.png", 1, 400)
    Image.new("1", (9000, 9000)).save(tmp_path / "b.png")
    with pytest.raises(PictureTooLargeError):
        page_picture(tmp_path / "b.png", 1, 400)
