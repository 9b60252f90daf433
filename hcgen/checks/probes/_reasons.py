"""Reasons of the evidence in words."""

from hcgen.model.probe_reasons import REASONS


def in_words(reason: str) -> str:
    """Return what a reason says; itself where a newer hcgen has written it."""
    return REASONS.get(reason, f"“{reason}”") if reason else "no reason was noted"
