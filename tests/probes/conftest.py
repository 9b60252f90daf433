"""A small internet of its own for each test."""

from collections.abc import Iterator

import pytest

from tests.loopback import Internet


@pytest.fixture
def internet() -> Iterator[Internet]:
    with Internet() as running:
        yield running
