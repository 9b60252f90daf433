"""Reads an article and its facts from a text."""

from hcgen.diagnostics import Findings
from hcgen.load.articles import load_article
from hcgen.load.markdown_blocks import scan_blocks
from hcgen.source import SourceFile
from hcgen.translations import Facts, facts_of


def facts(text: str, language: str = "en", path: str = "billing/pay.md") -> Facts:
    file = SourceFile(f"content/{language}/{path}", text)
    article = load_article(file, language, path, Findings())
    return facts_of(article, scan_blocks(file, article.body_start))
