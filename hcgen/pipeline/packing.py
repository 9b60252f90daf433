"""Turns what was made of a file into plain tuples and back, so that it can be kept on the disk.

Only values of the classes below are taken, and only they can come back: a cache holds no code. The
first item of each tuple says what it stands for; places are kept as offsets in the article's file.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from hcgen.diagnostics import Finding
from hcgen.model.article import Article, Link, Role
from hcgen.pipeline.reading import PlainDiagnostic, PlainEdit, ReadArticle
from hcgen.render import Fragment, FragmentLink, Heading
from hcgen.source import SourceFile, Span, Text
from hcgen.translations import Facts

Packed = Any
"""None, a number, a text, or a tuple of such: what `marshal` knows without classes."""

_TUPLE, _SET, _DATE, _ROLE, _SPAN, _TEXT, _FIRST_CLASS = range(7)

_CLASSES: tuple[type, ...] = (
    Article,
    Facts,
    Finding,
    Fragment,
    FragmentLink,
    Heading,
    Link,
    PlainDiagnostic,
    PlainEdit,
    ReadArticle,
)
_NUMBERS = {kind: _FIRST_CLASS + number for number, kind in enumerate(_CLASSES)}
_PLAIN = frozenset({str, int, bool, float, type(None)})


def _field_names(kind: type) -> tuple[str, ...]:
    own = getattr(kind, "_fields", None)  # of a named tuple
    return own if own is not None else tuple(field.name for field in fields(kind))


_FIELDS = {kind: _field_names(kind) for kind in _CLASSES}


def pack(value: object) -> Packed:
    """Return a value as tuples.

    Raises:
        TypeError: There is something in it that must not be kept; a mistake of ours.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is Text:
        assert isinstance(value, Text)
        return (_TEXT, value.value, value.span.start, value.span.end)
    if kind in _NUMBERS:
        return (_NUMBERS[kind], *[_packed_field(value, name) for name in _FIELDS[kind]])
    if kind is tuple:
        assert isinstance(value, tuple)
        return (_TUPLE, *map(pack, value))
    if isinstance(value, Span):
        return (_SPAN, value.start, value.end)
    if isinstance(value, frozenset):
        return (_SET, *map(pack, sorted(value)))
    if isinstance(value, Role):
        return (_ROLE, value.value)
    if isinstance(value, date):
        return (_DATE, value.toordinal())
    if isinstance(value, SourceFile):
        return None  # the one that everything is about
    raise TypeError(f"{kind.__name__} cannot be kept")


def _packed_field(value: object, name: str) -> Packed:
    field = getattr(value, name)
    return field if type(field) in _PLAIN else pack(field)


def unpack(packed: Packed, file: SourceFile) -> Any:
    """Return the value that tuples stand for, with its places in a file."""
    if type(packed) is not tuple:
        return packed
    number = packed[0]
    if number >= _FIRST_CLASS:
        kind = _CLASSES[number - _FIRST_CLASS]
        values = [unpack(each, file) if type(each) is tuple else each for each in packed[1:]]
        if kind is Article:
            values[0] = file
        return kind(*values)
    return _UNPACK[number](packed, file)


_UNPACK: dict[int, Callable[[Packed, SourceFile], Any]] = {
    _TUPLE: lambda packed, file: tuple(
        [unpack(each, file) if type(each) is tuple else each for each in packed[1:]]
    ),
    _SET: lambda packed, file: frozenset(unpack(each, file) for each in packed[1:]),
    _DATE: lambda packed, _: date.fromordinal(packed[1]),
    _ROLE: lambda packed, _: Role(packed[1]),
    _SPAN: lambda packed, file: Span(file, packed[1], packed[2]),
    _TEXT: lambda packed, file: Text(packed[1], Span(file, packed[2], packed[3])),
}
