"""TRN006: numbers, dates, prices, links, pictures and code that only one version has."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hcgen.checks.context import FragmentsContext
from hcgen.checks.translations._versions import pairs_to_compare
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.model.article import Article
from hcgen.model.help_centre import HelpCentre
from hcgen.render import LinkKind, resolve_target
from hcgen.source import SourceFile
from hcgen.translations import Difference, differences, without_written
from hcgen.translations.numbers import Mark

_MOST_VALUES = 3
_LONGEST_VALUE = 60
_NOUNS = {
    "numbers": "",
    "dates": "",
    "prices": "",
    "links": "links to ",
    "images": "shows the picture ",
    "code": "has the code ",
}

_EN = "---\ntitle: Get your money back\n---\n{}\n"
_ID = "---\ntitle: {}\n---\n{}\n"

RULE = Rule(
    code="TRN006",
    name="facts-differ",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="A translation gives another number, date, price, link, picture or piece of code than "
    "its source.",
    why="One of the two is wrong, and customers act on it: they wait 14 days for money that comes "
    "after 30.",
    fix="Look both up and write the right one into both.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/billing/pay.md": _EN.format("The money is there within 30 days."),
                "content/id/billing/pay.md": _ID.format("Dana", "Uang sampai dalam ⟦14⟧ hari."),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("It costs Rp 1,500,000 from 2 May 2027."),
                "content/id/billing/pay.md": _ID.format(
                    "Dana", "Biayanya ⟦Rp1.600.000⟧ mulai 2 Mei 2027."
                ),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("First [reset](../account/reset.md) it."),
                "content/id/billing/pay.md": _ID.format("⟦Dana⟧", "Atur ulang lebih dulu."),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("Type `mail.example.com`."),
                "content/id/billing/pay.md": _ID.format("Dana", "Ketik `⟦mial.example.com⟧`."),
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/billing/pay.md": _EN.format(
                    "In two steps, 10,000 times, 1.5 GB, at 8:30 pm on November 10, 2026."
                ),
                "content/id/billing/pay.md": _ID.format(
                    "Dana", "Dalam 2 langkah, 10.000 kali, 1,5 GB, pukul 20.30, 10 November 2026."
                ),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("Name it `red-rose.webp` or `LATER`."),
                "content/id/billing/pay.md": _ID.format("Dana", "Namai `mawar.webp` atau `LATER`."),
            }
        ),
        Example(
            {
                "content/en/billing/pay.md": _EN.format("[Wait](../account/reset.md#how) 30 days."),
                "content/id/billing/pay.md": _ID.format(
                    "Dana", "[Tunggu](../account/reset.md#cara) 30 hari."
                ),
                "content/en/account/reset.md": "---\ntitle: Reset\n---\n## How\n\nText.\n",
                "content/id/account/reset.md": "---\ntitle: Atur\n---\n## Cara\n\nTeks.\n",
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare the facts of each published translation with those of its source."""
    centre = context.centre
    name = english_name(centre.source_language)
    for source, facts, translation, own in pairs_to_compare(context):
        for found in differences(facts, own, place_of=_leading(centre)):
            difference = without_written(found, source.file.text, translation.file.text)
            difference = _without_broken(centre, difference, source, translation)
            if not difference.missing and not difference.odd:
                continue
            place = translation.place
            if difference.odd:
                place = translation.file.span(*difference.odd[0][1:])
            yield Diagnostic(
                RULE,
                place,
                _message(difference, source.file, translation.file, name),
                help=f"compare it with {source.file.path}, and mend the one that is wrong",
            )


def _without_broken(
    centre: HelpCentre, difference: Difference, source: Article, translation: Article
) -> Difference:
    """Return the difference without links that lead nowhere, which is said elsewhere."""
    if difference.kind != "links":
        return difference

    def leads(article: Article, mark: Mark) -> bool:
        target = article.file.text[mark[1] : mark[2]]
        return resolve_target(centre, article, target).kind is not LinkKind.BROKEN

    return replace(
        difference,
        missing=tuple(mark for mark in difference.missing if leads(source, mark)),
        odd=tuple(mark for mark in difference.odd if leads(translation, mark)),
    )


def _leading(centre: HelpCentre) -> Callable[[str], str]:
    """Return what turns a path below a language's folder into the key of the article there."""

    def place_of(target: str) -> str:
        path, sign, anchor = target.partition("#")
        if not path.endswith(".md"):
            return target
        for language in centre.languages:
            article: Article | None = centre.by_path.get(f"{language.tag}/{path}")
            if article is not None:
                return article.key + sign + anchor
        return target

    return place_of


def _message(difference: Difference, source: SourceFile, own: SourceFile, name: str) -> str:
    verb = _NOUNS[difference.kind] or "says "
    missing = _shown(source, difference.missing)
    odd = _shown(own, difference.odd)
    if not odd:
        return f"the {name} source {verb}{missing}, this translation does not"
    if not missing:
        return f"this translation {verb}{odd}, its {name} source does not"
    return f"the {name} source {verb}{missing}, this translation {verb}{odd}"


def _shown(file: SourceFile, marks: tuple[tuple[str, int, int], ...]) -> str:
    words = [" ".join(file.text[start:end].split()) for _, start, end in marks[:_MOST_VALUES]]
    shown = [
        f"“{word[:_LONGEST_VALUE]}…”" if len(word) > _LONGEST_VALUE else f"“{word}”"
        for word in words
    ]
    return ", ".join(shown) + (" …" if len(marks) > _MOST_VALUES else "")
