"""What Material's custom properties are on a site of hcgen, and the rules that go with them.

Colours of code are Material's, darker or lighter where they could not be read well enough on
`--raised`, or on a highlighted line of it.
"""

SHARED = {
    "--md-accent-bg-color": "var(--surface)",
    "--md-accent-fg-color": "var(--accent)",
    "--md-accent-fg-color--transparent": "var(--accent-soft)",
    "--md-admonition-bg-color": "var(--surface)",
    "--md-admonition-fg-color": "var(--text)",
    "--md-code-bg-color": "var(--raised)",
    "--md-code-fg-color": "var(--text)",
    "--md-code-hl-comment-color": "var(--muted)",
    "--md-code-hl-generic-color": "var(--muted)",
    "--md-code-hl-name-color": "var(--text)",
    "--md-code-hl-operator-color": "var(--muted)",
    "--md-code-hl-punctuation-color": "var(--muted)",
    "--md-code-hl-variable-color": "var(--muted)",
    "--md-default-bg-color": "var(--surface)",
    "--md-default-fg-color": "var(--text)",
    "--md-default-fg-color--light": "var(--muted)",
    "--md-default-fg-color--lighter": "var(--line)",
    "--md-default-fg-color--lightest": "var(--line)",
    "--md-primary-bg-color": "var(--surface)",
    "--md-primary-fg-color": "var(--accent)",
    "--md-typeset-a-color": "var(--accent)",
    "--md-typeset-color": "var(--text)",
    "--md-typeset-del-color": "#f5503d26",
    "--md-typeset-ins-color": "#0bd57026",
    "--md-typeset-kbd-accent-color": "var(--surface)",
    "--md-typeset-kbd-border-color": "var(--line)",
    "--md-typeset-kbd-color": "var(--raised)",
}
"""The same in both schemes, or different because the site's own property is."""

LIGHT = {
    "--md-code-hl-color": "#4287ff",
    "--md-code-hl-color--light": "#4287ff1a",
    "--md-code-hl-constant-color": "#654fd7",
    "--md-code-hl-function-color": "#9b40aa",
    "--md-code-hl-keyword-color": "#3764b9",
    "--md-code-hl-number-color": "#c62727",
    "--md-code-hl-special-color": "#c91250",
    "--md-code-hl-string-color": "#1a7548",
    "--md-typeset-mark-color": "#ffff0080",
}
DARK = {
    "--md-code-hl-color": "#2977ff",
    "--md-code-hl-color--light": "#2977ff1a",
    "--md-code-hl-constant-color": "#9889e3",
    "--md-code-hl-function-color": "#ca75d9",
    "--md-code-hl-keyword-color": "#6d95e1",
    "--md-code-hl-number-color": "#e87366",
    "--md-code-hl-special-color": "#f16895",
    "--md-code-hl-string-color": "#2fb170",
    "--md-typeset-mark-color": "#4287ff4d",
}

RULES = """
.md-typeset .md-button { color: var(--accent); text-decoration: none; }
.md-typeset .md-button--primary {
  --md-primary-fg-color: var(--accent-fill);
  color: var(--on-accent);
}
.md-typeset .md-button:is(:focus, :hover) { color: var(--surface); }
.md-typeset .tabbed-set:has(> input:focus-visible) > .tabbed-labels {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
.md-typeset .task-list-indicator:before { background-color: var(--border); }
.md-typeset [type=checkbox]:checked + .task-list-indicator:before {
  background-color: var(--accent);
}
"""
"""What Material says otherwise, or could not say in a layer, where the site's rules for links win:
buttons look like those of the site; the keyboard's place in tabs can be seen, and which boxes are
ticked.
"""
