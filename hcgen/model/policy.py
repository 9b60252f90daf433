"""The content security policy (CSP 3): what a page may load, and from where."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from hcgen.model.settings import Settings

MEDIA_SUFFIXES = (
    ".aac",
    ".flac",
    ".m4a",
    ".m4v",
    ".mov",
    ".mp3",
    ".mp4",
    ".oga",
    ".ogg",
    ".ogv",
    ".opus",
    ".wav",
    ".weba",
    ".webm",
)
"""Endings of the names of sounds and films."""

_DIRECTIVES: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "font-src": ("'self'",),
    "manifest-src": ("'self'",),
    "media-src": (),
    "frame-src": (),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""Directive -> what every site allows; one without any source is left out."""

_DIRECTIVE_OF = {
    "connections": "connect-src",
    "fonts": "font-src",
    "frames": "frame-src",
    "images": "img-src",
    "media": "media-src",
    "scripts": "script-src",
    "styles": "style-src",
}
"""Use (of `HOST_USES`) -> directive."""


def content_security_policy(settings: Settings, *, has_media: bool = False) -> str:
    """Return the policy of every page of a site, in one line.

    Args:
        has_media: The site has sounds or films of its own.
    """
    sources = {name: list(allowed) for name, allowed in _DIRECTIVES.items()}
    if has_media:
        sources["media-src"].append("'self'")
    for use, hosts in settings.allowed_hosts.items():
        sources[_DIRECTIVE_OF[use]] += hosts
    feedback = settings.feedback.endpoint if settings.feedback else ""
    for endpoint in (feedback, settings.search_endpoint):
        if "://" in endpoint:
            parts = urlsplit(endpoint)
            sources["connect-src"].append(f"{parts.scheme}://{parts.netloc.lower()}")
    return "; ".join(
        " ".join((name, *dict.fromkeys(allowed))) for name, allowed in sources.items() if allowed
    )


def holds_media(paths: Iterable[str]) -> bool:
    """Tell whether one of the files is a sound or a film."""
    return any(path.lower().endswith(MEDIA_SUFFIXES) for path in paths)


def allows_address(settings: Settings, use: str, address: str) -> bool:
    """Tell whether pages may load an absolute ``http:`` or ``https:`` address.

    Args:
        use: Of `HOST_USES`; what the address would be loaded as.
        address: One that begins with ``//`` takes the scheme of the site.
    """
    own = urlsplit(settings.site_url or "https:")
    try:
        parts = urlsplit(address, scheme=own.scheme)
        origin = _origin(parts.scheme, parts.hostname, parts.port)
    except ValueError:
        return False
    if origin == _origin(own.scheme, own.hostname, own.port):
        return True
    return any(_covers(source, origin) for source in settings.allowed_hosts.get(use, ()))


def _origin(scheme: str, host: str | None, port: int | None) -> tuple[str, str, int]:
    name = host or ""
    if not name.isascii():
        name = name.encode("idna").decode()  # as browsers compare it; hosts in policies are ASCII
    return scheme, name.lower(), port or (80 if scheme == "http" else 443)


def _covers(source: str, origin: tuple[str, str, int]) -> bool:
    """Tell whether a source such as ``https://*.example.com`` names an origin (CSP 3, 6.7.2.8)."""
    parts = urlsplit(source)
    scheme, host, port = _origin(parts.scheme, parts.hostname, parts.port)
    if (scheme, port) != (origin[0], origin[2]):
        return False
    if host.startswith("*."):
        return origin[1].endswith(host[1:])
    return origin[1] == host
