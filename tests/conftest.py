"""Fixtures that tests of more than one package use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.pipeline.building import DEMO, build_site

# the same examples on every run, and as much time as they take, so that a red run is the change's
# fault and not that of a busy machine; to look for new ones:
# HYPOTHESIS_PROFILE=explore ./dev test
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demo help centre, which tests only read."""
    folder = tmp_path_factory.mktemp("demo") / "site"
    assert build_site(DEMO, folder).is_published
    return folder
