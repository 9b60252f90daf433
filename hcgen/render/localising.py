"""Puts the article's language where Markdown extensions write English words, or say too little."""

import re
from collections.abc import Mapping

from hcgen.languages import load_language

NOTES = tuple(
    "abstract bug danger example failure info note question quote success tip warning".split()
)
"""The notes that Material draws."""

_SAME_AS = {
    "attention": "warning",
    "caution": "warning",
    "check": "success",
    "cite": "quote",
    "done": "success",
    "error": "danger",
    "fail": "failure",
    "faq": "question",
    "help": "question",
    "hint": "tip",
    "important": "tip",
    "missing": "failure",
    "seealso": "info",
    "summary": "abstract",
    "tldr": "abstract",
    "todo": "info",
}
"""Names of notes that look like another one."""

_NOTE_TITLE = re.compile(
    r"""(?P<start><div\ class="admonition\ (?P<note>[\w-]+)[^"]*">\s*<p\ class="admonition-title">
          |<details\ class="(?P<details>[\w-]+)[^"]*"[^>]*>\s*<summary>)
        (?P<title>[^<]*)(?=</)""",
    re.X,
)
_BACK = re.compile(r'(?<=<a class="footnote-backref" )(href="[^"]*") title="[^"]*"')
_TASK = re.compile(
    r"""(?:<label\ class="task-list-control">)?
        <input\ type="checkbox"\ disabled(?P<done>\ checked)?\s*/?>
        (?:<span\ class="task-list-indicator"></span></label>)?""",
    re.X,
)
_BOXES = {False: "\N{BALLOT BOX}", True: "\N{BALLOT BOX WITH CHECK}"}


def localised(html: str, tag: str) -> str:
    """Return the HTML with words of a language in place of those that extensions write by default.

    That is the title of a note to which the writer gave none, and what is said of the link from a
    footnote back to the text. The box of a task becomes a sign, since a field that nobody can
    change and that has no name tells users of screen readers nothing.
    """
    strings = load_language(tag).strings
    if "admonition-title" in html or "<summary>" in html:
        html = _NOTE_TITLE.sub(lambda match: match["start"] + _title(match, strings), html)
    if "footnote-backref" in html:
        back = strings["footnote.back"]
        html = _BACK.sub(lambda match: f'{match[1]} title="{back}"', html)
    if "task-list-item" in html:
        html = _TASK.sub(lambda match: _BOXES[match["done"] is not None], html)
    return html


def _title(match: re.Match[str], strings: Mapping[str, str | Mapping[str, str]]) -> str:
    kind = match["note"] or match["details"]
    own = strings.get(f"note.{_SAME_AS.get(kind, kind)}")
    # Python-Markdown takes the name of the note for its title
    is_default = match["title"] == kind.capitalize()
    return own if is_default and isinstance(own, str) else match["title"]
