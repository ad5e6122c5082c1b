"""Why a file could not be read: one class for each reason.

The code is for programs, the English sentence for logs; the words for users are written where the
users are. `data` fills in those words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class ReadErrorCode(StrEnum):
    """Every reason for which a file does not become a draft."""

    UNREADABLE = "unreadable"
    UNSUPPORTED_FORMAT = "unsupported-format"  # data: format, as `extraction.content` names it
    UNKNOWN_ENCODING = "unknown-encoding"
    EMPTY_FILE = "empty-file"
    DAMAGED_FILE = "damaged-file"
    ENCRYPTED_FILE = "encrypted-file"
    MACRO_DOCUMENT = "macro-document"
    ARCHIVE = "archive"  # data: format
    AMBIGUOUS_FILE = "ambiguous-file"  # data: formats, such as "pdf, zip"
    UNSAFE_PACKAGE = "unsafe-package"
    UNSAFE_XML = "unsafe-xml"
    FILE_TOO_LARGE = "file-too-large"  # data: limit, in megabytes
    UNPACKS_TOO_LARGE = "unpacks-too-large"  # data: limit, in megabytes
    TOO_MANY_PAGES = "too-many-pages"  # data: pages, limit
    PICTURE_TOO_LARGE = "picture-too-large"  # data: limit, in megapixels
    TEXT_TOO_LONG = "text-too-long"  # data: limit, in letters
    TOOK_TOO_LONG = "took-too-long"  # data: limit, in seconds
    OUT_OF_MEMORY = "out-of-memory"  # data: limit, in megabytes
    READER_FAILED = "reader-failed"
    READER_DIED = "reader-died"
    NO_SUCH_PAGE = "no-such-page"  # data: page


class ReadError(Exception):
    """A file that cannot become text. `code` tells why, `data` fills in a translated message."""

    code: ClassVar[ReadErrorCode] = ReadErrorCode.UNREADABLE

    def __init__(self, message: str = "", **data: str) -> None:
        super().__init__(message or self.code.value)
        self.data = data


class UnsupportedFormatError(ReadError):
    """No reader for this kind of file; `data["format"]` names it."""

    code = ReadErrorCode.UNSUPPORTED_FORMAT


class UnknownEncodingError(ReadError):
    """The bytes are no text in any encoding that is known here."""

    code = ReadErrorCode.UNKNOWN_ENCODING


class EmptyFileError(ReadError):
    """The file has no bytes: an upload or a copy that broke off."""

    code = ReadErrorCode.EMPTY_FILE


class DamagedFileError(ReadError):
    """The kind of the file is known, but its inside does not keep the rules of that kind."""

    code = ReadErrorCode.DAMAGED_FILE


class EncryptedFileError(ReadError):
    """A password is needed to open the file."""

    code = ReadErrorCode.ENCRYPTED_FILE


class MacroDocumentError(ReadError):
    """The document carries programs (macros)."""

    code = ReadErrorCode.MACRO_DOCUMENT


class ArchiveError(ReadError):
    """The file is a package of other files, to be unpacked first; `data["format"]` names it."""

    code = ReadErrorCode.ARCHIVE


class AmbiguousFileError(ReadError):
    """The file is of two kinds at once; `data["formats"]` names them."""

    code = ReadErrorCode.AMBIGUOUS_FILE


class UnsafePackageError(ReadError):
    """An office file whose package lies: names twice, paths that lead outside, false sizes."""

    code = ReadErrorCode.UNSAFE_PACKAGE


class UnsafeXmlError(ReadError):
    """XML that declares a document type or entities: no office program writes them."""

    code = ReadErrorCode.UNSAFE_XML


class FileTooLargeError(ReadError):
    """The file is larger than a document can be; `data["limit"]` is the limit in megabytes."""

    code = ReadErrorCode.FILE_TOO_LARGE


class UnpacksTooLargeError(ReadError):
    """A small file that unpacks to a huge one; `data["limit"]` is the limit in megabytes."""

    code = ReadErrorCode.UNPACKS_TOO_LARGE


class TooManyPagesError(ReadError):
    """More pages than are read; `data["pages"]` and `data["limit"]`."""

    code = ReadErrorCode.TOO_MANY_PAGES


class PictureTooLargeError(ReadError):
    """A picture, or a page, with too many points; `data["limit"]` is in megapixels."""

    code = ReadErrorCode.PICTURE_TOO_LARGE


class TextTooLongError(ReadError):
    """More text than a document can have; `data["limit"]` is in letters."""

    code = ReadErrorCode.TEXT_TOO_LONG


class TookTooLongError(ReadError):
    """Reading was stopped after `data["limit"]` seconds."""

    code = ReadErrorCode.TOOK_TOO_LONG


class OutOfMemoryError(ReadError):
    """Reading needed more than `data["limit"]` megabytes of memory."""

    code = ReadErrorCode.OUT_OF_MEMORY


class ReaderFailedError(ReadError):
    """The reader met something that nobody had thought of; the log has the place."""

    code = ReadErrorCode.READER_FAILED


class ReaderDiedError(ReadError):
    """The process that read the file ended, could not start or answered nonsense."""

    code = ReadErrorCode.READER_DIED


class NoSuchPageError(ReadError):
    """The document has no page `data["page"]`."""

    code = ReadErrorCode.NO_SUCH_PAGE


ERRORS: dict[ReadErrorCode, type[ReadError]] = {
    error.code: error for error in (ReadError, *ReadError.__subclasses__())
}
