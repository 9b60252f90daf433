"""Reports that tests of the formats write down."""

from dataclasses import replace

from hcgen.diagnostics import Diagnostic, Edit, Report, Rule, Severity, Stage, in_order
from hcgen.source import SourceFile


def rule(code: str, name: str, severity: Severity) -> Rule:
    return Rule(
        code,
        name,
        severity,
        Stage.SOURCE,
        summary=f"Something is {name}.",
        why="Customers get lost.",
        fix="Write it anew.",
        since="0.1.0",
        bad=(),
        good=(),
    )


BROKEN = rule("LNK001", "broken-link", Severity.ERROR)
VAGUE = rule("ART002", "vague-title", Severity.WARNING)
LONG = rule("ART005", "long-article", Severity.NOTE)


def report(*diagnostics: Diagnostic) -> Report:
    return Report(in_order(diagnostics), articles=3, languages=2, channels=1)


def sample() -> Report:
    """Every severity, a fix, a span over two lines, wide letters, a tab, no help, a whole file."""
    refund = SourceFile(
        "content/en/billing/refund.md",
        "# Refunds\n\n\tSee [the page](refnd.md), or [the page](refnd.md).\n"
        "退款请看[这里](退.md)。\n",
    )
    other = SourceFile("content/id/a b, 100%.md", "# Bantuan\nsatu\ndua\n")
    text = refund.text
    first = text.index("refnd.md")
    second = text.index("refnd.md", first + 1)
    wide = text.index("退.md")
    link = Diagnostic(
        BROKEN,
        refund.span(first, first + 8),
        "“refnd.md” leads nowhere",
        help="write refund.md",
        fix=(Edit(refund.span(first, first + 8), "refund.md"),),
    )
    return report(
        link,
        replace(link, span=refund.span(second, second + 8), fix=()),
        Diagnostic(BROKEN, refund.span(wide, wide + 4), "“退.md” leads nowhere"),
        Diagnostic(VAGUE, other.span(2, 9), "“Bantuan” says nothing", help="name the question"),
        Diagnostic(
            BROKEN,
            other.span(10, 18),
            "two lines",
            help="write one",
            set_severity=Severity.NOTE,
        ),
        Diagnostic(LONG, other.start(), "this article is long", help="split it"),
    )


HOSTILE = (
    "x]]>|``` ` \\| <script>alert(1)</script>\r\n::error::owned\n::set-output name=a::b\n"
    "@everyone #12 100%0A::error:: [a](https://b.example) {0} \u202egnp\u2066 \ud800 \x00 \x1b[31m"
    "red \u2028 \ufffe \x85 </failure><failure> , : ' \" & ~~~ | a | b |"
)


def hostile(text: str = HOSTILE) -> Report:
    """The same text wherever text of strangers can be: path, line, message, help, fix."""
    file = SourceFile(text, text)
    return report(
        *(
            Diagnostic(which, file.span(0, len(text)), text, help=text)
            for which in (BROKEN, VAGUE, LONG)
        ),
        Diagnostic(BROKEN, file.start(), text, help=text, fix=(Edit(file.span(0, 1), text),)),
    )
