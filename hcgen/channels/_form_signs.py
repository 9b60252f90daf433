"""By what a page is told to hold a form."""

import re

from hcgen.channels._page_probe import is_shell
from hcgen.model.probe import Observation, Verdict
from hcgen.net import Page, cleaned

_FORM = re.compile(r"<form\b([^<>]{0,2000})", re.IGNORECASE)
_OPEN_ACTION = re.compile(r"\baction\s*=\s*[\"']?\s*(http://[^\s\"'>]{0,300})", re.IGNORECASE)
_VENDORS = re.compile(
    r"<(?:iframe|script)\b[^<>]{0,500}\bsrc\s*=\s*[\"']?(?:https?:)?//[^\s\"'<>/]{0,100}"
    r"(?:typeform\.com|hsforms\.net|hsforms\.com|jotform\.com|jotfor\.ms|docs\.google\.com/forms"
    r"|tally\.so|formstack\.com|wufoo\.com|zohopublic\.(?:com|eu|in)|zdassets\.com|freshdesk\.com"
    r"|forms\.office\.com|123formbuilder\.com|cognitoforms\.com|paperform\.co)",
    re.IGNORECASE,
)
"""Forms of others that stand in a page by frame or script."""


def of_form(page: Page) -> tuple[Observation, ...]:
    """Return whether a page holds a form, and whether what is written there is sent in the open."""
    text = page.text()
    forms = _FORM.findall(text)
    if not forms and not _VENDORS.search(text):
        if page.is_cut:
            return (_seen(Verdict.UNVERIFIABLE, "page-too-long-for-form", page),)
        if is_shell(page):
            return (_seen(Verdict.UNVERIFIABLE, "form-by-script", page),)
        return (_seen(Verdict.SUSPECT, "no-form", page),)
    found = [_seen(Verdict.VERIFIED, "form-there", page)]
    actions = [match[1] for form in forms if (match := _OPEN_ACTION.search(form))]
    if actions:
        said = cleaned(actions[0])
        found.append(
            Observation("form", Verdict.SUSPECT, "form-not-encrypted", said, is_extra=True)
        )
    return tuple(found)


def _seen(verdict: Verdict, reason: str, page: Page) -> Observation:
    return Observation("form", verdict, reason, cleaned(page.title()))
