"""Loading, rendering and checking work where MkDocs and Material are not installed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

BLOCKING = """
import sys
from importlib.abc import MetaPathFinder

class Blocker(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("mkdocs", "material", "properdocs"):
            raise ModuleNotFoundError(f"{name} is blocked", name=name)
        return None

sys.meta_path.insert(0, Blocker())
"""


def run_without_mkdocs(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKING + script, str(ROOT / "mkdocs.yml")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_the_blocker_blocks() -> None:
    for name in ("mkdocs", "mkdocs.theme", "material", "hcgen.mkdocs_site"):
        done = run_without_mkdocs(f"import {name}")
        assert "is blocked" in done.stderr, name


def test_the_core_can_be_imported() -> None:
    names = [
        "load",
        "render",
        "checks",
        "pages",
        "publish",
        "pipeline",
        "languages",
        "model",
        "search",
    ]
    done = run_without_mkdocs("\n".join(f"import hcgen.{name}" for name in names))
    assert done.returncode == 0, done.stderr


def test_every_module_below_the_adapters_can_be_imported() -> None:
    script = """
import importlib, pkgutil
import hcgen
found = [module.name for module in pkgutil.walk_packages(hcgen.__path__, "hcgen.")
         if not module.name.startswith(("hcgen.cli", "hcgen.mkdocs_", "hcgen.preview"))]
for name in found:
    importlib.import_module(name)
print(len(found))
"""
    done = run_without_mkdocs(script)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 60


def test_the_demo_is_loaded_rendered_checked_and_indexed() -> None:
    script = """
import os
from pathlib import Path
from hcgen.checks import run_checks, selection
from hcgen.diagnostics import Stage
from hcgen.load import load_help_centre
from hcgen.pipeline import Indexer, render_help_centre
from hcgen.search import index_files

os.environ["SOURCE_DATE_EPOCH"] = "1795564800"  # 2026-11-25, when all of the demo is valid
config = Path(sys.argv[1])
loaded = load_help_centre(config)
assert len(loaded.centre.articles) > 20, len(loaded.centre.articles)
assert loaded.findings == (), loaded.findings
rendered = render_help_centre(config)
context = rendered.context
codes = selection(rendered.centre.settings.rules).codes
for stage in (Stage.SOURCE, Stage.FRAGMENTS):
    assert [d.message for d in run_checks(stage, context, codes)] == []
assert [d.message for each in context.readings.values() for d in each.diagnostics] == []
html = rendered.context.fragments["content/id/account/reset-password.md"].pieces[0]
assert "<li>" in html, html
indexer = Indexer(rendered, rendered.context.addresses)
files = index_files(indexer.index_of(rendered.centre.languages[0]))
assert len(files["search/id.json"]) > 100
assert not [name for name in sys.modules if name.partition(".")[0] in ("mkdocs", "material")]
print("done")
"""
    done = run_without_mkdocs(script)
    assert done.stdout == "done\n", done.stderr
