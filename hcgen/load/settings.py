"""Reads `mkdocs.yml` without MkDocs: what hcgen honours, and a word about the other options."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

from hcgen.diagnostics import Finding, Findings
from hcgen.load.fields import Fields, nearest
from hcgen.load.outside import load_allowed_hosts, load_feedback
from hcgen.load.reading import LARGEST_YAML_BYTES, read_text_file
from hcgen.load.yaml_tree import YamlList, YamlMapping, YamlNode, YamlText, parse_yaml
from hcgen.model.settings import MarkdownExtension, OptionValue, RuleSettings, Settings
from hcgen.source import Text

HONOURED = {
    "copyright",
    "docs_dir",
    "edit_uri",
    "extra_css",
    "extra_javascript",
    "markdown_extensions",
    "plugins",
    "repo_url",
    "site_description",
    "site_dir",
    "site_name",
    "site_url",
    "theme",
}
"""Options of `mkdocs.yml` that hcgen acts on."""

WITHOUT_EFFECT = {
    "dev_addr",
    "draft_docs",
    "edit_uri_template",
    "exclude_docs",
    "extra",
    "extra_templates",
    "hooks",
    "INHERIT",
    "mdx_configs",
    "nav",
    "not_in_nav",
    "remote_branch",
    "remote_name",
    "repo_name",
    "site_author",
    "strict",
    "use_directory_urls",
    "validation",
    "watch",
}
"""Options that MkDocs knows and hcgen does nothing with; using one is a diagnostic."""

HONOURED_THEME = {"custom_dir", "favicon", "language", "logo", "name", "palette"}
THEME_WITHOUT_EFFECT = {
    "features",
    "font",
    "icon",
    "include_search_page",
    "locale",
    "static_templates",
}

PLUGIN_OPTIONS = {
    "allowed_hosts",
    "external_links",
    "fail_on",
    "feedback",
    "languages",
    "offline",
    "rules",
    "social_image",
    "source_language",
    "trust_html",
}
"""Options of the plugin section `hcgen`."""

PALETTE_FIELDS = ("accent", "media", "primary", "scheme", "toggle")
"""What Material knows below ``palette``; hcgen takes ``primary``."""

MATERIAL_COLOURS = tuple(
    "red, pink, purple, deep purple, indigo, blue, light blue, cyan, teal, green, light green, "
    "lime, yellow, amber, orange, deep orange, brown, grey, blue grey, black, white, custom".split(
        ", "
    )
)
"""Names of colours below ``palette``; the last three stand for no colour, which is hcgen's own."""

LINK_TABS = ("same-tab", "new-tab")

FAIL_LEVELS = ("error", "warning", "never")

RULE_FIELDS = ("ignore", "select", "severity")
"""Keys below ``rules``."""

SEVERITIES = ("error", "warning", "note")

_HEX_COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_YAML_NAME_TAG = "tag:yaml.org,2002:python/name:"


