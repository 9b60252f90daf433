"""One small internet for all tests of a module."""

from collections.abc import Iterator

import pytest

from tests.loopback import Internet


@pytest.fixture(scope="module")
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running
