"""A Python-Markdown extension with a bug, as sites may have one."""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor


class _Broken(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        raise RuntimeError("no luck")


class _BrokenExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.preprocessors.register(_Broken(md), "broken", 0)


def makeExtension(**options: object) -> Extension:  # noqa: N802 - the name is Python-Markdown's
    """Return the extension."""
    return _BrokenExtension(**options)
