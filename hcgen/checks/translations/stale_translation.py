"""TRN003: translations of a source that has changed since."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.translations._versions import published_pairs
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.languages import english_name
from hcgen.translations import Grade, grade_of, is_source_hash

_SOURCE = "---\ntitle: Reset your password\n---\nChoose a new one within 2 days.\n"
_STALE = "---\ntitle: Atur ulang kata sandi\nsource_hash: ⟦{}⟧\n---\nBuat yang baru dalam 2 hari.\n"
_PRESENT = "1-66645d-865acc-4eb74e"

RULE = Rule(
    code="TRN003",
    name="stale-translation",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="The source of a translation has changed since it was translated.",
    why="Readers of that language go by what was true before. Changed steps, numbers and links are "
    "warnings; where only the wording changed, it is a note.",
    fix="Bring the translation up to date, then run hcgen translations accept with its file.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": _SOURCE,
                "content/id/account/reset.md": _STALE.format("1-66645d-000000-000000"),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _SOURCE,
                "content/id/account/reset.md": _STALE.format("yesterday"),
            }
        ),
        Example(
            {
                "content/en/account/reset.md": _SOURCE.replace(
                    "---\nC", f"source_hash: ⟦{_PRESENT}⟧\n---\nC"
                )
            }
        ),
    ),
    good=(
        Example(
            {
                # quotes, emphasis and line ends are other ones than when it was translated
                "content/en/account/reset.md": "---\ntitle: 'Reset your password'\n---\n"
                "Choose a **new** one\nwithin 2 days.\n",
                "content/id/account/reset.md": _STALE.format(_PRESENT)
                .replace("⟦", "")
                .replace("⟧", ""),
            }
        ),
        Example(
            {
                "content/id/account/reset.md": "---\ntitle: Atur ulang\ndraft: true\n"
                "source_hash: 1-66645d-000000-000000\n---\nBuat yang baru.\n"
            }
        ),
    ),
)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare the hash in each translation with what its source is now."""
    centre = context.centre
    name = english_name(centre.source_language)
    for source, translation in published_pairs(context):
        written = translation.source_hash
        if written is None:
            continue
        accept = f"hcgen translations accept {translation.file.path}"
        if not is_source_hash(written.value):
            yield Diagnostic(
                RULE,
                written.span,
                f"“source_hash” is “{written.value}”, which hcgen has not written",
                help=f"once the text says what its source says, run {accept}",
            )
            continue
        grade = grade_of(written.value, context.readings[source.file.path].facts)
        if grade is None:
            continue
        yield Diagnostic(
            RULE,
            written.span,
            f"the {name} source changed since this was translated: {grade.words}",
            help=f"compare it with {source.file.path}, then run {accept}",
            set_severity=Severity.NOTE if grade is Grade.WORDING else None,
        )
    for article in centre.articles:
        if article.source_hash is not None and article.language == centre.source_language:
            yield Diagnostic(
                RULE,
                article.source_hash.span,
                f"this is a source itself ({name}), so “source_hash” has nothing to compare with",
                help="delete the line; it belongs into translations",
            )
