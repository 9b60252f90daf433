"""How well search finds, what it costs and how long indexing takes; prints Markdown tables.

Run as ``python -m benchmarks.search DATA`` for how well it finds; DATA is a folder of corpora (see
`benchmarks.search.material`). Each other part is run by its flag, with or without DATA.
"""

import argparse
from pathlib import Path

from benchmarks.search.answering import print_answering
from benchmarks.search.indexing import print_indexing
from benchmarks.search.payload import SIZES, print_payload
from benchmarks.search.yardstick import print_yardstick


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA")
    parser.add_argument("--payload", action="store_true", help="bytes that a search fetches")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="articles, for these")
    parser.add_argument("--indexing", action="store_true", help="seconds that the index takes")
    parser.add_argument("--answering", action="store_true", help="how soon a slow browser answers")
    arguments = parser.parse_args()
    if not (arguments.data or arguments.payload or arguments.indexing or arguments.answering):
        parser.error("name DATA, or a part by its flag")
    if arguments.data:
        print_yardstick(arguments.data)
    if arguments.payload:
        print_payload(arguments.sizes)
    if arguments.indexing:
        print_indexing()
    if arguments.answering:
        print_answering()


if __name__ == "__main__":
    main()
