"""The options of `mkdocs.yml`: which there are, and where each of them belongs."""

from hcgen.diagnostics import Findings
from hcgen.load.fields import Fields
from hcgen.load.yaml_tree import YamlMapping

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
    "analyzers",
    "evidence",
    "external_links",
    "fail_on",
    "feedback",
    "languages",
    "offline",
    "rules",
    "search",
    "social_image",
    "source_language",
    "trust_html",
}
"""Options of the plugin section `hcgen`."""

TOP, THEME, PLUGIN = "", "theme", "hcgen"
"""The places where options stand: at the left margin, and below two keys."""

_PLACES = {
    TOP: HONOURED | WITHOUT_EFFECT,
    THEME: HONOURED_THEME | THEME_WITHOUT_EFFECT,
    PLUGIN: PLUGIN_OPTIONS,
}
_UNUSED = {TOP: WITHOUT_EFFECT, THEME: THEME_WITHOUT_EFFECT, PLUGIN: frozenset[str]()}
_ADVICE = {
    TOP: "move it to the left margin, beside site_name",
    THEME: "move it below “theme”",
    PLUGIN: "move it below “hcgen” in “plugins”",
}
_AT = {TOP: "at the left margin", THEME: "below “theme”", PLUGIN: "below “hcgen” in “plugins”"}

_TOO_COMMON = {"name"}
"""What says too little to be taken for an option of another place."""


def option_fields(mapping: YamlMapping, place: str, findings: Findings) -> Fields:
    """Return the options of one place; those that are wrong there are findings and left out.

    Args:
        place: One of `TOP`, `THEME` and `PLUGIN`.
    """
    kept = []
    for key, value in mapping.entries:
        name = key.value
        if name in _UNUSED[place]:
            findings.report(
                "option-without-effect",
                key.span,
                f"“{f'{place}.' if place else ''}{name}” has no effect in hcgen",
                help="take the line out",
            )
        if name not in _PLACES[place] and (right := _right_place(name)) is not None:
            is_unused = name in _UNUSED[right]
            findings.report(
                "misplaced-option",
                key.span,
                f"“{name}” stands {_AT[place]} and belongs {_AT[right]}",
                help="take it out: hcgen does nothing with it" if is_unused else _ADVICE[right],
            )
            continue
        kept.append((key, value))
    if place == TOP:
        kept = [entry for entry in kept if not _is_plugin_at_top(entry[0].value, mapping, findings)]
    own = YamlMapping(tuple(kept), mapping.span, mapping.tag)
    return Fields(own, findings, _PLACES[place])


def _right_place(name: str) -> str | None:
    """Return where an option belongs; None for one that no place knows."""
    if name in _TOO_COMMON:
        return None
    return next((place for place, names in _PLACES.items() if name in names), None)


def _is_plugin_at_top(name: str, mapping: YamlMapping, findings: Findings) -> bool:
    if name != PLUGIN:
        return False
    key = next(key for key, _ in mapping.entries if key.value == name)
    findings.report(
        "misplaced-option",
        key.span,
        "the section “hcgen” stands at the left margin and belongs below “plugins”",
        help="write plugins: and below it “- hcgen:” with these options, indented",
    )
    return True
