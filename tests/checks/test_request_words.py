"""REQ002, where its examples do not show it: one cause, one diagnostic."""

from pathlib import Path

import pytest

from hcgen.pipeline import check_site
from tests._site import write_site
from tests.checks.clean_centre import CLEAN_CENTRE