class ConfigurationError(Exception):
    """There is no `mkdocs.yml` that could be read; the findings say why."""

    def __init__(self, message: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


def load_settings(config: Path, findings: Findings) -> Settings:
    """Return what a configuration file says; wrong options are findings.

    Args:
        config: Path of `mkdocs.yml`; paths in it count from its folder.

    Raises:
        ConfigurationError: The file is missing, unreadable, or holds no keys.
    """
    own = Findings()
    name = config.name
    if not config.is_file():
        raise ConfigurationError(f"there is no {config}")
    file = read_text_file(config, name, own, limit_bytes=LARGEST_YAML_BYTES)
    tree = parse_yaml(file, own) if file is not None else None
    if file is None or not isinstance(tree, YamlMapping):
        fact = "cannot be read" if len(own) else "holds no options"
        raise ConfigurationError(f"{config} {fact}", own)
    for finding in own:
        findings.report(finding.rule_name, finding.span, finding.message, help=finding.help)
    fields = Fields(_resolved_mapping(tree), findings, HONOURED | WITHOUT_EFFECT)
    _report_unused(tree, WITHOUT_EFFECT, "", findings)
    theme = _theme(fields, findings)
    plugin = _plugin(fields, findings)
    return Settings(
        file=file,
        site_name=fields.string("site_name", "Help centre"),
        site_url=_site_url(fields, findings),
        site_description=fields.string("site_description"),
        copyright=fields.string("copyright"),
        repo_url=fields.string("repo_url"),
        edit_url=_edit_url(fields),
        content_dir=_content_dir(fields, config.parent, findings),
        site_dir=fields.string("site_dir", "site"),
        theme_dir=theme.string("custom_dir", "theme"),
        language_tags=plugin.texts("languages"),
        source_language=plugin.string("source_language") or theme.string("language"),
        logo=theme.string("logo"),
        favicon=theme.string("favicon"),
        accent=_accent(theme, findings),
        social_image=plugin.string("social_image"),
        extra_css=tuple(text.value for text in fields.texts("extra_css")),
        extra_javascript=tuple(text.value for text in fields.texts("extra_javascript")),
        markdown_extensions=_extensions(fields, findings),
        trusts_html=plugin.flag("trust_html") or False,
        opens_external_in_new_tab=plugin.choice(
            "external_links", ("same-tab", "new-tab"), "same-tab"
        )
        == "new-tab",
        feedback=load_feedback(plugin, findings),
        allowed_hosts=load_allowed_hosts(plugin, findings),
        is_offline=plugin.flag("offline") or False,
        fail_on=plugin.choice("fail_on", FAIL_LEVELS, FAIL_LEVELS[0]),
        rules=_rules(plugin, findings),
        places={
            prefix + name: span
            for prefix, own in (("", fields), ("theme.", theme), ("hcgen.", plugin))
            for name, span in own.places.items()
        },
    )


def _theme(fields: Fields, findings: Findings) -> Fields:
    node = fields.node("theme")
    if isinstance(node, YamlText):
        return Fields(YamlMapping((), node.span), findings)
    mapping = fields.mapping_of("theme") or YamlMapping((), fields.mapping.span)
    _report_unused(mapping, THEME_WITHOUT_EFFECT, "theme.", findings)
    return Fields(mapping, findings, HONOURED_THEME | THEME_WITHOUT_EFFECT)


def _accent(theme: Fields, findings: Findings) -> Text | None:
    """Return the first colour of ``palette``: one group, or Material's list of groups.

    The groups are what Material's readers switch between; here the reader's system decides between
    light and dark. A name is returned as Material's stylesheet writes it, ``deep-purple``.
    """
    node = theme.node("palette")
    if isinstance(node, YamlList):
        groups = theme.mappings("palette")
    else:
        group = theme.mapping_of("palette")
        groups = (group,) if group is not None else ()
    found = (Fields(group, findings, PALETTE_FIELDS).text("primary") for group in groups)
    written = next((text for text in found if text is not None), None)
    if written is None:
        return None
    colour = written.value.casefold()
    if match := _HEX_COLOUR.fullmatch(colour):
        digits = "".join(digit * (6 // len(match[1])) for digit in match[1])
        return Text(f"#{digits}", written.span)
    if colour.replace("-", " ") in MATERIAL_COLOURS:
        return Text(colour.replace(" ", "-"), written.span)
    findings.report(
        "unexpected-value",
        written.span,
        f"“primary” is “{written.value}”, not a colour",
        help=nearest(written.value, MATERIAL_COLOURS),
    )
    return None


def _plugin(fields: Fields, findings: Findings) -> Fields:
    """Return the options of the entry ``hcgen`` below ``plugins``."""
    node = fields.node("plugins")
    nothing = Fields(YamlMapping((), fields.mapping.span), findings)
    found = nothing
    for name, options in _named_entries(node, findings):
        if name.value == "hcgen":
            if isinstance(options, YamlMapping):
                found = Fields(options, findings, PLUGIN_OPTIONS)
        elif name.value != "search":
            findings.report(
                "option-without-effect",
                name.span,
                f"the plugin “{name.value}” does not run",
                help="hcgen makes the pages itself; take the line out",
            )
    return found


def _rules(plugin: Fields, findings: Findings) -> RuleSettings:
    mapping = plugin.mapping_of("rules")
    if mapping is None:
        return RuleSettings()
    fields = Fields(mapping, findings, RULE_FIELDS)
    severities = fields.mapping_of("severity")
    severity: list[tuple[Text, str]] = []
    if severities is not None:
        levels = Fields(severities, findings)
        for name, _ in severities.entries:
            level = levels.choice(name.value, SEVERITIES, "")
            if level:
                severity.append((name, level))
    return RuleSettings(fields.texts("select"), fields.texts("ignore"), tuple(severity))


def _extensions(fields: Fields, findings: Findings) -> tuple[MarkdownExtension, ...]:
    return tuple(
        MarkdownExtension(name.value, _options(options, findings), name)
        for name, options in _named_entries(fields.node("markdown_extensions"), findings)
    )


def _named_entries(node: YamlNode | None, findings: Findings) -> list[tuple[Text, YamlNode | None]]:
    """Return the entries of a list ``[a, {b: options}]`` or a mapping ``{a: , b: options}``."""
    entries: list[tuple[Text, YamlNode | None]] = []
    if isinstance(node, YamlMapping):
        return list(node.entries)
    for item in node.items if isinstance(node, YamlList) else ():
        if isinstance(item, YamlText):
            entries.append((item.text, None))
        elif isinstance(item, YamlMapping):
            entries.extend(item.entries)
        else:
            findings.report(
                "unexpected-value",
                item.span,
                "a list stands where a name is wanted",
                help="write “- name”, or “- name:” with its options below, indented",
            )
    return entries


def _options(node: YamlNode | None, findings: Findings) -> Mapping[str, OptionValue]:
    value = _plain(node) if isinstance(node, YamlMapping) else {}
    return value if isinstance(value, Mapping) else {}


def _plain(node: YamlNode) -> OptionValue:
    """Return an extension's option as the type that YAML 1.2 gives it: extensions expect types."""
    if isinstance(node, YamlMapping):
        return {key.value: _plain(value) for key, value in node.entries}
    if isinstance(node, YamlList):
        return tuple(_plain(item) for item in node.items)
    text = node.text.value
    if node.tag.startswith(_YAML_NAME_TAG):
        return node.tag.replace(_YAML_NAME_TAG, "!!python/name:")
    if node.is_quoted:
        return text
    if text.casefold() in ("true", "false"):
        return text.casefold() == "true"
    if text.casefold() in ("", "null", "~"):
        return None
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text


def _resolved_mapping(tree: YamlMapping) -> YamlMapping:
    """Return the top of the file with MkDocs' ``!ENV`` tags replaced by their values."""
    resolved = _resolve(tree)
    return resolved if isinstance(resolved, YamlMapping) else tree


def _resolve(node: YamlNode) -> YamlNode:
    if node.tag == "!ENV":
        names = node.items if isinstance(node, YamlList) else (node,)
        texts = [item.text for item in names if isinstance(item, YamlText)]
        default = texts.pop().value if isinstance(node, YamlList) and len(texts) > 1 else ""
        value = next(
            (os.environ[text.value] for text in texts if text.value in os.environ), default
        )
        return YamlText(Text(value, node.span), is_quoted=False)
    if isinstance(node, YamlMapping):
        entries = tuple((key, _resolve(value)) for key, value in node.entries)
        return YamlMapping(entries, node.span, node.tag)
    if isinstance(node, YamlList):
        return YamlList(tuple(_resolve(item) for item in node.items), node.span, node.tag)
    return node


def _report_unused(mapping: YamlMapping, names: set[str], prefix: str, findings: Findings) -> None:
    for key, _ in mapping.entries:
        if key.value in names:
            findings.report(
                "option-without-effect",
                key.span,
                f"“{prefix}{key.value}” has no effect in hcgen",
                help="take the line out",
            )


def _content_dir(fields: Fields, root: Path, findings: Findings) -> str:
    """Return the content folder, which has to lie inside the project: all in it is published.

    Without ``docs_dir`` it is ``content``, or ``docs``, which is MkDocs' own, where only that is.
    """
    text = fields.text("docs_dir")
    if text is None:
        has_only_docs = (root / "docs").is_dir() and not (root / "content").is_dir()
        return "docs" if has_only_docs else "content"
    path = normpath(text.value).strip("/")
    if text.value.startswith(("/", "~")) or path.split("/")[0] in (".", ".."):
        findings.report(
            "unexpected-value",
            text.span,
            f"“docs_dir” is “{text.value}”, which is no folder inside the project",
            help="write the name of a folder beside mkdocs.yml, for example content",
        )
        return "content"
    return path


def _site_url(fields: Fields, findings: Findings) -> str:
    text = fields.text("site_url")
    if text is None:
        return ""
    if not _is_site_address(text.value):
        findings.report(
            "unexpected-value",
            text.span,
            f"“site_url” is “{text.value}”, not a web address",
            help="write it with https://, for example https://help.awan.example/",
        )
        return ""
    return text.value.rstrip("/") + "/"


def _is_site_address(text: str) -> bool:
    """Tell whether a text is the address of a site: no user, query, anchor or empty folder."""
    try:
        parts = urlsplit(text)
        is_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and is_port
        and "@" not in parts.netloc
        and not (parts.query or parts.fragment or text.endswith(("?", "#")))
        and "//" not in parts.path
        and not any(char.isspace() for char in text)
    )


def _edit_url(fields: Fields) -> str:
    edit = fields.string("edit_uri")
    if not edit:
        return ""
    if "://" in edit:
        return edit.rstrip("/") + "/"
    repository = fields.string("repo_url").rstrip("/")
    return f"{repository}/{edit.strip('/')}/" if repository else ""
