"""LNK: links and assets."""
