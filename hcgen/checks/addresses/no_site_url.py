"""URL002: a configuration that does not say where the site will be."""

from collections.abc import Iterator

from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage

RULE = Rule(
    code="URL002",
    name="no-site-url",
    severity=Severity.WARNING,
    stage=Stage.SOURCE,
    summary="mkdocs.yml does not say at which address the site will be.",
    why="Search engines then get no sitemap, and cannot tell the languages of an article apart.",
    fix="Set site_url in mkdocs.yml.",
    since="0.1.0",
    bad=(
        Example(
            {"mkdocs.yml": "site_name: Help\nplugins: [{hcgen: {languages: [en, id]}}]\n"},
            unplaced="mkdocs.yml",
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins: [{hcgen: {languages: [en, id]}}]\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Stay silent where a wrong address has been reported."""
    settings = context.centre.settings
    wrong = any(
        "site_url" in finding.message for finding in context.findings.get("unexpected-value", ())
    )
    if not settings.site_url and not wrong:
        yield Diagnostic(
            RULE,
            settings.file.start(),
            "“site_url” is not set: canonical addresses, language alternates and the sitemap are "
            "left out",
            help="add site_url: https://… to mkdocs.yml",
        )
