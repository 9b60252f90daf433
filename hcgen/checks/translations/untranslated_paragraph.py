"""TRN008: paragraphs that are still in another language of the site."""

import re
from collections.abc import Iterator

from hcgen.checks.context import ArticleContext
from hcgen.checks.words import prose_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import Wording
from hcgen.load.markdown_blocks import Block, BlockKind
from hcgen.model.language import Language

_ENGLISH = "You can find the code in the message that we have sent to you."

RULE = Rule(
    code="TRN008",
    name="untranslated-paragraph",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="A paragraph of a translation is in another language of the site.",
    why="Readers chose their language because they may not read the other one.",
    fix="Translate the paragraph.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                f"Buat yang baru.\n\n⟦{_ENGLISH}⟧\n"
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                f"1. ⟦{_ENGLISH}⟧\n2. Buat yang baru.\n"
            }
        ),
    ),
    good=(
        # names of buttons, and a sentence quoted in an own one
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Klik “Send the code to this address” untuk menerima kode dari kami.\n"
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Microsoft Outlook for Windows, Apple Mail for Mac, Mozilla Thunderbird.\n"
            }
        ),
    ),
)

_FEWEST_WORDS = 8
_FEWEST_TELLING = 3
_SHOWN = 4
# script of languages that are not written in Latin letters
_SCRIPTS = {
    "ar": "\u0621-\u064a",
    "hi": "\u0904-\u0939",
    "ja": "\u3041-\u30fa",
    "ko": "\uac00-\ud7a3",
    "th": "\u0e01-\u0e2e",
    "zh": "\u3400-\u9fff",
}
_LETTERS = {tag: re.compile(f"[{letters}]") for tag, letters in _SCRIPTS.items()}
# words that begin in lower case: names of products do not count
_LATIN_WORD = re.compile(r"(?<![^\W\d_])[a-zß-öø-ÿ][A-Za-zÀ-ɏḀ-ỿ]*")
_LATIN_LETTER = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look at each paragraph and item of a translation."""
    language = context.language
    if context.article.is_draft or language.tag == context.languages[0].tag:
        return
    if language.tag in _SCRIPTS:
        yield from _latin_passages(context)
        return
    if not context.article.file.text.isascii():
        yield from _passages_of_other_scripts(context)
    if not language.norms.common_words:
        return
    told: dict[int, tuple[int, Diagnostic]] = {}
    for other in context.languages:
        # languages that are taken for each other share their common words: left to TRN009
        if other.tag == language.tag or other.tag in language.norms.telltale:
            continue
        for words, found in _passages_in(context, other):
            # two languages of the site may share words: the one with more of them is meant
            if words > told.get(found.span.start, (0, found))[0]:
                told[found.span.start] = (words, found)
    yield from (found for _, found in told.values())


def _passages_in(context: ArticleContext, other: Language) -> Iterator[tuple[int, Diagnostic]]:
    """Yield passages with common words of another language and none of the article's own.

    Before each the number of those words.
    """
    own, theirs = context.language.norms.common_words, other.norms.common_words
    prose = prose_of(context.blocks)
    if len((theirs - own) & prose.vocabulary) < _FEWEST_TELLING:
        return
    telling, ours = theirs - own, own - theirs
    for block, words in zip(prose.passages, prose.words, strict=True):
        if len(words) < _FEWEST_WORDS:
            continue
        found = [word for word in dict.fromkeys(words) if word in telling]
        if len(found) >= _FEWEST_TELLING and ours.isdisjoint(words):
            yield len(found), _found(context, block, other, found)


def _found(context: ArticleContext, block: Block, other: Language, found: list[str]) -> Diagnostic:
    shown = ", ".join(f"“{word}”" for word in found[:_SHOWN])
    own = Wording(context.language).english_name
    return Diagnostic(
        RULE,
        block.span,
        f"the words {shown} are {Wording(other).english_name}; no common word of {own} is here",
        help=f"translate this paragraph into {own}",
    )


def _latin_passages(context: ArticleContext) -> Iterator[Diagnostic]:
    """Yield passages in Latin letters in a language that is not written in them."""
    letters = _LETTERS[context.language.tag]
    for block in context.blocks:
        if block.kind not in _PROSE or len(block.prose) < 4 * _FEWEST_WORDS:
            continue
        if letters.search(block.prose):
            continue
        if len(_LATIN_WORD.findall(block.prose)) >= _FEWEST_WORDS:
            own = Wording(context.language).english_name
            yield Diagnostic(
                RULE,
                block.span,
                f"this paragraph has Latin letters only; {own} is not written in them",
                help=f"translate this paragraph into {own}",
            )


def _passages_of_other_scripts(context: ArticleContext) -> Iterator[Diagnostic]:
    """Yield passages in the letters of another language of the site, with no Latin one."""
    others = [other for other in context.languages if other.tag in _SCRIPTS]
    for other in others:
        letters = _LETTERS[other.tag]
        for block in context.blocks:
            if block.kind not in _PROSE or block.prose.isascii():
                continue
            if len(letters.findall(block.prose)) < 2 * _FEWEST_WORDS:
                continue
            if not _LATIN_LETTER.search(block.prose):
                name, own = (Wording(it).english_name for it in (other, context.language))
                yield Diagnostic(
                    RULE,
                    block.span,
                    f"this paragraph is written in the letters of {name}, none is of {own}",
                    help=f"translate this paragraph into {own}",
                )
