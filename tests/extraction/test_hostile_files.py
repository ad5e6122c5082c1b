"""Files that mean harm are refused before they are unpacked, each with its own reason."""

from __future__ import annotations

import io
import os
import struct
import time
import warnings
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest
from PIL import Image

from extraction.content import format_of
from extraction.errors import (
    AmbiguousFileError,
    DamagedFileError,
    EncryptedFileError,
    FileTooLargeError,
    MacroDocumentError,
    PictureTooLargeError,
    ReadError,
    TooManyPagesError,
    UnpacksTooLargeError,
    UnsafePackageError,
    UnsafeXmlError,
    UnsupportedFormatError,
)
from extraction.limits import DEFAULT, MEGABYTE
from tests.extraction import hostile

ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


def refused(tmp_path, data, error, limits=DEFAULT, name="a.docx"):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        format_of(path, limits)
    return caught.value


@pytest.mark.parametrize(
    "document",
    [
        hostile.word_xml("&x;", before=ENTITIES),
        hostile.word_xml("a", before="<!-- x -->" * 20_000 + '<!DOCTYPE d SYSTEM "http://x/y">'),
        hostile.word_xml("a", before=ENTITIES).replace("UTF-8", "UTF-16").encode("utf-16"),
        hostile.word_xml("a").replace("UTF-8", "UTF-7"),
        hostile.word_xml("a").encode("utf-32"),
        hostile.word_xml("a").encode("cp037"),
    ],
)
def test_xml_that_declares_entities_or_hides_them(tmp_path, document):
    refused(tmp_path, hostile.docx(document=document), UnsafeXmlError)


def test_entities_in_open_document_and_flat_xml(tmp_path):
    inner = '<!DOCTYPE m:m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m/>'
    refused(tmp_path, hostile.odt(manifest=inner), UnsafeXmlError)
    flat = f'<?xml version="1.0"?>{ENTITIES}<office:document/>'
    refused(tmp_path, flat.encode(), UnsafeXmlError)


def test_the_document_type_of_old_manifests_is_no_harm(tmp_path):
    path = tmp_path / "a.odt"
    path.write_bytes(hostile.odt(manifest='<!DOCTYPE m:m PUBLIC "-//O//" "Manifest.dtd"><m/>'))
    assert format_of(path) == "odt"


def test_a_member_that_unpacks_to_the_thousandfold(tmp_path):
    error = refused(tmp_path, hostile.docx("a" * 20 * MEGABYTE), UnpacksTooLargeError)
    assert error.data == {"limit": "200"}


def test_many_members_that_are_large_together(tmp_path):
    noise = {f"word__media__{n}_dot_png": os.urandom(MEGABYTE) for n in range(4)}
    refused(tmp_path, hostile.docx(**noise), UnpacksTooLargeError, replace(DEFAULT, unpacked_mb=3))


def test_thousands_of_members(tmp_path):
    members = {f"word__{number}": b"" for number in range(60)}
    refused(tmp_path, hostile.docx(**members), UnpacksTooLargeError, replace(DEFAULT, members=50))
    tiny = replace(DEFAULT, members=5)
    refused(tmp_path, hostile.docx(**members), UnpacksTooLargeError, tiny)


def test_a_member_that_is_larger_than_it_says(tmp_path):
    words = "a" * 5000
    data = bytearray(hostile.docx(words))
    size = struct.pack("<I", len(hostile.word_xml(words).encode()))
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = struct.pack("<I", 100)
    refused(tmp_path, bytes(data), DamagedFileError)


@pytest.mark.parametrize(
    "name", ["../../etc/x", "/etc/x", "C:\\x", "word\\..\\..\\x", "a\x00b", "a\nb"]
)
def test_names_inside_that_lead_outside(tmp_path, name):
    data = hostile.docx(QQQQQQQQQQQ=b"x")
    padded = hostile.docx(**{"Q" * len(name): b"x"}) if len(name) != 11 else data
    changed = padded.replace(b"Q" * len(name), name.encode())
    refused(tmp_path, changed, UnsafePackageError)


