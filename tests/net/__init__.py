"""Tests of the way out, with real servers on loopback."""
