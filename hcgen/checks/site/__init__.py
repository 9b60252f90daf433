"""PUB: the built site against its data."""
