"""LNK003: images, sounds and films that are not there."""

from collections.abc import Iterator

from hcgen.checks.context import FragmentsContext
from hcgen.checks.links._links import FileNames, links_with_places, path_span
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.render import LinkKind

RULE = Rule(
    code="LNK003",
    name="missing-image",
    severity=Severity.ERROR,
    stage=Stage.FRAGMENTS,
    summary="An image, sound or film is not in the content folder.",
    why="The customer sees an empty frame where the step was to be shown.",
    fix="Put the file into content/assets/ and correct the path.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](⟦../../assets/from.svg⟧)\n",
            }
        ),
    ),
    good=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](../../assets/form.svg)\n",
            }
        ),
    ),
)

_SHOWN = (LinkKind.ASSET, LinkKind.EXTERNAL)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Look at everything that is shown in place."""
    names = FileNames(context.centre)
    for article, link, destination in links_with_places(context):
        if link.is_image and destination.kind not in _SHOWN:
            yield Diagnostic(
                RULE,
                path_span(link),
                f"there is no image “{link.target.value}”",
                help=names.nearest(article, link.target.value),
            )
