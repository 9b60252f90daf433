"""Reads YAML as editors do: YAML 1.2 with its core schema, in which dates are text."""

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


def _resolve(tag: str, pattern: str, first: str) -> None:
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


# YAML 1.2.2, 10.3.2
_resolve("null", r"^(?:~|null|Null|NULL|)$", "~nN")
_CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])
_resolve("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF")
_resolve("int", r"^[-+]?[0-9]+$", "-+0123456789")
_resolve("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789")
_CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def read_as_editors_do(text: str) -> Any:
    """Return the plain values of a YAML text."""
    return yaml.load(text, Loader=_CoreLoader)
