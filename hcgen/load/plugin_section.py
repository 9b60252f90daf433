"""Reads the section ``hcgen`` below ``plugins``, which holds what MkDocs does not know."""

from posixpath import normpath

from hcgen.diagnostics import Findings
from hcgen.load.extensions import named_entries
from hcgen.load.fields import Fields
from hcgen.load.options import PLUGIN, option_fields
from hcgen.load.yaml_tree import YamlMapping
from hcgen.model.settings import RuleSettings
from hcgen.source import Text

LINK_TABS = ("same-tab", "new-tab")

FAIL_LEVELS = ("error", "warning", "never")

RULE_FIELDS = ("ignore", "select", "severity")
"""Keys below ``rules``."""

EVIDENCE_FILE = "evidence.json"
"""Beside `mkdocs.yml`, where a site says nothing else."""

SEVERITIES = ("error", "warning", "note")


def load_plugin_section(fields: Fields, findings: Findings) -> Fields:
    """Return the options of the entry ``hcgen`` below ``plugins``."""
    node = fields.node("plugins")
    nothing = Fields(YamlMapping((), fields.mapping.span), findings)
    found = nothing
    for name, options in named_entries(node, findings):
        if name.value == "hcgen":
            if isinstance(options, YamlMapping):
                found = option_fields(options, PLUGIN, findings)
        elif name.value != "search":
            findings.report(
                "option-without-effect",
                name.span,
                f"the plugin “{name.value}” does not run",
                help="hcgen makes the pages itself; take the line out",
            )
    return found


def load_rule_settings(plugin: Fields, findings: Findings) -> RuleSettings:
    """Return what ``rules`` says; words that name no rule are for a rule to tell."""
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


def load_analyzers(plugin: Fields, findings: Findings) -> tuple[tuple[Text, Text], ...]:
    """Return language tag and name of the analyzer that is to serve it, in the order written."""
    mapping = plugin.mapping_of("analyzers")
    if mapping is None:
        return ()
    fields = Fields(mapping, findings)
    named = ((tag, fields.text(tag.value)) for tag, _ in mapping.entries)
    return tuple((tag, name) for tag, name in named if name is not None)


def load_evidence_file(
    plugin: Fields, findings: Findings, *, content_dir: str, site_dir: str
) -> str:
    """Return the path of the evidence file below the project folder."""
    text = plugin.text("evidence")
    if text is None:
        return EVIDENCE_FILE
    path = normpath(text.value)
    if text.value.startswith(("/", "~")) or path.split("/")[0] in (".", "..") or "\0" in path:
        fact = "which is no file inside the project"
    elif _is_in(path, content_dir):
        fact = "which would be published with the content"
    elif _is_in(path, normpath(site_dir)):
        fact = "which the next build would take away with the old site"
    else:
        return path
    findings.report(
        "unexpected-value",
        text.span,
        f"“evidence” is “{text.value}”, {fact}",
        help=f"write the name of a file beside mkdocs.yml, for example {EVIDENCE_FILE}",
    )
    return EVIDENCE_FILE


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
