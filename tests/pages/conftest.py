"""Sites that several tests read, built once."""

from collections.abc import Mapping

import pytest

from tests.pages.centres import RICH_CENTRE
from tests.pipeline.building import DEMO, build_site, build_text, read_site


@pytest.fixture(scope="package")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("demo") / "site"
    assert build_site(DEMO, folder).is_published
    return read_site(folder)


@pytest.fixture(scope="package")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_text(tmp_path_factory.mktemp("rich"), RICH_CENTRE)