def test_the_same_name_twice(tmp_path):
    file = io.BytesIO(hostile.docx())
    with warnings.catch_warnings(), zipfile.ZipFile(file, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr("word/Document.xml", hostile.word_xml("Điều 2."))
    refused(tmp_path, file.getvalue(), UnsafePackageError)


def test_members_that_overlap(tmp_path):
    data = bytearray(hostile.docx())
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = struct.pack("<I", 10)
    refused(tmp_path, bytes(data), UnsafePackageError)


def test_something_before_the_package(tmp_path):
    shell = b"PK\x03\x04" + os.urandom(500) + hostile.docx()
    refused(tmp_path, shell, UnsafePackageError)


@pytest.mark.parametrize(
    ("data", "formats"),
    [
        (hostile.pdf() + hostile.zipped({"a": b"x"}), "pdf, zip"),
        (hostile.png(4, 4) + hostile.zipped({"a": b"x"}), "png, zip"),
        (b"GIF89a" + hostile.pdf(), "gif, pdf"),
        (b"<html><script>alert(1)</script>" + hostile.pdf(), "html, pdf"),
        (b"#!/bin/sh\n" + hostile.zipped({"a": b"x"}), "data, zip"),
    ],
)
def test_two_kinds_at_once(tmp_path, data, formats):
    assert refused(tmp_path, data, AmbiguousFileError).data == {"formats": formats}


@pytest.mark.parametrize(
    "data",
    [
        hostile.compound("EncryptionInfo", "EncryptedPackage"),
        hostile.compound("WordDocument", flags=0x0100),
        hostile.locked_pdf(),
        hostile.odt(manifest="<m><encryption-data/></m>"),
        hostile.docx().replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x01\x00\x08"),
    ],
)
def test_a_password(tmp_path, data):
    refused(tmp_path, data, EncryptedFileError)


@pytest.mark.parametrize(
    "data",
    [
        hostile.docx(word__vbaProject_dot_bin=b"x"),
        hostile.zipped(
            {
                "[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml",
                "word/document.xml": hostile.word_xml("a"),
            }
        ),
        hostile.compound("WordDocument", "_VBA_PROJECT"),
        hostile.odt(Basic__Standard__Module1_dot_xml="<a/>"),
    ],
)
def test_macros(tmp_path, data):
    refused(tmp_path, data, MacroDocumentError)


def test_a_picture_that_declares_more_than_anybody_scans(tmp_path):
    error = refused(tmp_path, hostile.png(60_000, 60_000, rows=1), PictureTooLargeError)
    assert error.data == {"limit": "40"}


def test_a_later_page_of_a_fax_counts_too(tmp_path):
    path = tmp_path / "a.tif"
    large = Image.new("1", (3000, 2000))
    Image.new("1", (9, 9)).save(path, save_all=True, append_images=[large], compression="group4")
    with pytest.raises(PictureTooLargeError):
        format_of(path, replace(DEFAULT, megapixels=2))
    with pytest.raises(TooManyPagesError):
        format_of(path, replace(DEFAULT, pages=1))


def test_more_pages_than_are_read(tmp_path):
    error = refused(tmp_path, hostile.pdf(12), TooManyPagesError, replace(DEFAULT, pages=10))
    assert error.data == {"pages": "12", "limit": "10"}


def test_a_page_larger_than_the_format_allows(tmp_path):
    refused(tmp_path, hostile.pdf(box="0 0 900000 900000"), PictureTooLargeError)


def test_a_file_that_is_too_large_is_not_opened(tmp_path):
    refused(tmp_path, bytes(2 * MEGABYTE), FileTooLargeError, replace(DEFAULT, file_mb=1))


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "a.docx"
    os.mkfifo(path)
    with pytest.raises(UnsupportedFormatError):
        format_of(path)


@pytest.mark.parametrize(
    "data",
    [
        b"<!---->" * 9000 + b"x",
        b" " * 65_000 + b"x",
        b"<?xml " * 9000,
        b"Content-Type:" + b" " * 65_000,
        hostile.odt(manifest="<!DOCTYPE" * 100_000),
        hostile.docx(document="<?xml " * 200_000),
    ],
)
def test_looking_at_a_file_takes_no_time(tmp_path, data):
    path = tmp_path / "a"
    path.write_bytes(data)
    began = time.process_time()
    with suppress(ReadError):
        format_of(path)
    assert time.process_time() - began < 1
