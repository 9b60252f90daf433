"""JSON Schemas of the files that people write: editors complete and explain by them.

One file a schema, found by being in this folder. They describe what an editor's YAML reader
(YAML 1.2, core schema) makes of a file: ``1500`` is a number there and ``true`` a boolean, which
hcgen itself reads as text.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from hcgen.schemas._pieces import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schemas() -> Mapping[str, Schema]:
    """Return name, such as ``front-matter`` -> schema, in alphabetical order."""
    found: dict[str, Schema] = {}
    for module in sorted(iter_modules(__path__), key=lambda module: module.name):
        schema = getattr(import_module(f"{__name__}.{module.name}"), "SCHEMA", None)
        if schema is not None:
            found[module.name.replace("_", "-")] = {"$schema": DIALECT, **schema}
    return found


def schema_text(name: str) -> str:
    """Return a schema as the text of a file.

    Raises:
        KeyError: There is no such schema.
    """
    return json.dumps(schemas()[name], ensure_ascii=False, indent=2) + "\n"


__all__ = ["DIALECT", "Schema", "schema_text", "schemas"]
