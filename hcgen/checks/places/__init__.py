"""ADR: places to write to and to come to."""
