"""ART023: words that the site does not want to be read."""

import re
from collections.abc import Iterator, Mapping

from hcgen.checks.context import ArticleContext
from hcgen.checks.words import MadeOnce, part_of
from hcgen.diagnostics import Diagnostic, Edit, Example, Rule, Severity, Stage
from hcgen.load.markdown_blocks import BlockKind
from hcgen.model.lexicon import ForbiddenWord, Lexicon
from hcgen.source import Span

_LEXICON = "forbidden:\n  - {word: site builder, use: Page Maker, reason: the product's name}\n"

RULE = Rule(
    code="ART023",
    name="forbidden-word",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="An article uses a word that lexicon/<language>.yml forbids.",
    why="One thing with two names is two things to customers, and they find only one of them.",
    fix="Write the word that the lexicon names instead.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/lexicon/en.yml": _LEXICON,
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\n"
                "The ⟦site builder⟧ is free. ⟦Site\nbuilder⟧ is it.\n",
            },
            fixed={
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\n"
                "The Page Maker is free. Page Maker is it.\n",
            },
        ),
        Example(
            {
                "content/lexicon/id.yml": "forbidden:\n  - word: password\n    use: kata sandi\n",
                "content/id/account/reset.md": '---\ntitle: "Atur ulang ⟦password⟧"\n---\n'
                "⟦Password⟧ Anda.\n",
            },
            fixed={
                "content/id/account/reset.md": '---\ntitle: "Atur ulang kata sandi"\n---\n'
                "Kata sandi Anda.\n",
            },
        ),
    ),
    good=(
        Example(
            {
                "content/lexicon/en.yml": _LEXICON,
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\nOpen `site builder`.\n",
            }
        ),
        # the word to use holds the forbidden one
        Example(
            {
                "content/lexicon/en.yml": "forbidden:\n  - {word: mail, use: e-mail}\n"
                "  - {word: panel, use: control panel}\n",
                "content/en/billing/pay.md": "---\ntitle: Pay\n---\n"
                "Send an e-mail, not mailings, from the control panel.\n",
            }
        ),
    ),
)

# scripts that put no blanks between words
_UNPARTED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SAFE_IN_YAML = re.compile(r"[\w][\w .’-]*", re.ASCII)


class _Words:
    """One pattern for all words of a lexicon, and what each match stands for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.by_word: Mapping[str, ForbiddenWord] = {
            _key(entry.word.value): entry for entry in lexicon.forbidden
        }
        # what is to be written may hold a forbidden word: the longer one is taken first
        wanted = {
            _key(entry.use)
            for entry in lexicon.forbidden
            if entry.use and any(word in _key(entry.use) for word in self.by_word)
        }
        phrases = sorted({*self.by_word, *wanted} - {""}, key=lambda word: (-len(word), word))
        self.pattern = re.compile("|".join(map(_whole, phrases)) or r"(?!)", re.I)
        self.first = tuple({word.split()[0] for word in self.by_word if word})

    def among(self, text: str) -> Iterator[tuple[ForbiddenWord, re.Match[str]]]:
        """Yield the forbidden words of a text."""
        for match in self.pattern.finditer(text):
            if entry := self.by_word.get(_key(match.group())):
                yield entry, match


_words_of = MadeOnce(_Words)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look for the lexicon's words in title, description and text."""
    lexicon, article = context.lexicon, context.article
    if not lexicon.forbidden or article.is_draft:
        return
    words = _words_of(lexicon)
    lower = article.file.text.lower()
    if not any(word in lower for word in words.first):
        return
    for value in (article.title if article.has_title else None, article.description):
        if value is not None:
            for entry, match in words.among(value.value):
                yield _found(entry, part_of(value, *match.span()), match.group(), in_yaml=True)
    for block in context.blocks:
        is_heading = block.kind is BlockKind.HEADING
        for entry, match in words.among(block.prose):
            span = block.span.slice(*match.span())
            yield _found(entry, span, match.group(), in_heading=is_heading)


def _found(
    entry: ForbiddenWord, span: Span, word: str, *, in_yaml: bool = False, in_heading: bool = False
) -> Diagnostic:
    shown = " ".join(word.split())
    use = entry.use
    if use and word[0].isupper():
        use = use[0].upper() + use[1:]
    # a heading's words are its address; a value may need quotes; marks within a word would go
    is_safe = bool(use) and not in_heading and span.text == word
    if in_yaml and not _SAFE_IN_YAML.fullmatch(use):
        is_safe = False
    why = f" ({entry.reason})" if entry.reason else ""
    return Diagnostic(
        RULE,
        span,
        f"“{shown}” is not a word of this help centre{why}",
        help=f"write “{use}”" if use else "say it in other words",
        fix=(Edit(span, use),) if is_safe else (),
    )


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _whole(word: str) -> str:
    before = "" if _UNPARTED.match(word[0]) else r"(?<![\w-])"
    after = "" if _UNPARTED.match(word[-1]) else r"(?![\w-])"
    return before + r"\s+".join(map(re.escape, word.split())) + after
