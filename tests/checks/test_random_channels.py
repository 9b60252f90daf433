"""Whatever stands in channels.yml is loaded, checked and made into pages without a crash."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hcgen.channels import kinds
from hcgen.checks import selection
from hcgen.load.channels import EVERY_CHANNEL, ORGANISATION, SECTIONS
from hcgen.mkdocs_site import load_theme
from hcgen.model.channel import PROMISE_FIELDS
from hcgen.model.hours import WEEKDAYS
from hcgen.pipeline import check_help_centre, render_help_centre
from tests._site import write_site
from tests.checks.clean_centre import TINY_CENTRE

WORDS = st.one_of(
    st.sampled_from(
        [
            *("", "always", "closed", "open", "true", "false", "null", "~", "-", "default", "en"),
            *("call", "mail", "phone", "email", "chat", "x", "billing", "account", "ID", "MY"),
            *("+62 21 5790 1234", "1500 888", "0812", "999", "62215790123", "+" * 40, "0" * 300),
            *("help@awan.example", "a@b", "@", "mailto:x@y", "a b@c.d", "bantuan@аwan.example"),
            *("https://chat.awan.example/", "javascript:x", "//a", "https://[", "http://127.1/"),
            *("08:00-12:00, 13:00-17:00", "17:00-08:00", "24:00-24:00", "00:00-24:00", "8-5"),
            *("2 business days", "1 minute", "0 hours", "999 days", "1 hour", "soon"),
            *("2026-11-25", "2026-02-30", "0001-01-01", "9999-12-31", "90d", "0d", "10000d"),
            *("Asia/Jakarta", "Etc/GMT-7", "WIB", "America/St_Johns", "../../etc/passwd"),
            *("instagram", "mastodon", "a@b.example", "@@", "x" * 200, "é\u202e", "⟦"),
        ]
    ),
    st.text(max_size=12),
    st.integers(-5, 10**20).map(str),
)
KEYS = st.one_of(
    st.sampled_from(
        sorted(
            {
                *SECTIONS,
                *ORGANISATION,
                *EVERY_CHANNEL,
                *PROMISE_FIELDS,
                *WEEKDAYS,
                *(field.name for kind in kinds().values() for field in kind.fields),
                *("mon-fri", "fri-mon", "exceptions", "from", "to", "reason", "on", "method"),
                *("by", "valid_for", "default", "follow_up", "complain_to", "en", "id", "calendar"),
            }
        )
    ),
    WORDS,
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)
CHANNEL = st.one_of(
    VALUES,
    st.sampled_from(sorted(kinds())).flatmap(
        lambda kind: st.fixed_dictionaries(
            {"kind": st.just(kind), "id": WORDS},
            optional={
                name: VALUES
                for name in (*EVERY_CHANNEL, *(field.name for field in kinds()[kind].fields))
                if name not in ("kind", "id")
            },
        )
    ),
)
DOCUMENT = st.fixed_dictionaries(
    {"channels": st.one_of(VALUES, st.lists(CHANNEL, max_size=5))},
    optional={name: VALUES for name in SECTIONS if name != "channels"},
)


def check(folder: Path, text: str) -> None:
    (folder / "content" / "channels.yml").write_text(text, encoding="utf-8", errors="replace")
    rendered = render_help_centre(folder / "mkdocs.yml")
    configured = rendered.centre.settings
    theme = load_theme(configured, rendered.root)
    chosen = selection(configured.rules, select=("ALL",))
    for diagnostic in check_help_centre(rendered, theme, chosen=chosen).diagnostics:
        place = diagnostic.span.position
        assert place.line >= 1
        assert place.column >= 1
        assert diagnostic.message


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("random")
    write_site(made, TINY_CENTRE)
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=DOCUMENT)
def test_any_values_give_diagnostics_and_no_crash(folder: Path, document: object) -> None:
    check(folder, yaml.safe_dump(document, allow_unicode=True, sort_keys=False))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=st.lists(
        st.sampled_from([*"abc:-[]{}&*!|>'\"%@`#,\n \t012+", "é", "\u2028", "channels:\n  - "]),
        max_size=60,
    ).map("".join)
)
def test_any_text_gives_diagnostics_and_no_crash(folder: Path, text: str) -> None:
    check(folder, text)
