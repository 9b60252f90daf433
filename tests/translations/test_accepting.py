"""`source_hash` is written into front matter and nothing else changes."""

import pytest

from hcgen.translations import NotUnderstoodError, with_source_hash

VALUE = "1-aaaaaa-bbbbbb-cccccc"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"---\ntitle: A\n---\nText.\n", b"---\ntitle: A\nsource_hash: @\n---\nText.\n"),
        (b"---\r\ntitle: A\r\n---\r\nT\r\n", b"---\r\ntitle: A\r\nsource_hash: @\r\n---\r\nT\r\n"),
        (b"\xef\xbb\xbf---\ntitle: A\n---\n", b"\xef\xbb\xbf---\ntitle: A\nsource_hash: @\n---\n"),
        (
            b"---\nsource_hash: 'old' # mine\ntitle: A\n---\nT",
            b"---\nsource_hash: @ # mine\ntitle: A\n---\nT",
        ),
        (b"---\nsource_hash:\ntitle: A\n---\nT", b"---\nsource_hash: @\ntitle: A\n---\nT"),
        (b"# A\n\nText.\n", b"---\nsource_hash: @\n---\n# A\n\nText.\n"),
        (b"---\ntitle: A\n---", b"---\ntitle: A\nsource_hash: @\n---"),
        (b"---\n---\nText.\n", b"---\nsource_hash: @\n---\nText.\n"),
    ],
)
def test_only_the_line_changes(before: bytes, after: bytes) -> None:
    expected = after.replace(b"@", VALUE.encode())
    assert with_source_hash(before, VALUE) == expected
    assert with_source_hash(expected, VALUE) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"---\n{title: A}\n---\nText.\n",
        b"---\ntitle: A\nText.\n",
        b"---\ntitle: 'A\n---\nText.\n",
        b"---\nsource_hash: |\n  old\n---\nText.\n",
        b"---\nsource_hash: [old]\n---\nText.\n",
        b"---\nsource_hash: old\nsource_hash: old\n---\nText.\n",
        b"---\ntitle: \xff\n---\n",
    ],
)
def test_what_is_not_understood_is_refused(data: bytes) -> None:
    with pytest.raises(NotUnderstoodError):
        with_source_hash(data, VALUE)
