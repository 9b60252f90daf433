"""Reads `mkdocs.yml` without MkDocs: what hcgen honours, and a word about the other options."""

import os
from collections.abc import Iterable
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

from hcgen.diagnostics import Finding, Findings
from hcgen.load.extensions import load_extensions
from hcgen.load.fields import Fields
from hcgen.load.options import THEME, TOP, option_fields
from hcgen.load.outside import load_allowed_hosts, load_feedback, load_search_endpoint
from hcgen.load.palette import load_accent
from hcgen.load.plugin_section import (
    FAIL_LEVELS,
    LINK_TABS,
    load_analyzers,
    load_evidence_file,
    load_plugin_section,
    load_rule_settings,
)
from hcgen.load.reading import LARGEST_YAML_BYTES, read_text_file
from hcgen.load.yaml_tree import YamlList, YamlMapping, YamlNode, YamlText, parse_yaml
from hcgen.model.settings import Settings
from hcgen.source import Text


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
    fields = option_fields(_resolved_mapping(tree), TOP, findings)
    theme = _theme(fields, findings)
    site_dir = fields.string("site_dir", "site")
    content_dir = _content_dir(fields, config.parent, findings)
    plugin = load_plugin_section(fields, findings)
    return Settings(
        file=file,
        site_name=fields.string("site_name", "Help centre"),
        site_url=_site_url(fields, findings),
        site_description=fields.string("site_description"),
        copyright=fields.string("copyright"),
        repo_url=fields.string("repo_url"),
        edit_url=_edit_url(fields),
        content_dir=content_dir,
        site_dir=site_dir,
        theme_dir=theme.string("custom_dir", "theme"),
        language_tags=plugin.texts("languages"),
        source_language=plugin.string("source_language") or theme.string("language"),
        logo=theme.string("logo"),
        favicon=theme.string("favicon"),
        accent=load_accent(theme, findings),
        social_image=plugin.string("social_image"),
        extra_css=tuple(text.value for text in fields.texts("extra_css")),
        extra_javascript=tuple(text.value for text in fields.texts("extra_javascript")),
        markdown_extensions=load_extensions(fields, findings),
        trusts_html=plugin.flag("trust_html") or False,
        opens_external_in_new_tab=plugin.choice("external_links", LINK_TABS, LINK_TABS[0])
        == LINK_TABS[1],
        feedback=load_feedback(plugin, findings),
        search_endpoint=load_search_endpoint(plugin, findings),
        allowed_hosts=load_allowed_hosts(plugin, findings),
        is_offline=plugin.flag("offline") or False,
        fail_on=plugin.choice("fail_on", FAIL_LEVELS, FAIL_LEVELS[0]),
        evidence_file=load_evidence_file(
            plugin, findings, content_dir=content_dir, site_dir=site_dir
        ),
        rules=load_rule_settings(plugin, findings),
        analyzers=load_analyzers(plugin, findings),
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
    return option_fields(mapping, THEME, findings)


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
