"""How well search finds, what it costs and how fast it is; prints Markdown tables.

Run as ``python -m benchmarks.search DATA`` for how well it finds; DATA is a folder of corpora (see
`benchmarks.search.material`). Each other part is run by its flag, with or without DATA.
"""

import argparse
from pathlib import Path

from benchmarks.search.yardstick import print_yardstick


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA")
    arguments = parser.parse_args()
    if arguments.data:
        print_yardstick(arguments.data)


if __name__ == "__main__":
    main()
