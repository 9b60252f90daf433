"""A process compiles a template once, and again when it has changed."""

from pathlib import Path

import pytest
from jinja2 import Environment

from tests.checks.clean_centre import CLEAN_CENTRE
from tests.pipeline.building import build_text

OWN = '{%% extends "base.html" %%}{%% block content %%}%s{%% endblock %%}'


def test_a_second_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build_text(tmp_path, CLEAN_CENTRE)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a template is compiled again")

    monkeypatch.setattr(Environment, "compile", refuse)
    assert build_text(tmp_path, CLEAN_CENTRE) == first


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    for text in ("One way", "Another way"):
        pages = build_text(tmp_path, CLEAN_CENTRE | {"theme/article.html": OWN % text})
        assert text.encode() in pages["en/billing/pay/index.html"]
