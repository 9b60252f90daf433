"""A Python that has loaded `hcgen` already, and forks for every command: it runs as a script.

Loading takes half a second, and the tests run hundreds of commands. What a command sees is what
it sees when it is typed: a process with its own arguments, folder, environment, streams and end.
"""

import importlib
import json
import os
import sys
import time

from hcgen.cli import main

# what only some commands load
for name in ("email_validator", "pymdownx.highlight", "pymdownx.superfences", "snowballstemmer"):
    importlib.import_module(name)


def next_command() -> bool:
    """Take commands, one a line, and tell how each ended; return True in the fork that runs one.

    It returns False in the process itself, when there are no more.
    """
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            take_over(asked)
            return True
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(ended, flush=True)  # noqa: T201
    return False


def take_over(asked: dict[str, object]) -> None:
    """Make this process one that was started with what was asked for."""
    arguments, folder, environment = asked["arguments"], asked["folder"], asked["environment"]
    assert isinstance(arguments, list)
    assert isinstance(environment, dict)
    sys.argv = arguments
    os.chdir(str(folder))
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    for number, path in enumerate((os.devnull, str(asked["out"]), str(asked["err"]))):
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC if number else os.O_RDONLY
        opened = os.open(path, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115


if next_command():
    main()
