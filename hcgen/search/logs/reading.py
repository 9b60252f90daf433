"""Reads a table of searches as other programs write it: any delimiter, encoding and size."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader, RawIOBase, TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO, cast

from hcgen.search.logs.columns import Columns, columns_of, columns_without_names

_LOOKED_AT_BYTES = 262_144
_LONGEST_LINE = 100_000
_LONGEST_QUERY = 120
_MOST_QUERIES = 200_000
_MOST_ADDRESSES = 20
_HEAD_ROWS = 30
_LARGEST_COUNT = 1_000_000_000
_DELIMITERS = ",;\t|"
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+|\d+(?:[.,]0+)?")


class NoQueriesError(ValueError):
    """The file holds no column that could be what people typed."""


@dataclass(slots=True)
class Search:
    """What was typed, added up over the whole log.

    Attributes:
        query: As typed first, in one line.
        count: How often.
        results: The most that it ever found; None: the log does not say.
        clicked: Address, path or id as written in the log -> how often it was opened.
    """

    query: str
    count: int = 0
    results: int | None = None
    clicked: Counter[str] = field(default_factory=Counter)


def read_searches(stream: BinaryIO) -> tuple[Search, ...]:
    """Return the searches of a log, the most frequent first.

    Rows that are no searches are passed over. Of more than 200,000 different queries the later
    ones are left out.

    Raises:
        NoQueriesError: No column holds queries.
    """
    # a pipe cannot be read from its start again
    buffered = BufferedReader(cast(RawIOBase, stream), _LOOKED_AT_BYTES)
    encoding = _encoding(buffered.peek())
    text = TextIOWrapper(buffered, encoding=encoding, errors="replace", newline="")
    lines = _lines(text)
    start = list(islice(lines, _HEAD_ROWS))
    rows = _rows(chain(start, lines), _delimiter(start))
    found: dict[str, Search] = {}
    columns: Columns | None = None
    first: list[list[str]] = []
    for row in islice(rows, _HEAD_ROWS):
        columns = columns_of(row)
        if columns is not None:
            break
        first.append(row)
    if columns is None:
        columns = next(filter(None, map(columns_without_names, first)), None)
        if columns is None:
            raise NoQueriesError
        rows = chain(first, rows)
    for row in rows:
        _add(found, row, columns)
    text.detach().detach()
    return tuple(sorted(found.values(), key=lambda search: (-search.count, search.query)))


def _add(found: dict[str, Search], row: list[str], columns: Columns) -> None:
    query = _one_line(_cell(row, columns.query))
    if not query or len(query) > _LONGEST_QUERY or "\ufffd" in query:
        return
    key = query.casefold()
    if key not in found:
        if len(found) >= _MOST_QUERIES:
            return
        found[key] = Search(query)
    search = found[key]
    count = _number(_cell(row, columns.count))
    count = 1 if count is None else count
    search.count = min(_LARGEST_COUNT, search.count + count)
    results = _number(_cell(row, columns.results))
    if results is not None:
        search.results = max(results, search.results or 0)
    clicked = _one_line(_cell(row, columns.clicked))
    if clicked and (clicked in search.clicked or len(search.clicked) < _MOST_ADDRESSES):
        search.clicked[clicked] += max(1, count)


def _encoding(head: bytes) -> str:
    """Return how a file is written: by its mark, else UTF-8 if it can be, else as Excel does."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16")):
        if head.startswith(mark):
            return name
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _lines(text: TextIOWrapper) -> Iterator[str]:
    """Yield lines without null bytes; of one without end only pieces."""
    while line := text.readline(_LONGEST_LINE):
        yield line.replace("\0", "")


def _delimiter(lines: list[str]) -> str:
    """Return what stands between columns: what Excel says, else what most lines have alike."""
    for line in lines:
        if line.lower().startswith("sep=") and line[4:5] in _DELIMITERS:
            return line[4]
    texts = [re.sub(r'"[^"]*"', "", line) for line in lines if line.strip() and line[0] != "#"]

    def fit(delimiter: str) -> tuple[int, int]:
        counts = Counter(text.count(delimiter) for text in texts)
        counts.pop(0, None)
        number, lines_alike = max(counts.items(), key=lambda item: item[1], default=(0, 0))
        return lines_alike, number

    return max(_DELIMITERS, key=fit)


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[list[str]]:
    """Yield rows; empty ones, remarks and those that nobody can read are left out."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except csv.Error:
            continue
        except StopIteration:
            return
        if any(cell.strip() for cell in row) and not row[0].startswith(("#", "sep=")):
            yield row


def _cell(row: list[str], number: int | None) -> str:
    return row[number] if number is not None and number < len(row) else ""


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _number(text: str) -> int | None:
    match = _GROUPED.fullmatch(text.strip())
    if match is None or len(match[0]) > 15:
        return None
    whole = re.sub(r"(?<=\d)[.,]0{1,2}$", "", match[0])
    return min(_LARGEST_COUNT, int(re.sub(r"\D", "", whole)))
