"""A status page for people: one file, without scripts, that loads nothing."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from hcgen.diagnostics.formats import visible
from hcgen.model.evidence import State
from hcgen.model.probe import Verdict
from hcgen.probes.reports import _wording as words
from hcgen.probes.result import Result, Run

_STYLE = """\
:root {
  color-scheme: light dark;
  --ink: #1d2530; --soft: #59636f; --line: #d6dbe1; --ground: #fff; --card: #f6f8fa;
  --good: #116b3b; --bad: #b3261e; --doubt: #855300; --other: #4a5560;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6eaef; --soft: #a3adb8; --line: #37414d; --ground: #14191f; --card: #1c232b;
    --good: #6fd39b; --bad: #ff9d94; --doubt: #f1bd5e; --other: #b6c0ca;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 54rem; padding: 1.5rem 1rem 3rem;
  background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
ul { list-style: none; margin: 1.25rem 0 0; padding: 0; }
li {
  display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .25rem 1rem;
  padding: .75rem 0; border-block-start: 1px solid var(--line);
}
.notice {
  border-inline-start: .25rem solid var(--doubt); background: var(--card);
  margin: 1rem 0; padding: .5rem .75rem;
}
.soft { color: var(--soft); font-size: .9rem; font-weight: 400; }
.verdict, .name, .incident { font-weight: 600; }
.verified { color: var(--good); }
.broken, .incident { color: var(--bad); }
.suspect { color: var(--doubt); }
.unverifiable, .skipped { color: var(--other); }
@media (max-width: 30rem) { li { grid-template-columns: minmax(0, 1fr); } }
"""
_MARKS = {
    Verdict.VERIFIED: "✓",
    Verdict.BROKEN: "✕",
    Verdict.SUSPECT: "!",
    Verdict.UNVERIFIABLE: "?",
    Verdict.SKIPPED: "–",
}


def render(run: Run) -> str:
    """Return a whole page."""
    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'"
    notices = "".join(f'<p class="notice">{_text(notice)}</p>\n' for notice in run.notices)
    items = "".join(_item(result, run) for result in run.worst_first)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Contact channels: what works</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Contact channels: what works</h1>
<p>{_text(words.closing_line(run))}</p>
<p class="soft">Tried on {words.moment(run.started_at)}, in {run.seconds:.0f} seconds</p>
{notices}<ul>
{items}</ul>
</main>
</body>
</html>
"""


def _item(result: Result, run: Run) -> str:
    verdict = result.verdict
    mark = f'<span aria-hidden="true">{_MARKS[verdict]}</span> {verdict.value}'
    lines = [
        f'<p class="name"><bdi>{_text(words.name(result))}</bdi> '
        f'<span class="soft">{_text(result.target.kind)}</span></p>',
        f"<p>{_text(words.said(result.decisive))}</p>",
        *(f"<p>{_text(words.said(sign))}</p>" for sign in result.signs),
    ]
    if attested := words.attested(result, run):
        lines.append(f"<p>{_text(attested)}</p>")
    if history := words.history(result):
        kind = "incident" if result.state is State.OPEN else "suspect"
        lines.append(f'<p class="{kind}">{_text(history)}</p>')
    aside = " · ".join(filter(None, (words.place(result), words.tried(result))))
    lines.append(f'<p class="soft">{_text(aside)}</p>')
    body = "\n".join(lines)
    return f'<li>\n<p class="verdict {verdict.value}">{mark}</p>\n<div>\n{body}\n</div>\n</li>\n'


def _text(text: str) -> str:
    return escape(visible(text))
