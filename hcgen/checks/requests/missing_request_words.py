"""REQ002: languages in which customers get no advice about their requests."""

from collections.abc import Iterator

from hcgen.checks.contact import request_channels
from hcgen.checks.context import SourceContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name

_SETTINGS = (
    "site_name: Help\nsite_url: https://help.example.com/\n"
    "plugins: [{{hcgen: {{languages: {}}}}}]\n"
)
_GERMAN = {
    "mkdocs.yml": _SETTINGS.format("[en, de]"),
    "content/id/account/reset.md": None,
    "content/id/billing/pay.md": None,
    "content/de/account/reset.md": "---\ntitle: Passwort ändern\n---\nWählen Sie ein neues.\n",
    "content/de/billing/pay.md": "---\ntitle: Bezahlen\n---\nZahlen Sie mit Karte.\n",
    "content/topics.yml": "topics:\n  - path: account\n    title: {en: Account, de: Konto}\n",
}

RULE = Rule(
    code="REQ002",
    name="missing-request-words",
    severity=Severity.NOTE,
    stage=Stage.SOURCE,
    summary="There are no word lists for advice about requests in a language of the site.",
    why="Customers who write in it are not warned of a password in their message, and not told "
    "that it is too short to act on.",
    fix="Write a section request: into lexicon/<language>.yml, with the words that your customers "
    "use.",
    since="0.1.0",
    bad=(
        Example(_GERMAN | {"mkdocs.yml": _SETTINGS.format("⟦[en, de]⟧")}),
        Example(
            _GERMAN | {"content/lexicon/de.yml": "⟦⟧stop_words: [bitte]\n"},
        ),
    ),
    good=(
        Example({}),
        Example(
            _GERMAN | {"content/lexicon/de.yml": "request:\n  secrets: ['Passwort:', PIN lautet]\n"}
        ),
        # nobody takes requests here
        Example(_GERMAN | {"content/channels.yml": "channels: []\n"}),
        Example(
            _GERMAN
            | {
                "content/channels.yml": "channels:\n  - {id: news, kind: social, network: x, "
                "handle: a, supports_requests: false}\n"
            }
        ),
    ),
)


def check(context: SourceContext) -> Iterator[Diagnostic]:
    """Look for word lists in each language of a site that takes requests."""
    centre = context.centre
    if not request_channels(centre):
        return
    told = {
        finding.span.file.path for findings in context.findings.values() for finding in findings
    }
    for language in centre.languages:
        path = f"lexicon/{language.tag}.yml"
        is_told = f"{centre.settings.content_dir}/{path}" in told  # it could not be read, perhaps
        if is_told or centre.request_norms(language.tag) is not None:
            continue
        file = centre.data_files.get(path)
        yield Diagnostic(
            RULE,
            file.start() if file else centre.settings.place("hcgen.languages"),
            f"there are no word lists for requests in {english_name(language.tag)}",
            help=f"write a section “request:” into {centre.settings.content_dir}/{path}, "
            "with the lists secrets, threats, abuse, several, same_problem and questions",
        )
