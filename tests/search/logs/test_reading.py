"""Logs as other programs export them, and as nobody should."""

import codecs
from collections import Counter
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcgen.search.logs import NoQueriesError, Search, read_searches

Row = tuple[str, int, int | None, dict[str, int]]


def rows_of(data: str | bytes) -> list[Row]:
    found = read_searches(BytesIO(data.encode() if isinstance(data, str) else data))
    return [plain(search) for search in found]


def plain(search: Search) -> Row:
    return (search.query, search.count, search.results, dict(search.clicked))


SEARCH_CONSOLE = "Kueri teratas,Klik,Tayangan,CTR,Posisi\nlupa sandi,12,340,3.5%,4\n"
GOOGLE_ANALYTICS = (
    "# ----------------------------------------\n# Site search\n# 20260901-20260930\n"
    "# ----------------------------------------\n\nSearch term,Event count\nrefund,77\n"
)
EXCEL_INDONESIA = 'sep=;\r\nKata kunci;Jumlah;Hasil\r\n"bayar; tagihan";"1.204";0\r\n'
ZENDESK = (
    "Search string,Searches,Results count,Clicked article\n"
    "pay,40,3,https://help.example.com/en/billing/pay/\npay,2,0,\n"
)
ALGOLIA = "search,count,nbHits\nssl,9,4\n"
MATOMO = "label\tnb_visits\tSite Search Keyword\nx\t5\tdns\n"
EVENTS = "timestamp|q\n2026-09-01|dns\n2026-09-02|DNS\n2026-09-03|ssl\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SEARCH_CONSOLE, [("lupa sandi", 340, None, {})]),
        (GOOGLE_ANALYTICS, [("refund", 77, None, {})]),
        (EXCEL_INDONESIA, [("bayar; tagihan", 1204, 0, {})]),
        (ZENDESK, [("pay", 42, 3, {"https://help.example.com/en/billing/pay/": 40})]),
        (ALGOLIA, [("ssl", 9, 4, {})]),
        (MATOMO, [("dns", 5, None, {})]),
        (EVENTS, [("dns", 2, None, {}), ("ssl", 1, None, {})]),
        ("搜索词,次数\n忘记密码,8\n", [("忘记密码", 8, None, {})]),
        ("คำค้นหา,จำนวน\nลืมรหัสผ่าน,8\n", [("ลืมรหัสผ่าน", 8, None, {})]),
        ("lupa sandi,12\nrefund,3\n", [("lupa sandi", 12, None, {}), ("refund", 3, None, {})]),
        ("lupa sandi\n", [("lupa sandi", 1, None, {})]),
    ],
)
def test_an_export_is_read_whatever_made_it(data: str, expected: list[Row]) -> None:
    assert rows_of(data) == expected


@pytest.mark.parametrize(
    "encoded",
    [
        "query,count\ncafé,2\n".encode(),
        codecs.BOM_UTF8 + "query,count\ncafé,2\n".encode(),
        "query,count\ncafé,2\n".encode("utf-16"),
        codecs.BOM_UTF16_BE + "query,count\ncafé,2\n".encode("utf-16-be"),
        "query,count\ncafé,2\n".encode("cp1252"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(encoded: bytes) -> None:
    assert rows_of(encoded) == [("café", 2, None, {})]


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("7", 7),
        ("1,204", 1204),
        ("1 204", 1204),
        ("12.0", 12),
        ("12.00", 12),
        ("many", 1),
        ("-3", 1),
        ("9" * 30, 1),
    ],
)
def test_a_number_is_read_as_people_and_spreadsheets_write_it(written: str, count: int) -> None:
    assert rows_of(f'query,count\npay,"{written}"\n') == [("pay", count, None, {})]


@pytest.mark.parametrize("data", ["", "\n\n", "1,2\n3,4\n", "#only a remark\n", "\0\0"])
def test_a_file_without_queries_is_refused(data: str) -> None:
    with pytest.raises(NoQueriesError):
        rows_of(data)


def test_what_is_no_search_is_passed_over() -> None:
    data = f'query,count\n{"a" * 5000},5\n"",3\nb\x1b[31m\u202ered,2\nshort row\n'
    assert rows_of(data) == [("b [31m red", 2, None, {}), ("short row", 1, None, {})]


def test_a_quote_that_never_ends_costs_only_the_lines_nearest_to_it() -> None:
    rows = rows_of('query,count\npay,2\n"' + "x,1\n" * 100_000 + "dns,5\n")
    assert ("pay", 2, None, {}) in rows
    assert ("dns", 5, None, {}) in rows


def test_only_so_many_different_queries_are_kept() -> None:
    data = "query\n" + "".join(f"word {number}\n" for number in range(200_010))
    assert len(rows_of(data)) == 200_000


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        found = read_searches(BytesIO(data))
    except NoQueriesError:
        return
    for search in found:
        assert search.query.isprintable()
        assert search.count >= 0
        assert isinstance(search.clicked, Counter)
