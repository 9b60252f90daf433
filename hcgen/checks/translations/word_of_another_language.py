"""TRN009: words of a language that is easily taken for the article's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from hcgen.checks.context import ArticleContext
from hcgen.checks.words import MadeOnce, part_of, prose_of
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import Wording
from hcgen.load.markdown_blocks import BlockKind
from hcgen.model.norms import Norms, bare
from hcgen.source import Span

_MALAY = {
    "mkdocs.yml": (
        "site_name: Help\n"
        "site_url: https://help.example.com/\n"
        "plugins: [{hcgen: {languages: [en, ms]}}]\n"
    ),
    "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, ms: Akaun}\n",
    "content/id/account/reset.md": None,
    "content/id/billing/pay.md": None,
    "content/ms/billing/pay.md": "---\ntitle: Bayar\n---\nBayar dengan kad.\n",
}

RULE = Rule(
    code="TRN009",
    name="word-of-another-language",
    severity=Severity.WARNING,
    stage=Stage.ARTICLE,
    summary="An article uses a word of a language that is easily taken for its own.",
    why="Malaysians do not say “kata sandi”, Indonesians not “kata laluan”: a text of the "
    "neighbours tells customers that nobody wrote for them, and their search does not find it.",
    fix="Write the word of the article's language.",
    since="0.1.0",
    bad=(
        Example(
            {
                **_MALAY,
                "content/ms/account/reset.md": "---\ntitle: Tetapkan semula\n---\n"
                "Buka ⟦akun⟧ anda. Akun itu kosong.\n",
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang ⟦kata laluan⟧\n---\n"
                "Buat yang baru, lalu ⟦muat\nturun⟧ kodenya.\n"
            }
        ),
    ),
    good=(
        # the name of a button, a quotation, and a proper name
        Example(
            {
                **_MALAY,
                "content/ms/account/reset.md": "---\ntitle: Tetapkan semula\n---\n"
                "Tekan **Kata sandi** atau “akun”, seperti pelajar di Universitas Indonesia.\n",
            }
        ),
        # good words of both, with other meanings
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang kata sandi\n---\n"
                "Percuma jika pejabat itu boleh naik kereta, bila tidak ada bisa ular.\n"
            }
        ),
    ),
)

_SPARED = re.compile(
    r"""\*\*[^*\n]+\*\*|__[^_\n]+__|"[^"\n]*"|“[^”]*”|«[^»]*»|‘[^’\n]*’|(?<!\w)'[^'\n]*'(?!\w)"""
)
_AFTER_SENTENCE = re.compile(r"(?:^|[.!?:…]['\"”’)*_]*)\s*[\"“(*_\[]*$")


@dataclass(frozen=True, slots=True)
class _Telltale:
    """One word or phrase of another language.

    Attributes:
        tag: Of that language.
        word: As written there.
        instead: What the article's language says.
        parts: Its words, folded.
        pattern: Finds it as a whole word.
    """

    tag: str
    word: str
    instead: str
    parts: frozenset[str]
    pattern: re.Pattern[str]


class _Telltales:
    """The telltales of a language, by each first word and by phrase."""

    def __init__(self, norms: Norms) -> None:
        found = [
            _Telltale(
                tag,
                word,
                instead,
                frozenset(bare(word).split()),
                re.compile(rf"(?<!\w){_flexible(word)}(?!\w)", re.I),
            )
            for tag, words in norms.telltale.items()
            for word, instead in words.items()
        ]
        # the longest phrases first: who is told of “kartu kredit” need not hear of “kartu”
        found.sort(key=lambda telltale: (-len(telltale.word), telltale.word))
        self.all = tuple(found)
        self.single = {next(iter(it.parts)): it for it in found if len(it.parts) == 1}
        self.phrases = tuple(it for it in found if len(it.parts) > 1)

    def among(self, vocabulary: frozenset[str]) -> list[_Telltale]:
        """Return those whose words all occur."""
        hits = [it for it in self.phrases if it.parts <= vocabulary]
        hits += (self.single[word] for word in self.single.keys() & vocabulary)
        return sorted(hits, key=lambda telltale: (-len(telltale.word), telltale.word))


_telltales_of = MadeOnce(_Telltales)


def check(context: ArticleContext) -> Iterator[Diagnostic]:
    """Look for telltale words in title, description and text; each is told of once."""
    norms, article = context.language.norms, context.article
    if not norms.telltale or article.is_draft:
        return
    telltales = _telltales_of(norms)
    values = [value for value in (article.title, article.description) if value is not None]
    short = bare(" ".join(value.value for value in values)).split()
    vocabulary = prose_of(context.blocks).vocabulary
    candidates = telltales.among(vocabulary.union(short))
    if not candidates:
        return
    places: list[tuple[str, Span]] = []
    texts = [(_masked(value.value), value) for value in values]
    blocks = [
        (_masked_block(block.prose, block.span.text), block)
        for block in context.blocks
        if block.kind is not BlockKind.CODE
    ]
    for telltale in candidates:
        span: Span | None = None
        for text, value in texts:
            if span is None and (place := _first(telltale, text)):
                span = part_of(value, *place)
        for text, block in blocks:
            if span is not None:
                break
            if place := _first(telltale, text):
                span = block.span.slice(*place)
        if span is None or any(it.start <= span.start < it.end for _, it in places):
            continue
        places.append((telltale.word, span))
        theirs = str(Locale.parse(telltale.tag, sep="-").english_name)
        yield Diagnostic(
            RULE,
            span,
            f"“{telltale.word}” is {theirs}; "
            f"{Wording(context.language).english_name} says “{telltale.instead}”",
            help=f"write “{telltale.instead}”",
        )


def _first(telltale: _Telltale, text: str) -> tuple[int, int] | None:
    for match in telltale.pattern.finditer(text):
        is_name = match.group()[0].isupper() and not telltale.word[0].isupper()
        if not is_name or _AFTER_SENTENCE.search(text[: match.start()]):
            return match.span()
    return None


def _masked(text: str) -> str:
    return _SPARED.sub(lambda match: " " * len(match.group()), text)


def _masked_block(prose: str, written: str) -> str:
    """Blank in prose what stands in bold or in quotation marks where it is written."""
    for match in _SPARED.finditer(written):
        start, end = match.span()
        prose = f"{prose[:start]}{' ' * (end - start)}{prose[end:]}"
    return prose


def _flexible(word: str) -> str:
    return r"\s+".join(map(re.escape, word.split()))
