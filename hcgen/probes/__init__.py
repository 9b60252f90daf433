"""Tries channels and links over the network, remembers what was seen, and tells it."""

from hcgen.probes.remembering import remembered
from hcgen.probes.result import Result, Run
from hcgen.probes.running import Budget, Turn, run_probes
from hcgen.probes.targets import LINK, Target, channel_targets, link_targets

__all__ = [
    "LINK",
    "Budget",
    "Result",
    "Run",
    "Target",
    "Turn",
    "channel_targets",
    "link_targets",
    "remembered",
    "run_probes",
]
