"""What `mkdocs.yml` says, as far as hcgen honours it."""

from collections.abc import Mapping
from dataclasses import dataclass

from hcgen.source import SourceFile, Span, Text

OptionValue = (
    str | int | float | bool | None | tuple["OptionValue", ...] | Mapping[str, "OptionValue"]
)
"""A plain value of an extension's option, immutable all the way down."""


@dataclass(frozen=True, slots=True)
class MarkdownExtension:
    """A Python-Markdown extension by the name of its entry point or module, with its options."""

    name: str
    options: Mapping[str, OptionValue]
    span_text: Text


ANALYTICS = ("dataLayer", "gtag", "matomo", "plausible", "umami")
"""Analytics that an answer to “was this helpful?” can be told to, by the name of its script."""

HOST_USES = ("connections", "fonts", "frames", "images", "media", "scripts", "styles")
"""What pages may take from other hosts where a site says so."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where answers to “was this helpful?” go; at least one of the two is set.

    Attributes:
        endpoint: Takes the fields of a form by POST; absolute, or a path on the site's own host.
        analytics: One of `ANALYTICS`.
    """

    endpoint: str
    analytics: str


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which rules a site wants, by code, family, name, or one of the words `ALL` and `DEFAULT`.

    Attributes:
        select: Only these; empty: those that are on by default.
        ignore: Not these.
        severity: Rule or family -> ``error``, ``warning`` or ``note``.
    """

    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: tuple[tuple[Text, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration of a help centre.

    Attributes:
        file: `mkdocs.yml` itself, for diagnostics about the whole.
        site_url: Ends in ``/``; empty when not set: absolute addresses are then left out.
        content_dir: Of the content below the project folder.
        site_dir: Where the site is published, below the project folder or absolute.
        theme_dir: The site's own templates; searched before those of hcgen.
        language_tags: In the order in which languages are listed; empty: told from the folders.
        source_language: The language that articles are written in first; empty: the first one.
        logo, favicon: Paths below the content folder; empty when not set.
        accent: A colour's name in Material's palette, or ``#rrggbb``; None: hcgen's own.
        social_image: Path below the content folder of the picture that messengers show with a
            link; empty when not set.
        extra_css, extra_javascript: Paths below the content folder.
        trusts_html: Raw HTML of articles is published as it is.
        opens_external_in_new_tab: Links to other sites open in a new tab.
        feedback: None: nothing is sent anywhere.
        search_endpoint: Takes queries that find nothing, by POST; absolute, or a path on the site's
            own host; empty: nothing is sent anywhere.
        allowed_hosts: Use (of `HOST_USES`) -> sources of the content security policy, such as
            ``https://images.example.com``.
        is_offline: Pages that were read stay readable without a network.
        fail_on: ``error``, ``warning`` or ``never``.
        rules: Which rules count, and how much.
        evidence_file: What `hcgen probe` writes and builds read, below the project folder.
        analyzers: Language tag and name of the analyzer that is to serve it, where the site wants
            another one than the language's own.
        places: Option -> where its value is written, for those that are: ``site_url``,
            ``theme.logo``, ``hcgen.source_language``.
    """

    file: SourceFile
    site_name: str
    site_url: str
    site_description: str
    copyright: str
    repo_url: str
    edit_url: str
    content_dir: str
    site_dir: str
    theme_dir: str
    language_tags: tuple[Text, ...]
    source_language: str
    logo: str
    favicon: str
    accent: Text | None
    social_image: str
    extra_css: tuple[str, ...]
    extra_javascript: tuple[str, ...]
    markdown_extensions: tuple[MarkdownExtension, ...]
    trusts_html: bool
    opens_external_in_new_tab: bool
    feedback: Feedback | None
    search_endpoint: str
    allowed_hosts: Mapping[str, tuple[str, ...]]
    is_offline: bool
    fail_on: str
    evidence_file: str
    rules: RuleSettings
    analyzers: tuple[tuple[Text, Text], ...]
    places: Mapping[str, Span]

    def place(self, *names: str) -> Span:
        """Return where the first of these options is written; the file's start if none is."""
        found = (self.places[name] for name in names if name in self.places)
        return next(found, self.file.start())

    @property
    def base_path(self) -> str:
        """The path part of `site_url`, such as ``/repo/``; ``/`` without one."""
        rest = self.site_url.partition("://")[2]
        return "/" + rest.partition("/")[2]
