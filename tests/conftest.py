"""Fixtures that tests of more than one package use."""

import os

from hypothesis import settings

# the same examples on every run, and as much time as they take, so that a red run is the change's
# fault and not that of a busy machine; to look for new ones:
# HYPOTHESIS_PROFILE=explore ./dev test
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
