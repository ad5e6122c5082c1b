"""How a draft travels from the reading process: JSON, checked field by field.

The reading process is not trusted: a hostile file may have taken it over. So nothing is unpickled;
each value must have the type that the dataclass says, and each span must lie in the text.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from extraction.document import DocumentDraft
from extraction.fields import Span

D = TypeVar("D")
Decode = Callable[[Any], Any]
_SURROGATES = re.compile("[\ud800-\udfff]")
_DEEPEST = 60


class WireError(ValueError):
    """An answer that no honest reader sends."""


def dumps(value: object) -> bytes:
    """`value`, made of frozen dataclasses, as JSON: the fields of each in their order."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    # Half a letter is no letter in UTF-8; the sign for it is as long, so that spans stay right.
    return _SURROGATES.sub("\ufffd", text).encode()


def loads(data: bytes) -> Any:
    """The JSON in `data`. Raises WireError."""
    try:
        return json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise WireError("No JSON") from error


def draft_from(value: object) -> DocumentDraft:
    """The draft that `value`, out of JSON, stands for. Raises WireError."""
    try:
        draft = _decoder(DocumentDraft)(value)
    except (TypeError, ValueError, KeyError, RecursionError) as error:
        raise WireError(f"Not a draft: {error}") from error
    _check_spans(draft, len(draft.text))
    return cast(DocumentDraft, draft)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _refuse(constant: str) -> None:
    raise WireError(f"{constant} is no number")


@cache
def _decoder(hint: Any) -> Decode:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments)
    kind = origin or hint
    if dataclasses.is_dataclass(kind):
        return _dataclass(cast(type[Any], kind), arguments)
    if issubclass(kind, Enum):
        return cast(Decode, kind)
    return _day if kind is dt.date else _scalar(kind)


def _union(kinds: tuple[Any, ...]) -> Decode:
    others = [kind for kind in kinds if kind is not NoneType]
    if len(others) != 1 or len(kinds) != 2:
        raise TypeError(f"Only optional values travel, not {kinds}")
    decode = _decoder(others[0])
    return lambda value: None if value is None else decode(value)


def _tuple(kinds: tuple[Any, ...]) -> Decode:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        decode = _decoder(kinds[0])
        return lambda value: tuple([decode(item) for item in _list(value)])
    decoders = [_decoder(kind) for kind in kinds]
    return lambda value: tuple(
        [decode(item) for decode, item in zip(decoders, _list(value), strict=True)]
    )


def _mapping(kinds: tuple[Any, ...]) -> Decode:
    key, item = (_decoder(kind) for kind in kinds)

    def decode(value: Any) -> dict[Any, Any]:
        if not isinstance(value, dict):
            raise WireError("Not a mapping")
        return {key(name): item(inside) for name, inside in value.items()}

    return decode


def _dataclass(kind: type[D], arguments: tuple[Any, ...]) -> Decode:
    """The fields are looked up at the first use: an outline holds nodes that hold nodes."""
    decoders: list[Decode] = []

    def decode(value: Any) -> D:
        if not decoders:
            decoders.extend(_decoder(hint) for hint in _hints(kind, arguments))
        return kind(*[decode(item) for decode, item in zip(decoders, _list(value), strict=True)])

    return decode


def _hints(kind: type[Any], arguments: tuple[Any, ...]) -> list[Any]:
    hints = get_type_hints(kind)
    given = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=True))
    return [_filled(hints[field.name], given) for field in dataclasses.fields(kind)]


def _filled(hint: Any, given: Mapping[Any, Any]) -> Any:
    """`T | None` of a `Field[str]` is `str | None`."""
    if hint in given:
        return given[hint]
    names = getattr(hint, "__parameters__", ())
    return hint[tuple(given[name] for name in names)] if names else hint


def _scalar(kind: type) -> Decode:
    allowed = (int, float) if kind is float else (kind,)

    def decode(value: Any) -> Any:
        if type(value) not in allowed:
            raise WireError(f"Not {kind.__name__}: {type(value).__name__}")
        return value

    return decode


def _day(value: Any) -> dt.date:
    return dt.date.fromisoformat(value)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise WireError("Not a list")
    return value


def _check_spans(value: object, length: int, depth: int = 0) -> None:
    if isinstance(value, Span):
        if not 0 <= value.start <= value.end <= length:
            raise WireError("A span outside of the text")
    elif dataclasses.is_dataclass(value):
        if depth > _DEEPEST:
            raise WireError("Too deep")
        for field in dataclasses.fields(value):
            _check_spans(getattr(value, field.name), length, depth + 1)
    elif isinstance(value, tuple):
        for item in value:
            _check_spans(item, length, depth)
