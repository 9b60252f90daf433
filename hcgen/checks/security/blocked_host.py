"""SEC001: pictures, sounds, films and frames from hosts that the pages' policy does not allow."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from hcgen.checks.context import FragmentsContext
from hcgen.diagnostics import Diagnostic, Example, Rule, Severity, Stage
from hcgen.model.article import Article
from hcgen.model.policy import allows_address
from hcgen.model.settings import Settings
from hcgen.render import Fragment, FragmentLink
from hcgen.source import Span

RULE = Rule(
    code="SEC001",
    name="blocked-host",
    severity=Severity.WARNING,
    stage=Stage.FRAGMENTS,
    summary="An image, sound, film or frame comes from a host that pages may not load it from.",
    why="Browsers leave it out: the policy that every page carries allows other hosts only where "
    "the settings say so, and over https only.",
    fix="Copy the file into content/assets/, or add the host to allowed_hosts in mkdocs.yml.",
    since="0.1.0",
    bad=(
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "[See it large](https://images.example.com/form.png).\n\n"
                "![The form](⟦https://images.example.com/form.png⟧)\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                '<video controls src="⟦//films.example.com/reset.mp4⟧"></video>\n',
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      allowed_hosts: {images: [images.example.com]}\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](⟦http://images.example.com/form.png⟧)\n",
            }
        ),
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins:\n  - hcgen:\n      languages: [en, id]\n      trust_html: true\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                '<iframe src="⟦https://films.example.com/reset⟧"></iframe>\n',
            }
        ),
    ),
    good=(
        Example(
            {
                "mkdocs.yml": "site_name: Help\nsite_url: https://help.example.com/\n"
                "plugins:\n  - hcgen:\n      languages: [en, id]\n"
                "      allowed_hosts: {images: [images.example.com]}\n",
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "![The form](https://images.example.com/form.png)\n",
            }
        ),
        Example(
            {
                "content/en/account/reset.md": "---\ntitle: Reset your password\n---\n"
                "[The form](https://images.example.com/form.png)\n",
            }
        ),
    ),
)

_SHOWN_AS = {
    "frames": "show a frame",
    "images": "show an image",
    "media": "play sound or film",
}

_FRAME = re.compile(
    r"""<iframe\s[^<>]*?\bsrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def check(context: FragmentsContext) -> Iterator[Diagnostic]:
    """Compare what articles show in place with the hosts that the settings allow."""
    settings = context.centre.settings
    for article in context.centre.articles:
        fragment = context.fragments.get(article.file.path)
        if fragment is None:
            continue
        for target, use in _shown(fragment, settings).items():
            if _ELSEWHERE.match(target) and not allows_address(settings, use, target):
                for span in _places(article, target):
                    yield _diagnostic(settings, span, target, use)


def _shown(fragment: Fragment, settings: Settings) -> dict[str, str]:
    """Return target -> use (of `HOST_USES`) of everything that an article shows in place."""
    shown = {link.target.strip(): _use(link) for link in fragment.links if link.tag != "a"}
    if settings.trusts_html:  # else there are none
        for piece in fragment.pieces:
            for match in _FRAME.finditer(piece):
                shown[unescape(match[1] or match[2] or match[3] or "").strip()] = "frames"
    return shown


def _use(link: FragmentLink) -> str:
    is_picture = link.tag == "img" or link.attribute == "poster"
    return "images" if is_picture else "media"


def _places(article: Article, target: str) -> tuple[Span, ...]:
    """Return where a target is written, but for mere links to it; the title if nowhere."""
    links = [
        link
        for link in article.links
        if target in (link.target.value, unescape(link.target.value))  # raw HTML has &amp;
    ]
    found = [link for link in links if link.is_image] or links
    if found:
        return tuple(link.target.span for link in found)
    start = article.file.text.find(target, article.body_start)
    return (article.place if start < 0 else article.file.span(start, start + len(target)),)


def _diagnostic(settings: Settings, span: Span, target: str, use: str) -> Diagnostic:
    host = _host(target)
    copy = f"copy the file into {settings.content_dir}/assets/"
    if use == "frames":
        copy = "write a link to it instead"
    secure = re.sub(r"(?i)^http:", "https:", target)
    if secure != target and allows_address(settings, use, secure):
        return Diagnostic(
            RULE,
            span,
            f"pages may {_SHOWN_AS[use]} from “{host}” over https only, and this is http",
            help=f"write https:// if it is there too, or {copy}",
        )
    also = " and write https://" if secure != target else ""
    return Diagnostic(
        RULE,
        span,
        f"pages may not {_SHOWN_AS[use]} from “{host}”, so browsers leave this one out",
        help=f"{copy}, or add the host to allowed_hosts: {use}{also}",
    )


def _host(target: str) -> str:
    try:
        return urlsplit(target).netloc.rpartition("@")[2]
    except ValueError:
        return target
