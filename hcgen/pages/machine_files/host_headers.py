"""`_headers`: what Netlify, Cloudflare Pages and hosts like them send with the site's files."""

from collections.abc import Iterator
from urllib.parse import quote

from hcgen.model.addresses import CONTACT_CARD, SERVICE_WORKER
from hcgen.pages.composer import STATIC, Composer
from hcgen.search import INDEX_FILE_KINDS, manifest_path

EMBEDDED_BY = "frame-ancestors 'self'"
"""Who may show the pages in a frame; browsers take it from a header only (CSP 3, 3.3)."""

_LONGEST_LINE = 2000  # Cloudflare takes no longer ones, and no more than 100 rules

_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "public, max-age=0, must-revalidate"

_Rule = tuple[str, tuple[tuple[str, str], ...]]
"""Path below the site's root, in which ``*`` stands for anything; name and value of headers."""


def host_headers(composer: Composer) -> str:
    """Return the rules: a path, and below it the headers of all files that it names.

    A file gets the headers of every rule that names it, and hosts join two values of one header, so
    no header stands in two rules that meet.
    """
    # what would be a wildcard or a placeholder of the format is encoded
    base = quote(composer.centre.settings.base_path, safe="/-._~%")
    lines: list[str] = []
    for path, headers in _rules(composer):
        lines.append(base + path)
        lines += (f"  {name}: {value}" for name, value in headers)
    return "\n".join(lines) + "\n"


def _rules(composer: Composer) -> Iterator[_Rule]:
    yield (
        "*",
        (
            ("Content-Security-Policy", _sent_policy(composer.policy)),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ),
    )
    yield f"{STATIC}/*", (("Cache-Control", _FOR_EVER),)
    for language in composer.centre.languages:
        manifest = manifest_path(language.tag)
        # it names the parts of the newest index only, so an old one would lead to nothing
        yield manifest, (("Cache-Control", _ASK_EACH_TIME),)
        for part in INDEX_FILE_KINDS:
            # the whole beginning, because "pt-*" would be the manifest of pt-BR too
            path = f"{manifest.removesuffix('.json')}-{part}-*"
            yield path, (("Cache-Control", _FOR_EVER),)
    yield SERVICE_WORKER, (("Cache-Control", "no-cache"),)
    yield "*.md", (("Content-Type", "text/markdown; charset=utf-8"),)
    if composer.contact_card_path:
        yield CONTACT_CARD, (("Content-Type", "text/vcard; charset=utf-8"),)


def _sent_policy(policy: str) -> str:
    """Return the policy with who may embed the pages; only that where it would be too long.

    The pages hold the rest themselves.
    """
    whole = f"{policy}; {EMBEDDED_BY}"
    is_short = len(f"  Content-Security-Policy: {whole}") <= _LONGEST_LINE
    return whole if is_short else EMBEDDED_BY
