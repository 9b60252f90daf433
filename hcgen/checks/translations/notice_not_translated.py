"""TRN002: notices without a text in one of the languages."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import Wording

RULE = Rule(
    code="TRN002",
    name="notice-not-translated",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="A notice has no text in one of the site's languages.",
    why="Readers of that language are told of the problem in a language that they may not read.",
    fix="Add the text in that language to notice.yml.",
    since="0.1.0",
    bad=(
        Example({"content/notice.yml": "text: {en: ⟦E-mail is late.⟧}\n"}),
        Example({"content/notice.yml": "notices:\n  - text: ⟦E-mail is late.⟧\n"}),
    ),
    good=(
        Example({"content/notice.yml": "text: {en: E-mail is late., id: Email terlambat.}\n"}),
        Example(
            {
                "mkdocs.yml": (
                    "site_name: Help\n"
                    "site_url: https://help.example.com/\n"
                    "plugins: [{hcgen: {languages: [en]}}]\n"
                ),
                "content/id/account/reset.md": None,
                "content/id/billing/pay.md": None,
                "content/notice.yml": "text: E-mail is late.\n",
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Compare the texts of each notice that readers meet with the languages of the site."""
    centre = context.centre
    for notice in centre.notices:
        if notice.is_over(context.today):
            continue
        _, shown = notice.text(centre.source_language, centre.source_language)
        for language in centre.languages:
            if language.tag not in notice.texts:
                yield Diagnostic(
                    RULE,
                    shown.span,
                    f"this notice has no {Wording(language).english_name} text",
                    help=f"add it below text: with {language.tag}:",
                )
