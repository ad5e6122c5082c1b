"""What a reader found, where, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Generic, Protocol, TypeVar

T = TypeVar("T")


class Confidence(StrEnum):
    """SURE: printed where the rules put it. UNSURE: a person must look. MISSING: not found."""

    SURE = "sure"
    UNSURE = "unsure"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of the extracted text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span, one space between them."""
        return " ".join(text[self.start : self.end].split())


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A value with its source.

    A missing field has no value, but may have `printed`: what stands there without saying
    enough, such as a date whose day is to be filled in by hand.
    """

    value: T | None = None
    confidence: Confidence = Confidence.MISSING
    span: Span | None = None
    printed: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether a person has to supply the value."""
        return self.confidence is Confidence.MISSING


MISSING: Final[Field[Any]] = Field()


def sure(value: T, span: Span, printed: str = "") -> Field[T]:
    """A field that is printed where it belongs."""
    return Field(value, Confidence.SURE, span, printed)


def unsure(value: T, span: Span | None, printed: str = "") -> Field[T]:
    """A field that somebody has to confirm."""
    return Field(value, Confidence.UNSURE, span, printed)


class Make(Protocol):
    """How a field is made: `sure` or `unsure`."""

    def __call__(self, value: T, span: Span, printed: str = "", /) -> Field[T]: ...
