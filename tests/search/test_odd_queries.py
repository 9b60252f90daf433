"""Whatever is typed, both twins answer it, and in the same way."""

import json
from pathlib import Path

from hcgen.search import SearchReader
from tests.search.asking import ask_client, reader_of

ODD = [
    "password " * 1200,
    " ".join(f"word{number}" for number in range(1500)),
    "refund" * 1700,
    "é" + "\u0301" * 5000,
    "refund\u0301\u0327" * 1000,
    "\u0301" * 3000,
    "refund \ud83d",
    "\udc00refund\ud83d password",
    "\ud83d" * 2000,
    "\u202erefund\u202c \u200fpassword\u200e \u2067x\u2069",
    "refund\0password\0",
    "\0" * 10_000,
    "🙂" * 5000,
    "refund 👩‍👩‍👧‍👦 🇮🇩 password",
    '<img src=x onerror="alert(1)"> refund',
    "</script><script>alert(1)</script>",
    "&lt;b&gt; &amp;quot; password",
    "__proto__ constructor toString hasOwnProperty",
    "%00 %ff ../../../etc/passwd {{7*7}} ${7*7}",
    "\ufeff\u00ad\u200b\u200drefund\u2028password\u2029",
    "ａｂｃ ﬁle Ⅷ ㎏ İI ß ſ",
    "คำ" * 3000,
    "退款" * 3000,
    "كلمة السر" * 1000,
    "1" * 10_000,
    "\uffff\ufffe\U0010ffff",
]


def test_both_twins_answer_odd_queries_alike(demo_folder: Path) -> None:
    reader = reader_of(demo_folder, "en")
    said = ask_client(demo_folder, "en", ODD)
    assert len(said) == len(ODD)
    for query, answer in zip(ODD, said, strict=True):
        found = _found_by(reader, query)
        assert [(each["id"], each["score"]) for each in answer["results"]] == found, query[:40]
        assert not answer["isPartial"]
    assert sum(bool(answer["results"]) for answer in said) > 5


def _found_by(reader: SearchReader, query: str) -> list[tuple[str, int]]:
    # as JSON writes it, which both read
    same = json.loads(json.dumps(query))
    return [(result.id, result.score) for result in reader.answer(same).results]
