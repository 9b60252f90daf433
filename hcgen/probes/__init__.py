"""Tries channels and links over the network, remembers what was seen, and tells it."""

from hcgen.probes.remembering import remembered
from hcgen.probes.result import Result, Run
from hcgen.probes.running import Budget, run_probes
from hcgen.probes.targets import Target, channel_targets, link_targets

__all__ = [
    "Budget",
    "Result",
    "Run",
    "Target",
    "channel_targets",
    "link_targets",
    "remembered",
    "run_probes",
]
